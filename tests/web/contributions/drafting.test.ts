import { beforeEach, describe, expect, test } from "vitest"
import { translator } from "#app/i18n/messages.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { partnerIn, pdfBytes, proposalIn, proposalSides, type Sides } from "#tests/support/proposals.ts"
import { formFields } from "../agreement-desk/form-fields.ts"

const says = translator("id")

let app: TestApp
let sides: Sides
let campus: Persona
let firm: Persona
let region: Persona
let code: string
let address: string

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  code = await proposalIn(app.world, sides, "draft", { partner: true })
  address = `/ruang-kerja/usulan/${code}`
  campus = await app.as(sides.campus.drafter)
  firm = await app.as(sides.firm.drafter)
  region = await app.as(sides.region.drafter)
})

const draftOf = async () => {
  const { draft, draftNumber } = await app.world.db
    .selectFrom("proposal")
    .select(["draft", "draftNumber"])
    .where("code", "=", code)
    .executeTakeFirstOrThrow()
  return { ...(JSON.parse(draft) as { summary: string; plan: string; contributions: unknown[] }), draftNumber }
}

describe("the drafting form", () => {
  test("is drawn again with another row, or one fewer, and everything typed; nothing is stored", async () => {
    const fields = formFields((await campus.get(`${address}/naskah`)).text)
    const before = await draftOf()
    const typed = { ...fields, summary: "Kata yang belum disimpan." }
    const more = await campus.post(`${address}/naskah`, { ...typed, susunan: "add" })
    expect(more.status).toBe(200)
    expect(formFields(more.text)).toMatchObject({
      summary: "Kata yang belum disimpan.",
      "contributions[2].description": "",
    })
    const fewer = await campus.post(`${address}/naskah`, { ...typed, susunan: "remove:0" })
    expect(formFields(fewer.text)["contributions[0].description"]).toBe("Biaya perjalanan")
    expect(formFields(fewer.text)["contributions[1].description"]).toBeUndefined()
    expect(await draftOf()).toEqual(before)
  })

  test("takes an unfinished text and says on the way to submission what is missing, field by field", async () => {
    const fields = formFields((await campus.get(`${address}/naskah`)).text)
    const saved = await campus.post(`${address}/naskah`, { ...fields, plan: "", periodFrom: "", next: "case" })
    expect(saved).toMatchObject({ status: 303, location: address })
    const page = await campus.get(`${address}/pengajuan`)
    expect(pageWords(page.text)).toContain(says("errors.proposal.incomplete"))
    expect(page.text).toContain(`href="${address}/naskah#plan"`)
    expect(page.text).toContain(`href="${address}/naskah#periodFrom"`)
    expect((await campus.post(`${address}/pengajuan`, formFields(page.text))).status).toBe(422)
  })

  test("brings two texts together where the other author saved meanwhile, and keeps every word", async () => {
    const mine = formFields((await campus.get(`${address}/naskah`)).text)
    const theirs = formFields((await firm.get(`${address}/naskah`)).text)
    const first = {
      ...theirs,
      summary: "Ringkasan dari mitra, cukup panjang untuk dibaca.",
      plan: "Rencana dari mitra.",
    }
    expect((await firm.post(`${address}/naskah`, first)).status).toBe(303)
    const late = await campus.post(`${address}/naskah`, { ...mine, summary: "Ringkasan dari pengusul." })
    expect(late.status).toBe(409)
    const merged = formFields(late.text)
    expect(merged).toMatchObject({ summary: "Ringkasan dari pengusul.", plan: "Rencana dari mitra." })
    expect(pageWords(late.text)).toContain("Ringkasan dari mitra, cukup panjang untuk dibaca.")
    expect(pageWords(late.text)).toContain(says("proposal.stale.title", { author: sides.firm.drafter.name }))
    expect(late.text).not.toContain("data-autosave=")
    const redrawn = await campus.post(`${address}/naskah`, { ...merged, susunan: "add" })
    expect(pageWords(redrawn.text)).toContain("Ringkasan dari mitra, cukup panjang untuk dibaca.")
    expect((await campus.post(`${address}/naskah`, formFields(redrawn.text))).status).toBe(303)
    expect(await draftOf()).toMatchObject({ summary: "Ringkasan dari pengusul.", plan: "Rencana dari mitra." })
  })

  test("hands back what was typed when the proposal was submitted meanwhile", async () => {
    const fields = formFields((await firm.get(`${address}/naskah`)).text)
    expect(
      (await campus.post(`${address}/pengajuan`, formFields((await campus.get(`${address}/pengajuan`)).text))).status,
    ).toBe(303)
    const late = await firm.post(`${address}/naskah`, { ...fields, plan: "Kalimat yang datang terlambat." })
    expect(late.status).toBe(409)
    expect(late.text).toContain("Kalimat yang datang terlambat.")
    expect(pageWords(late.text)).toContain(says("proposal.draft.closed"))
  })

  test("carries one script of the portal's own; no other page of the proposal may run any", async () => {
    const form = await campus.get(`${address}/naskah`)
    expect(form.headers.get("Content-Security-Policy")).toContain("script-src 'self';")
    expect(form.text.match(/<script\b[^>]*>/g)).toEqual([expect.stringMatching(/type="module" src="\//)])
    const page = await campus.get(address)
    expect(page.headers.get("Content-Security-Policy")).toContain("script-src 'none'")
    expect(page.text).not.toContain("<script")
  })
})

describe("saving while writing", () => {
  const save = `/simpanan`
  const json = (text: string) => JSON.parse(text) as Record<string, unknown>

  test("stores the form and answers what the next save carries; an equal text is one save", async () => {
    const fields = formFields((await campus.get(`${address}/naskah`)).text)
    const first = await campus.post(`${address}${save}`, { ...fields, plan: "Kalimat pertama." })
    expect(first.status).toBe(200)
    const { saved, seen, savedAt } = json(first.text)
    expect(savedAt).toBe(app.world.clock.now())
    const carried = { ...fields, draftNumber: String(saved), seen: JSON.stringify(seen) }
    const again = await campus.post(`${address}${save}`, { ...carried, plan: "Kalimat pertama." })
    expect(json(again.text).saved).toBe(saved)
    const second = await campus.post(`${address}${save}`, { ...carried, plan: "Kalimat pertama. Kalimat kedua." })
    expect(json(second.text).saved).toBe(Number(saved) + 1)
    expect((await draftOf()).plan).toBe("Kalimat pertama. Kalimat kedua.")
  })

  test("stores nothing over what somebody else saved meanwhile", async () => {
    const fields = formFields((await campus.get(`${address}/naskah`)).text)
    expect((await firm.post(`${address}${save}`, { ...fields, plan: "Dari mitra." })).status).toBe(200)
    const late = await campus.post(`${address}${save}`, { ...fields, plan: "Dari pengusul." })
    expect([late.status, json(late.text)]).toEqual([409, { code: "stale" }])
    expect((await draftOf()).plan).toBe("Dari mitra.")
  })

  test("is refused to everybody else, in a status that the script can tell apart", async () => {
    const fields = formFields((await campus.get(`${address}/naskah`)).text)
    const stranger = await app.as(sides.stranger.drafter)
    expect((await app.visitor().post(`${address}${save}`, fields)).status).toBe(401)
    expect((await region.post(`${address}${save}`, fields)).status).toBe(404)
    expect((await stranger.post(`${address}${save}`, fields)).status).toBe(404)
    expect((await campus.get(`${address}${save}`)).status).toBe(405)
    expect((await campus.post(`${address}${save}`, { ...fields, plan: "x".repeat(8_001) })).status).toBe(422)
    expect((await campus.post(`${address}${save}`, fields, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403)
  })
})

describe("attachments", () => {
  const stored = () => app.world.db.selectFrom("proposalFile").selectAll().execute()
  const attach = (name: string, bytes: Uint8Array) =>
    campus.post(`${address}/lampiran`, { file: new File([new Uint8Array(bytes)], name) })

  test("are taken by their bytes, once, up to eight, and given only to the sides", async () => {
    expect((await attach("rencana.pdf", pdfBytes("satu"))).status).toBe(303)
    expect((await attach("lagi.pdf", pdfBytes("satu"))).status).toBe(303)
    expect(await stored()).toHaveLength(1)
    const script = await attach("berkas.pdf", new TextEncoder().encode("<script>alert(1)</script>"))
    expect(script.status).toBe(422)
    expect(pageWords(script.text)).toContain(says("errors.field.fileType"))
    expect((await campus.post(`${address}/lampiran`, {})).status).toBe(422)
    for (let n = 2; n <= 8; n += 1) expect((await attach(`${n}.pdf`, pdfBytes(String(n)))).status).toBe(303)
    expect((await attach("kesembilan.pdf", pdfBytes("9"))).status).toBe(422)

    const [file] = await stored()
    const download = await campus.get(`${address}/lampiran/${file!.id}`)
    expect(download.headers.get("Content-Disposition")).toContain("attachment")
    expect(download.headers.get("Cache-Control")).toBe("no-store")
    expect((await region.get(`${address}/lampiran/${file!.id}`)).status).toBe(404)
    await campus.post(`${address}/pengajuan`, formFields((await campus.get(`${address}/pengajuan`)).text))
    expect((await region.get(`${address}/lampiran/${file!.id}`)).status).toBe(200)
    const stranger = await app.as(sides.stranger.drafter)
    expect((await stranger.get(`${address}/lampiran/${file!.id}`)).status).toBe(404)
  })

  test("an upload that is cut off half-way is refused cleanly, and nothing of it stays", async () => {
    const whole = [
      "--batas",
      'Content-Disposition: form-data; name="file"; filename="rencana.pdf"',
      "Content-Type: application/pdf",
      "",
      "%PDF-1.7 dan seterusnya",
      "--batas--",
      "",
    ].join("\r\n")
    const headers = {
      Accept: "text/html",
      "Content-Type": "multipart/form-data; boundary=batas",
      Origin: "http://127.0.0.1:3000",
    }
    const cut = await campus.send(`${address}/lampiran`, { method: "POST", headers, body: whole.slice(0, -20) })
    expect(cut.status).toBe(400)
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(whole.slice(0, 90)))
        controller.error(new Error("the line went dead"))
      },
    })
    const lost = await campus.send(`${address}/lampiran`, {
      method: "POST",
      headers,
      body: broken,
      duplex: "half",
    } as RequestInit)
    expect(lost.status).toBe(400)
    expect(await stored()).toEqual([])
    expect((await campus.send(`${address}/lampiran`, { method: "POST", headers, body: whole })).status).toBe(303)
    expect(await stored()).toHaveLength(1)
  })
})

test("a request for revision leaves out rows without words, gives one more to write in, and keeps what was typed", async () => {
  const reviewed = await proposalIn(app.world, sides, "in_review", { words: { title: "Usulan yang diperiksa" } })
  const page = `/ruang-kerja/usulan/${reviewed}/perbaikan`
  const fields = formFields((await region.get(page)).text)
  const typed = { ...fields, "points[0].text": "", "points[1].part": "plan", "points[1].text": "Sebutkan jadwalnya." }
  const more = await region.post(page, { ...typed, more: "1" })
  expect(formFields(more.text)).toMatchObject({ "points[1].text": "Sebutkan jadwalnya.", "points[3].text": "" })
  const unnamed = await region.post(page, { ...typed, "points[1].part": "" })
  expect(unnamed.status).toBe(422)
  expect(formFields(unnamed.text)["points[0].text"]).toBe("Sebutkan jadwalnya.")
  expect((await region.post(page, typed)).status).toBe(303)
  const points = await app.world.db.selectFrom("proposalPoint").select(["part", "text", "ordinal"]).execute()
  expect(points).toEqual([{ part: "plan", text: "Sebutkan jadwalnya.", ordinal: 1 }])
})

test("an invited organisation answers on its own page and reads nothing before it takes part", async () => {
  const invited = await proposalIn(app.world, sides, "draft", { words: { title: "Usulan dengan undangan" } })
  await partnerIn(app.world, sides, invited, false)
  expect((await firm.get(`/ruang-kerja/usulan/${invited}`)).status).toBe(403)
  const page = await firm.get(`/ruang-kerja/usulan/${invited}/kemitraan`)
  expect(pageWords(page.text)).toContain("Menyediakan ruang latihan")
  const answer = { lockVersion: formFields(page.text).lockVersion ?? "", answer: "decline" }
  expect(await firm.post(`/ruang-kerja/usulan/${invited}/kemitraan`, answer)).toMatchObject({
    status: 303,
    location: "/usulan",
  })
  expect((await firm.get(`/ruang-kerja/usulan/${invited}`)).status).toBe(404)
})

test("who cannot propose reads what is missing instead of a refusal", async () => {
  const { create } = app.world
  const waiting = await create.organisation({ name: "Yayasan Baru", slug: "yayasan-baru", status: "submitted" })
  const cases = [
    [await create.account(), says("proposal.start.noOrganisation")],
    [await create.member(waiting.id, "admin"), says("proposal.start.unverified", { organisation: "Yayasan Baru" })],
    [sides.stranger.member, says("proposal.start.noTask")],
  ] as const
  for (const [account, words] of cases) {
    const persona = await app.as(account)
    expect(pageWords((await persona.get("/usulan/baru")).text)).toContain(words)
    expect((await persona.post("/usulan/baru", { title: "Usulan", recipient: "x" })).status).toBe(403)
  }
})
