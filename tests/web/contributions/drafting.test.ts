import { beforeEach, describe, expect, test } from "vitest"
import { limits } from "#app/domain/identity/rate-limit.server.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { closeNeed } from "#app/domain/proposal/need-steps.server.ts"
import { translator } from "#app/i18n/messages.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { openNeed, points, proposalIn, proposalSides, type Sides } from "#tests/support/proposals.ts"
import { idsIn, typedIn } from "./typed.ts"

const t = translator("id")

let app: TestApp
let sides: Sides
let code: string
let home: string
let path: string
let campus: Persona
let firm: Persona

/** A proposal in this state, written by the campus together with the firm. */
async function begin(status: "draft" | "revision" | "submitted" = "draft"): Promise<void> {
  code = await proposalIn(app.world, sides, status, { partner: true })
  home = `/ruang-kerja/usulan/${code}`
  path = `${home}/naskah`
}

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  campus = await app.as(sides.campus.drafter)
  firm = await app.as(sides.firm.drafter)
  await begin()
})

const stored = () => app.world.db.selectFrom("proposal").selectAll().where("code", "=", code).executeTakeFirstOrThrow()
const draft = async () => readDraft((await stored()).draft)
const saves = async () =>
  (await app.world.db.selectFrom("auditEvent").select("seq").where("type", "=", "proposal.draft_saved").execute())
    .length
const typed = async (person: Persona, changes: Record<string, string> = {}) => ({
  ...typedIn((await person.get(path)).text),
  ...changes,
})
const descriptions = (fields: Record<string, string>) =>
  Object.keys(fields)
    .filter((name) => /^contributions\[\d+\]\.description$/.test(name))
    .map((name) => fields[name])

describe("arranging the contributions without script", () => {
  test("adds and takes out rows, loses nothing that was typed and saves nothing", async () => {
    const before = await stored()
    const first = await typed(campus, {
      title: 'Kelas "talenta" <kelurahan> & kota',
      plan: "\n\n1. Satu\n2. Dua",
      periodFrom: "besok",
      "contributions[0].description": "Delapan dosen",
      "contributions[1].amount": "dua belas juta",
    })
    expect(descriptions(first)).toEqual(["Delapan dosen", "Biaya perjalanan"])

    const longer = await campus.post(path, { ...first, susunan: "add" })
    expect(longer.status).toBe(200)
    const added = typedIn(longer.text)
    const key = added["contributions[2].key"] ?? ""
    expect(key).not.toBe("")
    expect([added["contributions[0].key"], added["contributions[1].key"]]).not.toContain(key)
    const empty = Object.fromEntries(
      ["kind", "description", "valued", "amount"].map((name) => [`contributions[2].${name}`, ""]),
    )
    expect(added).toEqual({ ...first, ...empty, "contributions[2].key": key })
    expect(pageWords(longer.text)).toContain(t("proposal.draft.unsaved"))

    const shorter = await campus.post(path, {
      ...added,
      ...{ "contributions[2].description": "Ruang kelas", "contributions[2].kind": "place" },
      susunan: "remove:0",
    })
    expect(shorter.status).toBe(200)
    const taken = typedIn(shorter.text)
    expect(descriptions(taken)).toEqual(["Biaya perjalanan", "Ruang kelas"])
    expect(taken).toMatchObject({
      title: first.title,
      plan: first.plan,
      periodFrom: "besok",
      draftNumber: first.draftNumber,
      seen: first.seen,
      "contributions[0].amount": "dua belas juta",
      "contributions[0].kind": "money",
      "contributions[1].kind": "place",
      "contributions[1].key": key,
    })
    expect(await stored()).toEqual(before)
  })

  test("leaves one empty row to begin with and takes no other order", async () => {
    const first = await typed(campus)
    const one = typedIn((await campus.post(path, { ...first, susunan: "remove:1" })).text)
    const none = typedIn((await campus.post(path, { ...one, susunan: "remove:0" })).text)
    expect(descriptions(none)).toEqual([""])
    expect(none["contributions[0].key"]).not.toBe(one["contributions[0].key"])
    for (const order of ["remove:9", "remove:-1", "remove:123", "remove:", "up:1", "ADD"]) {
      const answer = await campus.post(path, { ...first, susunan: order })
      expect([order, answer.status, typedIn(answer.text)]).toEqual([order, 200, first])
    }
    expect((await campus.post(path, { ...first, ...none, susunan: "remove:0" })).status).toBe(200)
  })

  test("is kept at the most rows that a proposal can have", async () => {
    let fields = await typed(campus)
    for (let rows = 2; rows < proposalLimits.contributions; rows += 1) {
      const answer = await campus.post(path, { ...fields, susunan: "add" })
      fields = { ...typedIn(answer.text), [`contributions[${rows}].description`]: `Baris ${rows}` }
      expect(answer.text.includes('value="add"'), String(rows)).toBe(rows + 1 < proposalLimits.contributions)
    }
    expect((await campus.post(path, fields)).status).toBe(303)
    const more = { ...fields, "contributions[12].key": "b-00000099", "contributions[12].description": "Terlalu banyak" }
    const refused = await campus.post(path, more)
    expect(refused.status).toBe(422)
    expect(pageWords(refused.text)).toContain(t("errors.proposal.tooManyContributions"))
    expect(descriptions(typedIn(refused.text))).toContain("Terlalu banyak")
  })
})

describe("saving with the button", () => {
  test("takes an incomplete text; one button leads on to the case, the other back to the form", async () => {
    const empty = { summary: "", plan: "", periodFrom: "32 Februari", periodUntil: "", "contributions[1].amount": "" }
    const on = await campus.post(path, await typed(campus, { ...empty, next: "case" }))
    expect([on.status, on.location]).toEqual([303, home])
    expect(pageWords((await campus.follow(on)).text)).toContain(t("flash.proposal.saved"))
    expect(await draft()).toMatchObject({ summary: "", plan: "", periodFrom: "32 Februari" })

    const stay = await campus.post(path, await typed(campus, { title: "Judul baru", next: "stay" }))
    expect([stay.status, stay.location]).toEqual([303, path])
    const again = await campus.follow(stay)
    expect(pageWords(again.text)).toContain(t("flash.proposal.saved"))
    expect(typedIn(again.text)).toMatchObject({ title: "Judul baru", periodFrom: "32 Februari" })
    expect(pageWords(again.text)).toContain(t("proposal.draft.missing", { count: 5 }))

    // The Enter key names no button of the row at the bottom but the hidden one, and without any it stays.
    const enter = await campus.post(path, await typed(campus, { title: "Judul lain" }))
    expect(enter.location).toBe(path)
    const english = await campus.post(`/en${path}`, await typed(campus, { title: "Judul ketiga", next: "case" }))
    expect(english.location).toBe(`/en${home}`)
  })

  test("refuses what is too long beside its field and keeps it", async () => {
    const long = "x".repeat(proposalLimits.summary + 1)
    const before = await stored()
    const answer = await campus.post(path, await typed(campus, { summary: long, next: "case" }))
    expect(answer.status).toBe(422)
    expect(typedIn(answer.text).summary).toBe(long)
    expect(answer.text).toContain('href="#summary"')
    expect(answer.text).toMatch(/<textarea[^>]*aria-invalid="true"/)
    expect(await stored()).toEqual(before)
  })
})

describe("two authors at once", () => {
  test("the later one reads both texts, keeps his, takes over what only the other changed, and saves on top", async () => {
    const mine = await typed(campus, { title: "Judul dari kampus", plan: "Rencana yang hanya ditulis kampus." })
    const theirs = await typed(firm, {
      title: "Judul dari perusahaan",
      summary: "Ringkasan yang hanya diubah perusahaan.",
      "contributions[1].description": "Perjalanan dan penginapan",
    })
    expect((await firm.post(path, theirs)).status).toBe(303)

    const late = await campus.post(path, { ...mine, next: "case" })
    expect(late.status).toBe(409)
    const words = pageWords(late.text)
    expect(words).toContain(t("proposal.stale.title", { author: sides.firm.drafter.name }))
    expect(words).toContain(t("proposal.stale.conflicts", { count: 1 }))
    expect(words).toContain(t("proposal.stale.changed"))
    expect(words).toContain("Judul dari perusahaan")
    expect(words).toContain(t("proposal.draft.saveMerged"))
    // What is only looked at must not be saved by a script.
    expect(late.text).not.toContain("data-autosave=")
    const both = typedIn(late.text)
    expect(both).toMatchObject({
      title: "Judul dari kampus",
      plan: "Rencana yang hanya ditulis kampus.",
      summary: "Ringkasan yang hanya diubah perusahaan.",
      "contributions[1].description": "Perjalanan dan penginapan",
    })
    expect(await draft()).toMatchObject({ title: "Judul dari perusahaan" })

    // Rows may be arranged meanwhile: the other's text stays beside one's own.
    const arranged = await campus.post(path, { ...both, susunan: "add" })
    expect(pageWords(arranged.text)).toContain("Judul dari perusahaan")
    const saved = await campus.post(path, { ...typedIn(arranged.text), next: "case" })
    expect([saved.status, saved.location]).toEqual([303, home])
    const now = await draft()
    expect(now).toMatchObject({
      title: "Judul dari kampus",
      plan: "Rencana yang hanya ditulis kampus.",
      summary: "Ringkasan yang hanya diubah perusahaan.",
    })
    expect(now.contributions.map(({ description }) => description)).toEqual([
      "Enam dosen pendamping",
      "Perjalanan dan penginapan",
    ])
  })

  test("where nobody touched the other's part, the page says so; a third save in between is met again", async () => {
    const mine = await typed(campus, { plan: "Rencana baru dari kampus." })
    expect((await firm.post(path, await typed(firm, { summary: "Ringkasan kedua." }))).status).toBe(303)
    const late = await campus.post(path, mine)
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain(t("proposal.stale.noConflicts"))
    expect((await firm.post(path, await typed(firm, { summary: "Ringkasan ketiga." }))).status).toBe(303)
    const later = await campus.post(path, typedIn(late.text))
    expect(later.status).toBe(409)
    expect(typedIn(later.text)).toMatchObject({ plan: "Rencana baru dari kampus.", summary: "Ringkasan ketiga." })
    expect((await campus.post(path, typedIn(later.text))).status).toBe(303)
    expect(await draft()).toMatchObject({ plan: "Rencana baru dari kampus.", summary: "Ringkasan ketiga." })
  })

  test("a row that one took out and the other changed comes back to be decided on", async () => {
    const mine = typedIn((await campus.post(path, { ...(await typed(campus)), susunan: "remove:0" })).text)
    expect((await firm.post(path, await typed(firm, { "contributions[0].description": "Tujuh dosen" }))).status).toBe(
      303,
    )
    const late = await campus.post(path, mine)
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain(t("proposal.stale.restored"))
    expect(descriptions(typedIn(late.text))).toContain("Tujuh dosen")
  })

  test("numbers and marks that no page of ours sent are refused or read as nothing seen, and never fail", async () => {
    const fields = await typed(campus, { plan: "Rencana baru." })
    const future = await campus.post(path, { ...fields, draftNumber: "999" })
    expect(future.status).toBe(409)
    expect(pageWords(future.text)).toContain(t("errors.stale"))
    expect(typedIn(future.text).plan).toBe("Rencana baru.")
    expect((await campus.post(path, { ...fields, draftNumber: "satu" })).status).toBe(422)
    expect((await firm.post(path, await typed(firm, { plan: "Rencana perusahaan." }))).status).toBe(303)
    for (const seen of ["", "{", "[]", "null", '"x"', '{"plan":1}', '{"__proto__":{"plan":"x"}}']) {
      const late = await campus.post(path, { ...fields, seen, theirs: seen })
      expect([seen, late.status]).toEqual([seen, 409])
      expect(pageWords(late.text), seen).toContain("Rencana perusahaan.")
    }
  })
})

describe("the address that the page's script saves to", () => {
  const address = () => `${home}/simpanan`
  const saveAs = async (person: Persona, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await person.post(address(), fields, headers)
    return { ...answer, json: answer.text === "" ? undefined : JSON.parse(answer.text) }
  }

  test("answers the numbers that the next save needs, and equal text makes no second save", async () => {
    const before = await saves()
    let fields = await typed(campus, { title: "Judul satu" })
    const first = await saveAs(campus, fields)
    expect(first.status).toBe(200)
    expect(Object.keys(first.json).sort()).toEqual(["saved", "savedAt", "seen"])
    expect(first.json).toMatchObject({ saved: Number(fields.draftNumber) + 1, savedAt: app.world.clock.now() })
    expect(first.headers.get("Content-Type")).toContain("application/json")
    expect(first.headers.get("Cache-Control")).toContain("no-store")

    const again = await saveAs(campus, fields)
    expect([again.status, again.json]).toEqual([200, first.json])
    expect(await saves()).toBe(before + 1)

    fields = {
      ...fields,
      draftNumber: String(first.json.saved),
      seen: JSON.stringify(first.json.seen),
      title: "Judul dua",
    }
    const second = await saveAs(campus, fields)
    expect([second.status, second.json.saved]).toEqual([200, first.json.saved + 1])
    expect(await saves()).toBe(before + 2)
    expect((await draft()).title).toBe("Judul dua")
    // The form that the script filled in is what the button sends.
    const pressed = {
      ...fields,
      draftNumber: String(second.json.saved),
      seen: JSON.stringify(second.json.seen),
      plan: "Selesai.",
    }
    expect((await campus.post(path, { ...pressed, next: "case" })).status).toBe(303)
  })

  test("says that somebody else saved meanwhile, stores nothing then, and the button shows both texts", async () => {
    const mine = await typed(campus, { title: "Dari kampus" })
    expect((await saveAs(firm, await typed(firm, { title: "Dari perusahaan" }))).status).toBe(200)
    const before = await stored()
    const late = await saveAs(campus, mine)
    expect([late.status, late.json]).toEqual([409, { code: "stale" }])
    expect(await stored()).toEqual(before)
    const pressed = await campus.post(path, mine)
    expect(pressed.status).toBe(409)
    expect(pageWords(pressed.text)).toContain("Dari perusahaan")
  })

  test("turns away whoever may not write, and what no page of ours sends", async () => {
    const fields = await typed(campus, { title: "Bukan dari penulis" })
    const before = await stored()
    const statusOf = async (person: Persona) => (await saveAs(person, fields)).status
    const region = await app.as(sides.region.approver)
    expect(await saveAs(app.visitor(), fields)).toMatchObject({ status: 401, json: { code: "signedOut" } })
    expect(await statusOf(await app.as(sides.stranger.drafter))).toBe(404)
    expect(await statusOf(await app.as(await app.world.create.account()))).toBe(404)
    expect(await statusOf(region)).toBe(404)
    expect(await statusOf(await app.as(sides.campus.member))).toBe(403)
    expect(await statusOf(await app.as(sides.firm.member))).toBe(404)

    const read = await campus.get(address())
    expect([read.status, read.headers.get("Allow"), read.text]).toEqual([405, "POST", ""])
    for (const method of ["PUT", "DELETE", "PATCH"])
      expect((await campus.send(address(), { method, headers: { Origin: "http://127.0.0.1:3000" } })).status).toBe(405)

    const foreign = { Origin: "https://lain.example", "Sec-Fetch-Site": "cross-site" }
    expect(await saveAs(campus, fields, foreign)).toMatchObject({ status: 403, json: { key: "foreignOrigin" } })
    const form = { method: "POST", body: new URLSearchParams(fields) }
    expect((await campus.send(address(), form)).status).toBe(403)
    expect((await campus.send(address(), { ...form, headers: { Origin: "https://lain.example" } })).status).toBe(403)
    expect((await campus.post("/ruang-kerja/usulan/TIDAK-ADA/simpanan", fields)).status).toBe(404)

    const tooLong = await saveAs(campus, { ...fields, plan: "x".repeat(proposalLimits.plan + 1) })
    expect([tooLong.status, tooLong.json.code]).toEqual([422, "invalid"])
    const sameOrigin = { Origin: "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-origin" }
    const json = { method: "POST", body: "{}", headers: { ...sameOrigin, "Content-Type": "application/json" } }
    expect((await campus.send(address(), json)).status).toBe(415)
    expect(await stored()).toEqual(before)
  })

  test("the region, once it was asked, may read but not write", async () => {
    await begin("submitted")
    const region = await app.as(sides.region.approver)
    const answer = await saveAs(region, { title: "Dari daerah", draftNumber: "1", seen: "" })
    expect([answer.status, answer.json.code]).toEqual([403, "forbidden"])
    expect((await region.get(path)).status).toBe(403)
  })

  test("counts the saves of one person and says when he may go on", async () => {
    const fields = await typed(campus)
    await app.world.db.deleteFrom("rateLimit").execute()
    expect((await saveAs(campus, fields)).status).toBe(200)
    await app.world.db.updateTable("rateLimit").set({ hits: limits["draftSave.account"].hits }).execute()
    const answer = await saveAs(campus, fields)
    expect([answer.status, answer.json.code]).toEqual([429, "rate_limited"])
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0)
    expect((await saveAs(firm, await typed(firm, { title: "Yang lain tetap menyimpan" }))).status).toBe(200)
    // The button is not counted: nobody loses what he typed to a script that saved too often.
    expect((await campus.post(path, await typed(campus, { title: "Dengan tombol" }))).status).toBe(303)
  })
})

test("a proposal submitted meanwhile: the form comes back with what was typed and says that it is closed", async () => {
  const late = await typed(firm, { plan: "Masih saya ketik <b>saat</b> diajukan." })
  const submission = `${home}/pengajuan`
  expect((await campus.post(submission, typedIn((await campus.get(submission)).text))).status).toBe(303)
  const before = await stored()
  expect(before.status).toBe("submitted")

  const answer = await firm.post(path, { ...late, next: "case" })
  expect(answer.status).toBe(409)
  const words = pageWords(answer.text)
  const status = t("proposal.status.submitted")
  expect(words).toContain(t("proposal.draft.closed"))
  expect(words).toContain(t("proposal.draft.closedTyped", { status }))
  expect(typedIn(answer.text).plan).toBe("Masih saya ketik <b>saat</b> diajukan.")
  expect(answer.text).not.toContain("data-autosave=")
  expect(words).not.toContain(t("proposal.draft.saveAndSee"))
  expect((await firm.post(`${home}/simpanan`, late)).status).toBe(409)
  expect(await stored()).toEqual(before)

  const page = await firm.get(path)
  expect(page.status).toBe(200)
  expect(pageWords(page.text)).toContain(t("proposal.draft.closedBody", { status }))
})

describe("scripts", () => {
  test("run on the page of the form alone, from this site alone, and nothing needs them", async () => {
    for (const prefix of ["", "/en"]) {
      const page = await campus.get(prefix + path)
      const policy = page.headers.get("Content-Security-Policy") ?? ""
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).not.toContain("unsafe")
      const scripts = [...page.text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
      expect(scripts).toHaveLength(1)
      expect(scripts[0]?.[1]).toMatch(/\ssrc="\/[^"]*autosave/)
      expect(scripts[0]?.[2]).toBe("")
      expect(page.text).not.toMatch(/\son[a-z]+="/)
      expect(page.text).toContain(`data-autosave="${home}/simpanan"`)
      expect(page.text).toMatch(/data-autosave-status[^>]*role="status"><\/span>/)
      expect(page.headers.get("Cache-Control")).toContain("no-store")
    }
    for (const page of ["", "/pengajuan", "/mitra"]) {
      const answer = await campus.get(home + page)
      expect(answer.status, page).toBe(200)
      expect(answer.headers.get("Content-Security-Policy"), page).toContain("script-src 'none'")
      expect(answer.text, page).not.toContain("<script")
    }
    const papers = await campus.get(`${home}/lampiran`)
    expect(papers.headers.get("Content-Security-Policy")).toContain("script-src 'self'; connect-src 'self'")
    expect(papers.headers.get("Content-Security-Policy")).not.toContain("unsafe")
    expect(
      [...papers.text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, head, body]) => [head, body]),
    ).toEqual([[expect.stringMatching(/\ssrc="\/assets\/file-size-/), ""]])
  })
})

describe("in revision", () => {
  beforeEach(async () => begin("revision"))

  test("every point has a field for its answer, which is saved with the text", async () => {
    const page = await campus.get(path)
    const words = pageWords(page.text)
    expect(words).toContain(t("proposal.draft.titleRevision"))
    const fields = typedIn(page.text)
    for (const [index, { part, text }] of points.entries()) {
      expect(words).toContain(`${t(`proposal.part.${part}`)} ${text}`)
      expect(fields[`answers[${index}].key`]).not.toBe("")
      expect(fields[`answers[${index}].text`]).toBe("")
    }
    expect(fields[`answers[${points.length}].key`]).toBeUndefined()
    expect((await campus.post(path, { ...fields, "answers[1].text": "Sudah kami rinci." })).status).toBe(303)
    expect((await draft()).answers).toEqual([{ key: fields["answers[1].key"], text: "Sudah kami rinci." }])
    expect(await typed(firm)).toMatchObject({ "answers[0].text": "", "answers[1].text": "Sudah kami rinci." })

    // Whoever answers one point meets the other's answer to another, and neither stands against the other.
    const late = await firm.post(path, { ...fields, "answers[0].text": "Jadwalnya terlampir." })
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain(t("proposal.stale.noConflicts"))
    const both = { "answers[0].text": "Jadwalnya terlampir.", "answers[1].text": "Sudah kami rinci." }
    expect(typedIn(late.text)).toMatchObject(both)
    expect((await firm.post(path, typedIn(late.text))).status).toBe(303)
    expect(await typed(campus)).toMatchObject(both)
  })

  test("the page of the submission lists what is missing, each with the way to its field", async () => {
    const saved = await campus.post(
      path,
      await typed(campus, {
        summary: "Pendek",
        periodFrom: "2026-13-01",
        "contributions[0].kind": "",
        "contributions[1].amount": "banyak",
        "answers[0].text": "Sudah kami rinci.",
      }),
    )
    expect(saved.status).toBe(303)
    const form = idsIn((await campus.get(path)).text)
    const page = await campus.get(`${home}/pengajuan`)
    const links = [...page.text.matchAll(new RegExp(`href="${path}#([^"]+)"`, "g"))].map(([, id = ""]) => id)
    expect(links.sort()).toEqual(
      ["summary", "periodFrom", "contributions-0-kind", "contributions-1-amount", "answers-1-text"].sort(),
    )
    for (const id of links) expect(form).toContain(id)
    const words = pageWords(page.text)
    expect(words).toContain(t("errors.proposal.incomplete"))
    expect(words).toContain(`${t("proposal.fault.answer", { number: 2 })} : ${t("errors.field.required")}`)
    expect(words).toContain(
      `${t("proposal.fault.contribution", { number: 2, field: t("proposal.content.amount") })} : ${t("errors.proposal.amount")}`,
    )
    expect(page.text).not.toMatch(/<form\b[^>]*method="post"[^>]*>(?=[\s\S]*name="lockVersion")/)

    // Whoever posts it all the same is refused.
    const { lockVersion } = await stored()
    const refused = await campus.post(`${home}/pengajuan`, { lockVersion: String(lockVersion) })
    expect(refused.status).toBe(422)
    expect((await stored()).status).toBe("revision")

    const english = await campus.get(`/en${home}/pengajuan`)
    expect(english.text).toContain(`href="/en${path}#answers-1-text"`)

    const mended = await typed(campus, {
      summary: "Dosen kami mendampingi camat dan lurah mengenali talenta selama enam bulan.",
      periodFrom: "2026-04-01",
      "contributions[0].kind": "expertise",
      "contributions[1].amount": "Rp12.500.000",
      "answers[1].text": "Biaya dirinci per kecamatan.",
    })
    expect((await campus.post(path, mended)).status).toBe(303)
    const submission = await campus.get(`${home}/pengajuan`)
    expect((await campus.post(`${home}/pengajuan`, typedIn(submission.text))).status).toBe(303)
    expect(await stored()).toMatchObject({ status: "submitted", versionNumber: 2 })
  })
})

test("a draft whose need has closed is told so and goes on unasked, once, by its own side alone", async () => {
  const { id, slug } = await openNeed(app.world, sides.region)
  code = await proposalIn(app.world, sides, "draft", { partner: true, need: slug })
  home = `/ruang-kerja/usulan/${code}`
  const detaching = `${home}/tanpa-kebutuhan`
  expect(pageWords((await campus.get(home)).text)).not.toContain(t("proposal.case.needClosed"))
  const ctx = await app.world.as(sides.region.approver)
  await closeNeed(ctx, id, { lockVersion: (await getNeed(ctx, id)).lockVersion, reason: "Sudah terpenuhi." })

  expect(pageWords((await campus.get(home)).text)).toContain(t("proposal.case.needClosed"))
  const submission = `${home}/pengajuan`
  const refused = await campus.post(submission, typedIn((await campus.get(submission)).text))
  expect(refused.status).toBe(409)

  const page = await campus.get(detaching)
  expect(pageWords(page.text)).toContain(t("proposal.detaching.final"))
  const fields = typedIn(page.text)
  expect((await firm.post(detaching, fields)).status).toBe(403)
  expect((await (await app.as(sides.region.approver)).post(detaching, fields)).status).toBe(404)
  expect((await campus.post(detaching, { ...fields, lockVersion: "1" })).status).toBe(409)
  const answer = await campus.post(detaching, fields)
  expect(answer.status).toBe(303)
  const words = pageWords((await campus.follow(answer)).text)
  expect(words).toContain(t("flash.proposal.detached"))
  expect(words).toContain(t("proposal.unasked"))
  expect(words).not.toContain(t("proposal.case.needClosed"))
  const twice = await campus.post(detaching, typedIn((await campus.get(detaching)).text))
  expect([twice.status, pageWords(twice.text)]).toEqual([
    409,
    expect.stringContaining(t("errors.proposal.answersNone")),
  ])

  expect((await campus.post(submission, typedIn((await campus.get(submission)).text))).status).toBe(303)
  expect(await stored()).toMatchObject({ status: "submitted", needId: null })
})
