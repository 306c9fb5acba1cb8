import { beforeEach, describe, expect, test } from "vitest"
import {
  agreementIn,
  approve,
  giveNumber,
  type Side,
  saveChange,
  sealWithoutKey,
  startFields,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { type Answer, openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { formFields } from "./form-fields.ts"

let app: TestApp
let jabar: Side
let magelang: Side
let first: Persona
let second: Persona

beforeEach(async () => {
  app = await openApp()
  const sides = await twoRegions(app.world)
  jabar = sides.jabar
  magelang = sides.magelang
  first = await app.as(jabar.approver)
  second = await app.as(magelang.approver)
})

const inState = (status: Parameters<typeof agreementIn>[2], overrides?: Record<string, string>) =>
  agreementIn(app.world, { jabar, magelang }, status, overrides)
const desk = (code: string) => `/ruang-kerja/kesepakatan/${code}`
const statusOf = async (code: string) =>
  (await app.world.db.selectFrom("agreement").select("status").where("code", "=", code).executeTakeFirstOrThrow())
    .status
const eventsOf = async (code: string): Promise<string[]> => {
  const rows = await app.world.db
    .selectFrom("auditEvent")
    .innerJoin("agreement", "agreement.id", "auditEvent.subjectId")
    .select("auditEvent.type")
    .where("agreement.code", "=", code)
    .orderBy("auditEvent.seq")
    .execute()
  return rows.map(({ type }) => type)
}
/** Opens a step's page and sends its form as it stands, with `change` typed into it. */
async function submit(person: Persona, path: string, change: Record<string, string> = {}): Promise<Answer> {
  return person.post(path, { ...formFields((await person.get(path)).text), ...change })
}
/** Sends the same form twice at once: a double click, or a page loaded again. */
async function submitTwice(person: Persona, path: string, change: Record<string, string> = {}): Promise<number[]> {
  const fields = { ...formFields((await person.get(path)).text), ...change }
  const answers = await Promise.all([person.post(path, fields), person.post(path, fields)])
  return answers.map(({ status }) => status).sort()
}

test("from the first form to the lock: each page leads to the next, and every double submission counts once", async () => {
  const drafter = await app.as(jabar.drafter)
  const beginning = "/ruang-kerja/kesepakatan/baru"
  const { id = "" } = formFields((await drafter.get(beginning)).text)
  const fields = { ...startFields(magelang.organisation.slug), id }
  const [started, again] = await Promise.all([drafter.post(beginning, fields), drafter.post(beginning, fields)])
  expect([started.status, again.status, again.location]).toEqual([303, 303, started.location])
  const code = started.location?.match(/KB-[0-9A-Z-]{9}/)?.[0] ?? ""
  const reason = "Alasan yang cukup panjang."
  expect(await submitTwice(drafter, `${desk(code)}/penawaran`)).toEqual([303, 409])
  expect(await submitTwice(first, `${desk(code)}/persetujuan`)).toEqual([303, 409])
  expect(await submitTwice(first, `${desk(code)}/pencabutan-persetujuan`)).toEqual([303, 409])
  expect((await submit(first, `${desk(code)}/persetujuan`)).status).toBe(303)
  expect(await submitTwice(second, `${desk(code)}/persetujuan`)).toEqual([303, 409])
  expect(await submitTwice(first, `${desk(code)}/nomor`, { number: "1/KB/2026" })).toEqual([303, 409])
  expect(await submitTwice(second, `${desk(code)}/nomor`, { number: "2/KB/2026" })).toEqual([303, 409])
  expect(await submitTwice(first, `${desk(code)}/penguncian`)).toEqual([303, 409])
  expect(await submitTwice(second, `${desk(code)}/pembatalan-kunci`, { reason })).toEqual([303, 409])
  expect(await submitTwice(second, `${desk(code)}/pembatalan`, { reason })).toEqual([303, 409])
  expect(await eventsOf(code)).toEqual([
    "agreement.started",
    "agreement.proposed",
    "agreement.approved",
    "agreement.approval_withdrawn",
    "agreement.approved",
    "agreement.approved",
    "agreement.agreed",
    "agreement.numbered",
    "agreement.numbered",
    "agreement.locked",
    "agreement.voided",
    "agreement.cancelled",
  ])
  const draft = await inState("draft")
  expect(await submitTwice(drafter, `${desk(draft)}/penarikan`, { reason })).toEqual([303, 409])
  expect(await eventsOf(draft)).toEqual(["agreement.started", "agreement.withdrawn"])

  const signing = await inState("signing", { title: "Naskah yang akan ditolak" })
  expect(await submitTwice(await app.as(magelang.head), `${desk(signing)}/penolakan`, { reason })).toEqual([303, 409])
  expect((await eventsOf(signing)).filter((type) => type === "agreement.declined")).toHaveLength(1)
})

test("the beginning of somebody else's agreement cannot be taken over, nor one put before all to come", async () => {
  const fields = startFields(magelang.organisation.slug)
  const drafter = await app.as(jabar.drafter)
  await drafter.post("/ruang-kerja/kesepakatan/baru", fields)
  const { id } = await app.world.db.selectFrom("agreement").select("id").executeTakeFirstOrThrow()
  const taken = await first.post("/ruang-kerja/kesepakatan/baru", { ...fields, id })
  expect(taken.status).toBe(409)
  const future = "ffffffff-ffff-7fff-bfff-ffffffffffff"
  expect((await first.post("/ruang-kerja/kesepakatan/baru", { ...fields, id: future })).status).toBe(303)
  const rows = await app.world.db.selectFrom("agreement").select("id").execute()
  expect(rows.map((row) => row.id)).not.toContain(future)
  expect((await first.post("/ruang-kerja/kesepakatan/baru", { ...fields, id: "x" })).status).toBe(422)
})

describe("approving", () => {
  test("shows the text, who still has to approve, and what changed before", async () => {
    const code = await inState("negotiation")
    await saveChange(await app.world.as(jabar.drafter), code, typeInto("objek", "Objek baru."))
    const page = await second.get(`${desk(code)}/persetujuan`)
    const said = pageWords(page.text)
    expect(said).toContain("Setelah Anda, Provinsi Jawa Barat masih perlu menyetujui versi yang sama.")
    expect(said).toContain("PASAL 1 MAKSUD DAN TUJUAN")
    expect(page.text).toContain(`href="${desk(code)}/perbandingan?before=1&amp;after=2"`)
    await approve(app.world, jabar, code)
    expect(pageWords((await second.get(`${desk(code)}/persetujuan`)).text)).toContain(
      "Provinsi Jawa Barat sudah menyetujui versi ini.",
    )
  })

  test("a version that has been replaced meanwhile is refused, and the page shows the new one", async () => {
    const code = await inState("negotiation")
    const opened = formFields((await second.get(`${desk(code)}/persetujuan`)).text)
    await saveChange(await app.world.as(jabar.drafter), code, typeInto("objek", "Objek yang diselipkan."))
    const answer = await second.post(`${desk(code)}/persetujuan`, opened)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("Versi 1 bukan lagi yang terbaru. Baca versi 2, lalu putuskan.")
    expect(answer.text).toContain("Objek yang diselipkan.")
    expect(await eventsOf(code)).not.toContain("agreement.approved")
    expect(answer.text.indexOf("bukan lagi yang terbaru")).toBeLessThan(answer.text.indexOf("Objek yang diselipkan."))
    const cheat = await second.post(`${desk(code)}/persetujuan`, { ...formFields(answer.text), sha256: opened.sha256! })
    expect(cheat.status).toBe(409)
    expect(await statusOf(code)).toBe("negotiation")
  })

  test("falls when the other side saves, and is offered once only", async () => {
    const code = await inState("negotiation")
    expect((await submit(second, `${desk(code)}/persetujuan`)).status).toBe(303)
    const again = await second.get(`${desk(code)}/persetujuan`)
    expect(again.text).toContain("Organisasi Anda sudah menyetujui versi ini.")
    expect(pageWords(again.text)).not.toContain("Setujui versi 1 Batal")
    await saveChange(await app.world.as(jabar.drafter), code, typeInto("objek", "Objek lain."))
    const page = pageWords((await second.get(desk(code))).text)
    expect(page).toContain("Baca dan putuskan versi 2")
  })

  test("warns of blanks, characters that cannot be printed, a long term and open particulars, and lets go on", async () => {
    const code = await inState("negotiation", { periodUntil: "2036-03-09", place: "" })
    await saveChange(await app.world.as(jabar.drafter), code, (fields) => {
      typeInto("objek", "Objek 漢字 ialah ………………")(fields)
      typeInto("pelaksanaan", "")(fields)
      fields.clauses = fields.clauses.filter(({ key }) => key !== "penutup")
    })
    const said = pageWords((await second.get(`${desk(code)}/persetujuan`)).text)
    for (const expected of [
      "Bagian “Pelaksanaan” masih kosong.",
      "Bagian “Penutup” tidak ada dalam naskah.",
      "Jangka waktunya lebih dari 60 bulan.",
      "Huruf yang tidak dapat dicetak: 漢 字",
      "OBJEK",
      "Belum ada: Tempat penandatanganan.",
    ])
      expect(said).toContain(expected)
    expect((await submit(second, `${desk(code)}/persetujuan`)).status).toBe(303)
  })
})

describe("numbers", () => {
  test("that the organisation has used in the year are refused beside the field", async () => {
    const one = await inState("agreed")
    await giveNumber(app.world, jabar, one, "7/KB/2026")
    const two = await inState("agreed", { title: "Naskah kedua yang disetujui" })
    const change = { number: "7/kb/2026", numberedOn: "2026-05-01" }
    const answer = await submit(first, `${desk(two)}/nomor`, change)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain("Organisasi Anda sudah memakai nomor ini pada kesepakatan lain tahun 2026.")
    expect(formFields(answer.text).number).toBe("7/kb/2026")
    expect((await submit(first, `${desk(two)}/nomor`, { ...change, numberedOn: "2027-01-02" })).status).toBe(303)
    expect((await submit(second, `${desk(two)}/nomor`, { ...change })).status).toBe(303)
  })
})

describe("locking", () => {
  test("names every obstacle, offers no button, and refuses a form made by hand", async () => {
    const code = await inState("agreed", { place: "", signingDate: "" })
    await app.world.db.updateTable("mandate").set({ status: "ended" }).where("id", "=", magelang.mandateId).execute()
    await giveNumber(app.world, jabar, code)
    const page = await first.get(`${desk(code)}/penguncian`)
    const said = pageWords(page.text)
    for (const expected of [
      "Belum dapat dikunci",
      "Tempat penandatanganan belum ditentukan.",
      "Tanggal kesepakatan belum ditentukan.",
      "Kota Magelang belum memberi nomor.",
      "Kota Magelang belum punya mandat kepala daerah",
    ])
      expect(said).toContain(expected)
    expect(said).not.toContain("Kunci versi 1")
    const answer = await first.post(`${desk(code)}/penguncian`, formFields(page.text))
    expect(answer.status).toBe(409)
    expect(await statusOf(code)).toBe("agreed")
  })

  test("shows what will be printed and who will sign, and warns of a date that has passed", async () => {
    const code = await inState("agreed", { signingDate: "2026-01-05" })
    await giveNumber(app.world, jabar, code, "11/KS/2026")
    await giveNumber(app.world, magelang, code, "22/KS/2026")
    const said = pageWords((await first.get(`${desk(code)}/penguncian`)).text)
    for (const expected of [
      "11/KS/2026",
      "22/KS/2026",
      "Pejabat 32, Gubernur Jawa Barat",
      "Tanggal kesepakatan (5 Januari 2026) sudah lewat.",
      "Anda tetap dapat mengunci, tetapi naskah akan ditandatangani persis seperti ini.",
      "Kunci versi 1",
    ])
      expect(said).toContain(expected)
    const locked = await submit(first, `${desk(code)}/penguncian`)
    expect([locked.status, locked.location]).toEqual([303, desk(code)])
    expect((await first.follow(locked)).text).toContain("Naskah dikunci dan siap ditandatangani.")
  })

  test("is taken back with a reason that stays on record, but not after the first signature", async () => {
    const code = await inState("signing")
    const short = await submit(first, `${desk(code)}/pembatalan-kunci`, { reason: "x" })
    expect(short.status).toBe(422)
    const done = await submit(first, `${desk(code)}/pembatalan-kunci`, { reason: "Nama pejabat keliru ditulis." })
    expect(done.status).toBe(303)
    const page = pageWords((await second.get(desk(code))).text)
    expect(page).toContain("Baca dan putuskan versi 1")
    expect(page).toMatch(/Dibatalkan .*: Nama pejabat keliru ditulis\./)

    const sealed = await inState("signing", { title: "Naskah yang sudah ditandatangani" })
    await sealWithoutKey(app.world, jabar, sealed)
    const refused = await submit(first, `${desk(sealed)}/pembatalan-kunci`, { reason: "Nama pejabat keliru ditulis." })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain("sudah ditandatangani satu pihak")
    expect(await statusOf(sealed)).toBe("signing")
  })

  test("gives the parties the file, and nobody else", async () => {
    const code = await inState("signing")
    const file = await second.get(`${desk(code)}/dokumen.pdf`)
    expect(file.headers.get("Content-Type")).toBe("application/pdf")
    expect(file.headers.get("Cache-Control")).toBe("private, no-store")
    expect((await second.get(`${desk(code)}/dokumen.pdf?sha256=${"0".repeat(64)}`)).status).toBe(404)
    expect((await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf`)).status).toBe(404)
    expect((await app.visitor().get(`/kesepakatan/${code}`)).status).toBe(404)
  })
})

test("a form from another site changes nothing", async () => {
  const code = await inState("negotiation")
  const fields = formFields((await second.get(`${desk(code)}/persetujuan`)).text)
  const answer = await second.post(`${desk(code)}/persetujuan`, fields, { "Sec-Fetch-Site": "cross-site" })
  expect(answer.status).toBe(403)
  expect(await eventsOf(code)).not.toContain("agreement.approved")
})
