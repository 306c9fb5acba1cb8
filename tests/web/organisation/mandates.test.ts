import { beforeEach, describe, expect, test } from "vitest"
import { decideMandate } from "#app/domain/organisation/mandates.server.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { governmentWithMandate, paper } from "#tests/support/organisations.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let setting: Awaited<ReturnType<typeof governmentWithMandate>>
let admin: Persona

beforeEach(async () => {
  app = await openApp()
  setting = await governmentWithMandate(app.world)
  admin = await app.as(setting.admin)
})

const fields = (change: Record<string, string> = {}) => ({
  accountId: setting.head.id,
  holderName: "Wali Kota (contoh)",
  office: "Wali Kota Magelang",
  officeKind: "head_of_region",
  standIn: "plt",
  basisKind: "sk",
  basisNumber: "131.33-200/2026",
  basisDate: "2026-01-05",
  instruments: "kesepakatan_bersama",
  validFrom: "2026-01-05",
  validUntil: "",
  ...change,
})
const basis = () => new File([new Uint8Array(paper().bytes)], "../sk plt.pdf", { type: "text/html" })
const list = () => `/ruang-kerja/organisasi/${setting.organisation.id}/mandat`
const own = () => `/ruang-kerja/mandat/${setting.id}`
const verify = async () =>
  decideMandate(await app.world.as(await app.world.create.secretariat(), null), setting.id, "verify", "", 0)

describe("entering", () => {
  test("stores the mandate with its paper and waits for the secretariat", async () => {
    const answer = await admin.post(`${list()}/baru`, { ...fields(), basis: basis() })
    const row = await app.world.db
      .selectFrom("mandate")
      .selectAll()
      .where("standIn", "=", "plt")
      .executeTakeFirstOrThrow()
    expect([answer.status, answer.location]).toEqual([303, `/ruang-kerja/mandat/${row.id}`])
    expect(row).toMatchObject({ status: "entered", validUntil: null, instruments: '["kesepakatan_bersama"]' })
    const page = pageWords((await admin.follow(answer)).text)
    for (const expected of ["Plt. Wali Kota Magelang", "Menunggu sekretariat", "131.33-200/2026", "5 Januari 2026"])
      expect(page).toContain(expected)
    const download = await admin.get(`/ruang-kerja/mandat/${row.id}/dasar`)
    expect(download.headers.get("Content-Type")).toBe("application/pdf")
    expect(download.headers.get("Content-Disposition")).toContain('filename="sk plt.pdf"')
  })

  test("keeps what was typed and chosen when it refuses", async () => {
    const answer = await admin.post(`${list()}/baru`, {
      ...fields({ officeKind: "delegate", office: "Sekretaris Daerah", standIn: "an" }),
      basis: basis(),
    })
    expect(answer.status).toBe(422)
    const words = pageWords(answer.text)
    expect(words).toContain("Pejabat lain bertindak berdasarkan surat kuasa.")
    expect(words).toContain("Kesepakatan Bersama hanya ditandatangani kepala daerah.")
    expect(answer.text).toContain('value="Sekretaris Daerah"')
    expect(answer.text).toMatch(/value="delegate" checked=""|checked="" value="delegate"/)
    const without = await admin.post(`/en${list()}/baru`, fields())
    expect(without.status).toBe(422)
    expect(without.text).toContain('href="#basis"')
  })

  test("offers no head of region where none is governed, and no form before verification", async () => {
    const community = await app.world.create.organisation()
    const other = await app.as(await app.world.create.member(community.id, "admin"))
    const page = await other.get(`/ruang-kerja/organisasi/${community.id}/mandat/baru`)
    expect(page.text).not.toContain('value="head_of_region"')
    await app.world.db.updateTable("organisation").set({ status: "draft" }).where("id", "=", community.id).execute()
    const early = await other.get(`/ruang-kerja/organisasi/${community.id}/mandat/baru`)
    expect(pageWords(early.text)).toContain("Mandat dapat dicatat setelah organisasi ini terverifikasi.")
    expect(early.text).not.toContain('name="office"')
  })
})

describe("a mandate's page", () => {
  test("renders for its organisation, its holder and the secretariat in both languages; strangers find nothing", async () => {
    const readers = [
      admin,
      await app.as(setting.head),
      await app.as(await app.world.create.member(setting.organisation.id, "drafter")),
      await app.as(await app.world.create.secretariat()),
    ]
    for (const reader of readers)
      for (const language of ["", "/en"]) expect((await reader.get(`${language}${own()}`)).status).toBe(200)
    const stranger = await app.as(await app.world.create.account())
    for (const path of ["", "/pengakhiran", "/dasar"]) expect((await stranger.get(`${own()}${path}`)).status).toBe(404)
    expect((await stranger.get("/ruang-kerja/mandat/constructor")).status).toBe(404)
    const drafter = readers[2]!
    expect((await drafter.get(`${own()}/dasar`)).status).toBe(403)
    expect((await drafter.get(own())).text).not.toContain(`${own()}/dasar`)
    expect((await drafter.get(`${own()}/pengakhiran`)).status).toBe(403)
  })

  test("asks the holder, and nobody else, to make his key once it is verified", async () => {
    await verify()
    const head = await app.as(setting.head)
    const page = await head.get(own())
    expect(page.text).toContain(`href="/akun/kunci/baru/${setting.id}"`)
    expect((await admin.get(own())).text).not.toContain("/akun/kunci/baru/")
    expect(pageWords((await head.get("/ruang-kerja")).text)).toContain("belum ada kunci tanda tangannya")
  })

  test("says when it is not in force yet, or no longer", async () => {
    await verify()
    const set = (change: object) =>
      app.world.db.updateTable("mandate").set(change).where("id", "=", setting.id).execute()
    await set({ validFrom: "2026-04-01" })
    expect(pageWords((await admin.get(own())).text)).toContain("Mandat ini mulai berlaku 1 April 2026.")
    await set({ validFrom: "2025-01-01", validUntil: "2026-02-01" })
    expect(pageWords((await admin.get(own())).text)).toContain("habis pada 1 Februari 2026")
  })
})

describe("ending", () => {
  test("needs a reason, keeps it on record, and cannot be done twice", async () => {
    await verify()
    const path = `${own()}/pengakhiran`
    const empty = await admin.post(path, { reason: " ", lockVersion: "1" })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#reason"')
    const stale = await admin.post(path, { reason: "Masa jabatan berakhir.", lockVersion: "0" })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain("Masa jabatan berakhir.</textarea>")
    const answer = await admin.post(path, { reason: "Masa jabatan berakhir.", lockVersion: "1" })
    expect([answer.status, answer.location]).toEqual([303, own()])
    const words = pageWords((await admin.follow(answer)).text)
    expect(words).toContain("Mandat ini sudah berakhir")
    expect(words).toContain("Masa jabatan berakhir.")
    expect(pageWords((await admin.get(path)).text)).toContain("tidak lagi berjalan")
    expect((await admin.post(path, { reason: "Masa jabatan berakhir.", lockVersion: "2" })).status).toBe(409)
  })
})
