import { beforeEach, describe, expect, test } from "vitest"
import { initiativePage } from "#app/domain/initiative/limits.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { uploadLimit } from "#app/http/body.server.ts"
import { translator } from "#app/i18n/messages.ts"
import { type Answer, openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import {
  agreementWith,
  initiativeFields,
  initiativeIn,
  milestoneIn,
  outcomeIn,
  stopReason,
} from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { png } from "#tests/support/pictures.ts"
import { openNeed, proposalIn, proposalSides, type Sides } from "#tests/support/proposals.ts"
import { typedIn } from "./typed.ts"

const t = translator("id")
const en = translator("en")
const workspace = "/ruang-kerja"
const desk = `${workspace}/inisiatif`

let app: TestApp
let sides: Sides
let people: Record<"drafter" | "region" | "campus" | "firm" | "stranger" | "visitor", Persona>

async function signIn(): Promise<void> {
  people = {
    drafter: await app.as(sides.region.drafter),
    region: await app.as(sides.region.approver),
    campus: await app.as(sides.campus.drafter),
    firm: await app.as(sides.firm.drafter),
    stranger: await app.as(sides.stranger.approver),
    visitor: app.visitor(),
  }
}

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  await signIn()
})

type Changes = Record<string, string | string[]>

/** Opens a page, types `changes` into its last form and sends it. */
const step = async (person: Persona, path: string, changes: Changes = {}): Promise<Answer> =>
  person.post(path, { ...typedIn((await person.get(path)).text), ...changes })

/** The same, and it must lead on; answers what the page there says. */
async function done(
  person: Persona,
  path: string,
  changes: Changes = {},
): Promise<{ words: string; location: string }> {
  const answer = await step(person, path, changes)
  expect([path, answer.status]).toEqual([path, 303])
  const page = await person.follow(answer)
  expect([answer.location, page.status]).toEqual([answer.location, 200])
  return { words: pageWords(page.text), location: answer.location ?? "" }
}

const read = async (person: Persona, path: string): Promise<string> => {
  const page = await person.get(path)
  expect([path, page.status]).toEqual([path, 200])
  return pageWords(page.text)
}
const initiative = async (id: string) => getInitiative(await app.world.as(sides.region.approver), id)
const count = async (table: "initiativeUpdate" | "milestone" | "outcome" | "outcomeMeasure" | "initiative") =>
  (await app.world.db.selectFrom(table).select("id").execute()).length
const hiddenFromOthers = async (path: string) => {
  for (const who of ["stranger", "visitor"] as const) {
    const answer = await people[who].get(path)
    const hidden = answer.status === 404 || answer.location === `/masuk?lanjut=${encodeURIComponent(path)}`
    expect([who, path, answer.status, hidden]).toEqual([who, path, answer.status, true])
  }
}

test("from the accepted proposal to what was left of it: every page leads on", async () => {
  const need = await openNeed(app.world, sides.region)
  const code = await proposalIn(app.world, sides, "accepted", { need: need.slug, partner: true })
  const begin = `${desk}/baru?usulan=${code}`
  expect((await people.region.get(`${workspace}/usulan/${code}`)).text).toContain(`href="${begin}"`)

  // The form knows what the proposal and its need say already.
  const form = await people.drafter.get(begin)
  expect(typedIn(form.text)).toMatchObject({
    proposals: code,
    title: "Kelas talenta untuk kelurahan",
    affair: "education",
    regionCode: "33.71",
    startsOn: "2026-04-01",
    endsOn: "2026-09-30",
  })
  const begun = await done(people.drafter, begin, { ...(initiativeFields() as Changes), proposals: [code] })
  expect(begun.words).toContain(t("flash.initiative.started"))
  const home = begun.location
  const id = home.split("/").at(-1) ?? ""
  const { slug } = await initiative(id)
  const page = `/inisiatif/${slug}`
  for (const name of [sides.campus, sides.firm, sides.region]) expect(begun.words).toContain(name.organisation.name)
  expect(begun.words).toContain(t("initiative.case.plan"))

  // Before it is published it is its participants' alone.
  for (const path of [home, page, `${home}/kabar`, `${home}/tonggak`]) await hiddenFromOthers(path)
  for (const person of Object.values(people)) expect((await person.get(page)).status).toBe(404)
  for (const who of ["campus", "firm"] as const) {
    expect((await people[who].get(home)).status, who).toBe(200)
    for (const one of ["ubah", "tonggak", "capaian", "mitra", "penerbitan", "mulai"])
      expect((await people[who].get(`${home}/${one}`)).status, `${who} ${one}`).toBe(403)
  }
  expect((await people.drafter.get(`${home}/penerbitan`)).status).toBe(403)
  expect(await read(people.region, workspace)).toContain(t("initiative.inbox.publish"))
  expect(await read(people.visitor, `/kebutuhan/${need.slug}`)).not.toContain("Kelas talenta kelurahan")

  await done(people.drafter, `${home}/tonggak`, { title: "34 relawan dilatih", dueOn: "2026-03-01" })
  await done(people.drafter, `${home}/tonggak`, { title: "Laporan <akhir>", dueOn: "2026-09-15" })
  await done(people.drafter, `${home}/capaian`, {
    ...{ indicator: "Pegawai yang dinilai", unit: "orang", baseline: "0", target: "1.250" },
    source: "Laporan BKPSDM",
  })
  expect(await read(people.drafter, `${home}/capaian`)).toContain(t("initiative.outcome.notYet"))
  expect((await done(people.drafter, `${home}/mulai`)).words).toContain(t("flash.initiative.begun"))
  expect(await read(people.drafter, workspace)).toContain(
    t("initiative.inbox.milestoneDue", { milestone: "34 relawan dilatih" }),
  )
  const [first] = await app.world.db.selectFrom("milestone").select("id").orderBy("dueOn").execute()
  const reaching = `${home}/tonggak/${first?.id}/ketercapaian`
  const early = await step(people.drafter, reaching, { reachedOn: "2026-03-03" })
  expect([early.status, typedIn(early.text).reachedOn]).toEqual([422, "2026-03-03"])
  expect(pageWords(early.text)).toContain(t("errors.initiative.inFuture"))
  await done(people.drafter, reaching, { note: "Semua hadir." })
  expect(await read(people.drafter, workspace)).not.toContain("34 relawan dilatih")

  const { id: outcome } = await app.world.db.selectFrom("outcome").select("id").executeTakeFirstOrThrow()
  await done(people.drafter, `${home}/capaian/${outcome}/ukuran`, { value: "625,5", note: "Separuh jalan." })
  await done(people.firm, `${home}/kabar`, { title: "Kabar pertama", body: "Dua puluh orang **belajar** bersama." })
  await done(people.drafter, `${home}/ubah`, {
    ...typedIn((await people.drafter.get(`${home}/ubah`)).text),
    story: "## Mengapa\n\nKarena perlu.",
  })

  expect((await done(people.region, `${home}/penerbitan`)).words).toContain(t("flash.initiative.published"))
  expect((await step(people.region, `${home}/penerbitan`)).status).toBe(409)
  expect(await read(people.region, workspace)).not.toContain(t("initiative.inbox.publish"))
  const indonesian = await read(people.visitor, page)
  for (const expected of [
    ...["34 relawan dilatih", "Laporan <akhir>", "Semua hadir.", "Kabar pertama", "Karena perlu.", "Separuh jalan."],
    ...[`625,5 orang`, `1.250 orang`, t("initiative.outcome.share", { share: "50%" })],
    ...[t("initiative.status.running"), t("initiative.show.milestones", { total: 2 })],
    ...[sides.campus, sides.firm, sides.region].map(({ organisation }) => organisation.name),
  ])
    expect(indonesian).toContain(expected)
  const english = await read(people.visitor, `/en${page}`)
  for (const expected of [
    "625.5 orang",
    "1,250 orang",
    en("initiative.status.running"),
    en("initiative.outcome.title"),
  ])
    expect(english).toContain(expected)
  expect((await people.visitor.get(`/en${page}`)).text).toContain(`href="/en/mitra/${sides.campus.organisation.slug}"`)
  expect(await read(people.visitor, `/kebutuhan/${need.slug}`)).toContain("Kelas talenta kelurahan")
  expect((await people.campus.get(`${workspace}/usulan/${code}`)).text).toContain(`href="${page}"`)

  expect((await people.drafter.get(`${home}/penyelesaian`)).status).toBe(403)
  expect((await step(people.drafter, `${home}/kelanjutan`, { sequel: "Terlalu dini." })).status).toBe(409)
  expect((await done(people.region, `${home}/penyelesaian`)).words).toContain(t("flash.initiative.completed"))
  // What lasts is measured and told after the end.
  await done(people.drafter, `${home}/capaian/${outcome}/ukuran`, { value: "1.250" })
  await done(people.firm, `${home}/kabar`, { title: "Kabar terakhir", body: "Semua orang sudah dinilai bersama." })
  await done(people.drafter, `${home}/kelanjutan`, { sequel: "Kelasnya **diteruskan** kelurahan." })
  const after = await people.visitor.get(page)
  for (const expected of [
    t("initiative.sequel.title"),
    t("initiative.status.completed"),
    t("initiative.outcome.reached"),
    "Kabar terakhir",
  ])
    expect(pageWords(after.text)).toContain(expected)
  expect(after.text).toContain("<strong>diteruskan</strong>")
  await done(people.drafter, `${home}/kelanjutan`, { sequel: "" })
  expect(await read(people.visitor, page)).not.toContain(t("initiative.sequel.title"))
})

describe("numbers", () => {
  let id: string
  let path: string

  beforeEach(async () => {
    id = await initiativeIn(app.world, sides, "running")
    path = `${desk}/${id}/capaian`
  })

  const fields = (changes: Changes = {}): Changes => ({
    ...{ indicator: "Pegawai yang dinilai", unit: "orang", baseline: "0", target: "2.000", source: "Laporan" },
    ...changes,
  })

  test("that can be read in two ways, or in none, are refused with what was typed", async () => {
    for (const target of [
      "1,250",
      "seribu",
      "1.25.0",
      "1.250,",
      "1e3",
      "12 50",
      "0x10",
      "1234567890123456",
      "1,23456",
      "--1",
    ]) {
      const answer = await step(people.drafter, path, fields({ target }))
      expect([target, answer.status]).toEqual([target, 422])
      expect(pageWords(answer.text)).toContain(t("errors.initiative.number"))
      expect(answer.text).toContain('href="#target"')
      expect(typedIn(answer.text)).toMatchObject(fields({ target }))
    }
    const same = await step(people.drafter, path, fields({ baseline: "2000,0" }))
    expect(same.status).toBe(422)
    expect(pageWords(same.text)).toContain(t("errors.initiative.targetIsBaseline"))
    expect(await count("outcome")).toBe(0)
    const outcome = await outcomeIn(app.world, sides, id)
    const measure = `${path}/${outcome}/ukuran`
    const answer = await step(people.drafter, measure, { value: "1,250", note: "Dihitung bersama." })
    expect(answer.status).toBe(422)
    expect(typedIn(answer.text)).toMatchObject({ value: "1,250", note: "Dihitung bersama.", measuredOn: "2026-03-02" })
    expect(pageWords(answer.text)).toContain(t("errors.initiative.number"))
    const early = await step(people.drafter, measure, { value: "1", measuredOn: "2026-03-03" })
    expect(early.status).toBe(422)
    expect(pageWords(early.text)).toContain(t("errors.initiative.inFuture"))
    expect(await count("outcomeMeasure")).toBe(0)
  })

  test("are read with Indonesian and English separators and written as each reader is used to", async () => {
    const cases = [
      ["1.250", "1250", "1.250", "1,250"],
      ["1.250,5", "1250.5", "1.250,5", "1,250.5"],
      ["1,250.5", "1250.5", "1.250,5", "1,250.5"],
      ["12,5", "12.5", "12,5", "12.5"],
      ["12.5", "12.5", "12,5", "12.5"],
      ["1 250 000", "1250000", "1.250.000", "1,250,000"],
      ["1,250,000", "1250000", "1.250.000", "1,250,000"],
      ["−3,25", "-3.25", "-3,25", "-3.25"],
      ["007", "7", "7", "7"],
      ["999999999999999.9999", "999999999999999.9999", "999.999.999.999.999,9999", "999,999,999,999,999.9999"],
    ] as const
    const outcome = await outcomeIn(app.world, sides, id, { target: "2.000" })
    for (const [typed, stored, indonesian, english] of cases) {
      await done(people.drafter, `${path}/${outcome}/ukuran`, { value: typed })
      const { value } = await app.world.db
        .selectFrom("outcomeMeasure")
        .select("value")
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow()
      expect([typed, String(value)]).toEqual([typed, stored])
      expect((await read(people.drafter, path)).replaceAll("\u2212", "-"), typed).toContain(`${indonesian} orang`)
      expect((await read(people.drafter, `/en${path}`)).replaceAll("\u2212", "-"), typed).toContain(`${english} orang`)
    }
  })

  test("that were wrong are struck, and nobody counts them any more", async () => {
    const outcome = await outcomeIn(app.world, sides, id, { target: "100" })
    await done(people.drafter, `${path}/${outcome}/ukuran`, { value: "77", note: "Salah hitung." })
    const { id: measure } = await app.world.db.selectFrom("outcomeMeasure").select("id").executeTakeFirstOrThrow()
    const strike = `${desk}/${id}/ukuran/${measure}/pencoretan`
    for (const who of ["campus", "firm"] as const) expect((await people[who].get(strike)).status, who).toBe(403)
    await done(people.drafter, strike)
    expect(await read(people.drafter, path)).toContain(t("initiative.outcome.notMeasured"))
    expect(await read(people.drafter, path)).not.toContain("Salah hitung.")
    await done(people.drafter, `${path}/${outcome}/penghapusan`)
    expect(await read(people.drafter, path)).toContain(t("initiative.outcome.empty"))
  })
})

describe("two people at once", () => {
  test("a stale form is told so, shows what is stored and loses nothing that was typed", async () => {
    const id = await initiativeIn(app.world, sides, "running")
    const path = `${desk}/${id}/ubah`
    const mine: Record<string, string> = { ...typedIn((await people.drafter.get(path)).text), title: "Judul dari saya" }
    await done(people.region, path, { title: "Judul dari penyetuju", affair: "health" })
    const late = await people.drafter.post(path, mine)
    expect(late.status).toBe(409)
    const words = pageWords(late.text)
    for (const expected of [
      t("errors.stale"),
      t("organisation.edit.storedNow"),
      "Judul dari penyetuju",
      t("proposal.affair.health"),
    ])
      expect(words).toContain(expected)
    expect(typedIn(late.text).title).toBe("Judul dari saya")
    expect((await initiative(id)).title).toBe("Judul dari penyetuju")
    expect((await people.drafter.post(path, typedIn(late.text))).status).toBe(303)
    expect((await initiative(id)).title).toBe("Judul dari saya")
  })

  test("every form that changes something refuses a version that is no more", async () => {
    const id = await initiativeIn(app.world, sides, "running")
    const home = `${desk}/${id}`
    const milestone = await milestoneIn(app.world, sides, id, "2026-02-20")
    const outcome = await outcomeIn(app.world, sides, id)
    const stale: readonly (readonly [Persona, string, Changes])[] = [
      [people.drafter, "tonggak", { title: "Tonggak baru", dueOn: "2026-06-01" }],
      [people.drafter, `tonggak/${milestone}/ketercapaian`, { note: "Sudah saya tulis." }],
      [people.drafter, `tonggak/${milestone}/penghapusan`, {}],
      [
        people.drafter,
        "capaian",
        { indicator: "Yang baru", unit: "orang", baseline: "0", target: "5", source: "Laporan" },
      ],
      [people.drafter, `capaian/${outcome}/ukuran`, { value: "5", note: "Sudah saya ukur." }],
      [people.drafter, `capaian/${outcome}/penghapusan`, {}],
      [people.drafter, "mitra", { organisation: sides.stranger.organisation.slug, part: "Meliput kegiatan" }],
      [people.region, "penerbitan", {}],
      [people.region, "penyelesaian", {}],
      [people.region, "penghentian", { reason: stopReason }],
    ]
    const old = new Map<string, Record<string, string>>()
    for (const [person, page] of stale) old.set(page, typedIn((await person.get(`${home}/${page}`)).text))
    await done(people.region, `${home}/ubah`, { title: "Judul yang baru" })
    const before = await app.world.db.selectFrom("auditEvent").select("seq").execute()
    for (const [person, page, changes] of stale) {
      const answer = await person.post(`${home}/${page}`, { ...old.get(page), ...changes })
      expect([page, answer.status]).toEqual([page, 409])
      expect(pageWords(answer.text), page).toContain(t("errors.stale"))
      for (const name of ["title", "note", "indicator", "part", "reason"])
        if (changes[name]) expect(typedIn(answer.text)[name], page).toBe(changes[name])
    }
    expect(await app.world.db.selectFrom("auditEvent").select("seq").execute()).toEqual(before)
  })

  test("what was typed for an initiative that ended meanwhile comes back without a button", async () => {
    const id = await initiativeIn(app.world, sides, "running")
    const home = `${desk}/${id}`
    const forms: readonly (readonly [string, Record<string, string>, Parameters<typeof t>[0]])[] = [
      ["ubah", { title: "Judul yang terlambat" }, "initiative.edit.submit"],
      ["tonggak", { title: "Tonggak yang terlambat", dueOn: "2026-06-01" }, "initiative.milestone.submit"],
      [
        "capaian",
        { indicator: "Ukuran yang terlambat", unit: "orang", baseline: "0", target: "5", source: "Laporan" },
        "initiative.outcome.submit",
      ],
      [
        "mitra",
        { organisation: sides.stranger.organisation.slug, part: "Meliput yang terlambat" },
        "initiative.partner.submit",
      ],
    ]
    const typed = new Map<string, Record<string, string>>()
    const hasButton = (html: string, button: Parameters<typeof t>[0]) =>
      [...html.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].some(
        ([, text = ""]) => pageWords(text).trim() === t(button),
      )
    for (const [page, changes, button] of forms) {
      const { text } = await people.drafter.get(`${home}/${page}`)
      expect(hasButton(text, button), page).toBe(true)
      typed.set(page, { ...typedIn(text), ...changes })
    }
    await done(people.region, `${home}/penyelesaian`)
    for (const [page, changes, button] of forms) {
      const answer = await people.drafter.post(`${home}/${page}`, typed.get(page))
      expect([page, answer.status]).toEqual([page, 409])
      expect(pageWords(answer.text), page).toContain(t("errors.flow.step"))
      const { organisation: _organisation, ...words } = changes
      expect(typedIn(answer.text), page).toMatchObject(words)
      expect(hasButton(answer.text, button), page).toBe(false)
      // Whoever only looks is told so and gets no form.
      expect(pageWords((await people.drafter.get(`${home}/${page}`)).text), page).not.toContain("yang terlambat")
    }
  })

  test("of a double submission counts one: of the beginning of an initiative, of a milestone, of an update", async () => {
    const code = await proposalIn(app.world, sides, "accepted")
    const twice = async (person: Persona, path: string, changes: Changes) => {
      const fields = { ...typedIn((await person.get(path)).text), ...changes }
      const sent = await Promise.all([person.post(path, fields), person.post(path, fields)])
      return sent.map(({ status }) => status).sort()
    }
    const begun = await twice(people.drafter, `${desk}/baru`, { ...(initiativeFields() as Changes), proposals: [code] })
    expect(begun[0]).toBe(303)
    expect([409, 422]).toContain(begun[1])
    expect(await count("initiative")).toBe(1)
    const { id } = await app.world.db.selectFrom("initiative").select("id").executeTakeFirstOrThrow()
    expect(await twice(people.drafter, `${desk}/${id}/tonggak`, { title: "Tonggak", dueOn: "2026-05-01" })).toEqual([
      303, 409,
    ])
    expect(await count("milestone")).toBe(1)

    const kabar = `${desk}/${id}/kabar`
    const words = { title: "Kabar pertama", body: "Dua puluh orang belajar bersama." }
    const fields = { ...typedIn((await people.campus.get(kabar)).text), ...words }
    const sent = await Promise.all([people.campus.post(kabar, fields), people.campus.post(kabar, fields)])
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect(sent[0]?.headers.get("Location")).toBe(sent[1]?.headers.get("Location"))
    expect((await people.campus.post(kabar, fields)).status).toBe(303)
    expect(await count("initiativeUpdate")).toBe(1)
    // Its key is nobody else's, and a picture sent again is the same update.
    expect((await people.drafter.post(kabar, { ...fields, title: "Kabar orang lain" })).status).toBe(422)
    expect((await people.drafter.post(kabar, { ...fields, id: "bukan-kunci" })).status).toBe(422)
    const picture = new File([new Uint8Array(await png())], "foto.png", { type: "image/png" })
    const again = { ...typedIn((await people.campus.get(kabar)).text), ...words, alt: "Ruang kelas", picture }
    for (const status of [303, 303]) expect((await people.campus.post(kabar, again)).status).toBe(status)
    expect(await count("initiativeUpdate")).toBe(2)
  })

  test("with a picture that is too large comes back on its own form with what was typed", async () => {
    const id = await initiativeIn(app.world, sides, "running")
    const kabar = `${desk}/${id}/kabar`
    const sent = {
      ...typedIn((await people.campus.get(kabar)).text),
      ...{ title: "Kelas ketiga", body: "Empat puluh lurah mengikuti kelas ketiga.", alt: "Ruang kelas" },
      picture: new File([new Uint8Array(uploadLimit + 1)], "foto.png", { type: "image/png" }),
    }
    const answer = await people.campus.post(kabar, sent)
    expect(answer.status).toBe(413)
    expect(typedIn(answer.text)).toEqual({ ...sent, picture: "" })
    expect(answer.text).toContain('<a href="#picture">')
    expect(pageWords(answer.text)).toContain("Gambar: Berkas terlalu besar.")
    expect(await count("initiativeUpdate")).toBe(0)

    const ended = await people.visitor.post(kabar, sent)
    expect(ended.status).toBe(403)
    expect(pageWords(ended.text)).toContain("Sesi Anda sudah berakhir")
    expect(ended.text).toContain("Empat puluh lurah")
  })
})

describe("who takes part", () => {
  test("a partner taken in reads and reports; one that left or was taken out does no more", async () => {
    const id = await initiativeIn(app.world, sides, "running")
    const home = `${desk}/${id}`
    const update = { title: "Liputan pertama", body: "Kami meliput kelas pertama di kelurahan." }
    await hiddenFromOthers(home)
    await done(people.drafter, `${home}/mitra`, { organisation: sides.stranger.organisation.slug, part: "Meliput" })
    expect(await read(people.stranger, home)).toContain("Meliput")
    await done(people.stranger, `${home}/kabar`, update)
    const { id: partner } = await app.world.db
      .selectFrom("initiativePartner")
      .select("id")
      .where("organisationId", "=", sides.stranger.organisation.id)
      .executeTakeFirstOrThrow()
    await done(people.drafter, `${home}/mitra/${partner}`, { part: "Meliput setiap bulan" })
    expect(await read(people.firm, home)).toContain("Meliput setiap bulan")
    expect((await people.firm.get(`${home}/mitra/${partner}/pengakhiran`)).status).not.toBe(200)
    await done(people.stranger, `${home}/mitra/${partner}/pengakhiran`)
    await hiddenFromOthers(home)
    expect((await people.stranger.post(`${home}/kabar`, update)).status).toBe(404)
    // What it reported stays.
    expect(await read(people.firm, home)).toContain("Liputan pertama")
  })

  test("only a government begins one, from proposals that it accepted and that are in no other", async () => {
    const code = await proposalIn(app.world, sides, "accepted")
    const fields = { ...(initiativeFields() as Changes), basis: "", proposals: [code] }
    for (const who of ["campus", "stranger"] as const)
      expect((await people[who].post(`${desk}/baru`, fields)).status, who).not.toBe(303)
    expect((await people.visitor.get(`${desk}/baru`)).location).toContain("/masuk?lanjut=")
    const none = await people.drafter.post(`${desk}/baru`, { ...fields, proposals: [] })
    expect(none.status).toBe(422)
    expect(pageWords(none.text)).toContain(t("errors.initiative.noSource"))
    expect(typedIn(none.text)).toMatchObject({
      title: "Kelas talenta kelurahan",
      affair: "education",
      place: initiativeFields().place,
    })
    const open = await proposalIn(app.world, sides, "submitted")
    for (const other of [open, "USL-0000-0000"]) {
      const answer = await people.drafter.post(`${desk}/baru`, { ...fields, proposals: [other] })
      expect([other, answer.status]).toEqual([other, 422])
    }
    const wrong: readonly (readonly [Changes, string])[] = [
      [{ endsOn: "2026-03-31" }, "errors.initiative.periodBackwards"],
      [{ regionCode: "33.08" }, "errors.initiative.foreignRegion"],
      [{ title: "" }, "errors.field.required"],
      [{ startsOn: "besok" }, "errors.field.date"],
    ]
    for (const [change, key] of wrong) {
      const answer = await people.drafter.post(`${desk}/baru`, { ...fields, ...change })
      expect([key, answer.status]).toEqual([key, 422])
      expect(pageWords(answer.text)).toContain(t(key as Parameters<typeof t>[0]))
      expect(answer.text).toMatch(
        new RegExp(`<input[^>]*checked[^>]*value="${code}"|<input[^>]*value="${code}"[^>]*checked`),
      )
    }
    await done(people.drafter, `${desk}/baru`, fields)
    const taken = await people.drafter.post(`${desk}/baru`, fields)
    expect([409, 422]).toContain(taken.status)
    expect(pageWords(taken.text)).toContain(t("errors.initiative.proposalTaken"))
    expect(await read(people.drafter, `${desk}/baru`)).toContain(t("initiative.start.none"))
  })

  test("one that stands on an agreement says so in public", async () => {
    const { other, code } = await agreementWith(app.world, sides)
    const form = await people.drafter.get(`${desk}/baru?kesepakatan=${code}`)
    expect(typedIn(form.text).basis).toBe(code)
    const begun = await done(people.drafter, `${desk}/baru?kesepakatan=${code}`, initiativeFields() as Changes)
    expect(begun.words).toContain(other.organisation.name)
    const wrong = await step(people.drafter, `${desk}/baru`, {
      ...(initiativeFields() as Changes),
      basis: `${code}|tidak-ada`,
    })
    expect(wrong.status).toBe(422)
    expect(pageWords(wrong.text)).toContain(t("errors.initiative.noClause"))
    await done(people.region, `${begun.location}/penerbitan`)
    const { slug } = await initiative(begun.location.split("/").at(-1) ?? "")
    expect((await people.visitor.get(`/inisiatif/${slug}`)).text).toContain(`href="/kesepakatan/${code}`)
  })
})

describe("the public list", () => {
  const slugs = async (query: string): Promise<string[]> => {
    const { text } = await people.visitor.get(`/inisiatif${query}`)
    return [...new Set([...text.matchAll(/href="\/inisiatif\/([^"#?]+)"/g)].map(([, slug = ""]) => slug))]
  }

  test("is narrowed by affair, strand, region, state and words, and holds nothing unpublished", async () => {
    expect(await read(people.visitor, "/inisiatif")).toContain(t("initiative.list.empty"))
    expect(await read(people.visitor, "/en/inisiatif")).toContain(en("initiative.list.empty"))
    const made = async (
      title: string,
      status: Parameters<typeof initiativeIn>[2],
      fields: Record<string, unknown> = {},
    ) =>
      (
        await initiative(
          await initiativeIn(app.world, sides, status, { published: true, fields: { title, ...fields } }),
        )
      ).slug
    const school = await made("Kelas untuk guru", "running")
    const clinic = await made("Puskesmas keliling", "completed", { affair: "health", place: "Magelang Selatan" })
    const { code } = await agreementWith(app.world, sides)
    const alone = await made("Data bersama", "prepared", { proposals: [], agreement: code, clause: "" })
    await initiativeIn(app.world, sides, "running", { fields: { title: "Yang masih tertutup" } })
    const stopped = await made("Yang dihentikan", "stopped")
    const all = [school, clinic, alone, stopped]
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["", all],
      ["?affair=health", [clinic]],
      ["?strand=A", [school, clinic, stopped]],
      ["?strand=G", all],
      ["?strand=M", []],
      ["?region=33.71", all],
      ["?region=33", all],
      ["?region=32", []],
      ["?state=running", [school]],
      ["?state=completed", [clinic]],
      ["?state=prepared", [alone]],
      ["?state=stopped", [stopped]],
      ["?q=GURU", [school]],
      ["?q=selatan", [clinic]],
      ["?q=tertutup", []],
      ["?q=%25", []],
      ["?strand=A&state=completed&affair=health&q=keliling", [clinic]],
      ["?affair=x&strand=X&region=x&state=draft&cursor=x", all],
    ]
    for (const [query, expected] of cases) {
      expect([query, (await slugs(query)).sort()]).toEqual([query, [...expected].sort()])
      const words = await read(people.visitor, `/inisiatif${query}`)
      expect(words, query).toContain(t("initiative.list.count", { count: expected.length }))
      if (expected.length === 0) expect(words, query).toContain(t("initiative.list.nothing"))
      expect(words, query).not.toContain("Yang masih tertutup")
    }
    expect(await read(people.visitor, `/inisiatif/${stopped}`)).toContain(stopReason)
  })

  test("goes on from page to page, with the filter, and shows each once", async () => {
    const { code } = await agreementWith(app.world, sides)
    const made: string[] = []
    for (let number = 1; number <= 25; number += 1) {
      const fields = { title: `Inisiatif nomor ${number}`, proposals: [], agreement: code, clause: "" }
      made.push((await initiative(await initiativeIn(app.world, sides, "prepared", { published: true, fields }))).slug)
    }
    const first = await people.visitor.get("/inisiatif?affair=education")
    expect(pageWords(first.text)).toContain(t("initiative.list.count", { count: 25 }))
    const next = [...first.text.replaceAll("&amp;", "&").matchAll(/href="\/inisiatif(\?[^"]*cursor=[^"]*)"/g)].map(
      ([, query = ""]) => query,
    )
    expect(next[0]).toContain("affair=education")
    const [onFirst, onSecond] = [await slugs("?affair=education"), await slugs(next[0] ?? "")]
    expect([onFirst.length, onSecond.length]).toEqual([initiativePage, 5])
    expect([...onFirst, ...onSecond].sort()).toEqual(made.sort())
  })
})

describe("what the public reads", () => {
  test("names organisations and never a person, in either language", async () => {
    const need = await openNeed(app.world, sides.region)
    const code = await proposalIn(app.world, sides, "accepted", { need: need.slug, partner: true })
    const id = await initiativeIn(app.world, sides, "running", { published: true, fields: { proposals: [code] } })
    const home = `${desk}/${id}`
    const milestone = await milestoneIn(app.world, sides, id, "2026-02-20")
    await done(people.drafter, `${home}/tonggak/${milestone}/ketercapaian`, { note: "Tercapai." })
    const outcome = await outcomeIn(app.world, sides, id)
    await done(people.drafter, `${home}/capaian/${outcome}/ukuran`, { value: "5" })
    await done(people.campus, `${home}/kabar`, { title: "Kabar kampus", body: "Dosen kami datang ke kelurahan." })
    await done(people.region, `${home}/penyelesaian`)
    const { slug } = await initiative(id)
    const accounts = await app.world.db.selectFrom("account").select(["id", "name", "email"]).execute()
    for (const path of ["/inisiatif", `/inisiatif/${slug}`, "/kebutuhan", `/kebutuhan/${need.slug}`])
      for (const prefix of ["", "/en"]) {
        const page = await people.visitor.get(prefix + path)
        expect([path, page.status]).toEqual([path, 200])
        expect(pageWords(page.text), path).toContain(sides.region.organisation.name)
        for (const { id: account, name, email } of accounts)
          for (const secret of [account, name, email])
            expect(page.text.includes(secret), `${path} ${secret}`).toBe(false)
      }
  })

  test("of an update taken back is gone, with its picture", async () => {
    const id = await initiativeIn(app.world, sides, "running", { published: true })
    const { slug } = await initiative(id)
    await done(people.campus, `${desk}/${id}/kabar`, { title: "Kabar yang keliru", body: "Isi kabar yang keliru ini." })
    expect(await read(people.visitor, `/inisiatif/${slug}`)).toContain("Kabar yang keliru")
    const { id: update } = await app.world.db.selectFrom("initiativeUpdate").select("id").executeTakeFirstOrThrow()
    const withdrawal = `${desk}/${id}/kabar/${update}/penarikan`
    expect((await people.firm.get(withdrawal)).status).toBe(403)
    await done(people.region, withdrawal)
    expect(await read(people.visitor, `/inisiatif/${slug}`)).not.toContain("Kabar yang keliru")
    expect((await step(people.campus, withdrawal)).status).toBe(409)
  })

  test("of a story and an update can carry no markup of its own", async () => {
    const id = await initiativeIn(app.world, sides, "running", { published: true })
    const { slug } = await initiative(id)
    const evil = '<img src=x onerror="alert(1)"> <script>alert(2)</script> [klik](javascript:alert(3))'
    await done(people.campus, `${desk}/${id}/kabar`, { title: "<b>Kabar</b>", body: `Isi kabar. ${evil}` })
    await done(people.drafter, `${desk}/${id}/ubah`, { story: evil })
    const { text } = await people.visitor.get(`/inisiatif/${slug}`)
    for (const mark of ["<script>", "<img src=x", 'href="javascript:', "<b>Kabar"]) expect(text).not.toContain(mark)
    expect(pageWords(text)).toContain("<b>Kabar</b>")
  })
})

test("every page stands in both languages, without script, with one heading, and the desk is kept by no cache", async () => {
  const id = await initiativeIn(app.world, sides, "running", { published: true })
  const ended = await initiativeIn(app.world, sides, "completed")
  const milestone = await milestoneIn(app.world, sides, id)
  const outcome = await outcomeIn(app.world, sides, id)
  await done(people.drafter, `${desk}/${id}/capaian/${outcome}/ukuran`, { value: "5" })
  await done(people.region, `${desk}/${id}/kabar`, { title: "Kabar daerah", body: "Isi kabar dari daerah." })
  const one = async (table: "outcomeMeasure" | "initiativeUpdate") =>
    (await app.world.db.selectFrom(table).select("id").executeTakeFirstOrThrow()).id
  const partner = await app.world.db
    .selectFrom("initiativePartner")
    .select("id")
    .where("initiativeId", "=", id)
    .where("organisationId", "=", sides.firm.organisation.id)
    .executeTakeFirstOrThrow()
  const home = `${desk}/${id}`
  const pages = [
    ...["/inisiatif", `/inisiatif/${(await initiative(id)).slug}`, desk, `${desk}?status=running`, `${desk}/baru`],
    ...["", "/ubah", "/mitra", "/tonggak", "/capaian", "/kabar", "/penyelesaian", "/penghentian", "/mulai"].map(
      (page) => home + page,
    ),
    ...[`${home}/mitra/${partner.id}`, `${home}/mitra/${partner.id}/pengakhiran`],
    ...[`${home}/tonggak/${milestone}/ketercapaian`, `${home}/tonggak/${milestone}/penghapusan`],
    ...[`${home}/capaian/${outcome}/ukuran`, `${home}/capaian/${outcome}/penghapusan`],
    ...[
      `${home}/ukuran/${await one("outcomeMeasure")}/pencoretan`,
      `${home}/kabar/${await one("initiativeUpdate")}/penarikan`,
    ],
    ...[`${desk}/${ended}`, `${desk}/${ended}/kelanjutan`, `${desk}/${ended}/penerbitan`],
  ]
  for (const path of pages) {
    const texts: string[] = []
    for (const prefix of ["", "/en"]) {
      const answer = await people.region.get(prefix + path)
      expect([path, answer.status]).toEqual([path, 200])
      const scripts = answer.text.match(/<script(?! type="application\/ld\+json")[^>]*>/g) ?? []
      const own = path.endsWith("/kabar") ? [expect.stringMatching(/\ssrc="\/assets\/file-size-/)] : []
      expect([path, ...scripts]).toEqual([path, ...own])
      expect(answer.text.match(/<h1/g), path).toHaveLength(1)
      expect(answer.text).toContain(`<html lang="${prefix === "" ? "id" : "en"}"`)
      const policy = own.length > 0 ? "script-src 'self'" : "script-src 'none'"
      expect(answer.headers.get("Content-Security-Policy"), path).toContain(policy)
      if (path.startsWith(workspace)) expect(answer.headers.get("Cache-Control"), path).toContain("no-store")
      const ids = [...answer.text.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name)
      expect(
        ids.filter((name, index) => ids.indexOf(name) !== index),
        path,
      ).toEqual([])
      texts.push(pageWords(answer.text))
    }
    expect(texts[0], path).not.toBe(texts[1])
  }
})
