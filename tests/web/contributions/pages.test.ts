import { beforeEach, describe, expect, test } from "vitest"
import { proposalPage } from "#app/domain/proposal/limits.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { closeNeed } from "#app/domain/proposal/need-steps.server.ts"
import { translator } from "#app/i18n/messages.ts"
import { government } from "#tests/support/agreements.ts"
import { type Answer, openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import {
  needFields,
  needIn,
  openNeed,
  proposalIn,
  proposalSides,
  proposalWords,
  reasons,
  type Sides,
} from "#tests/support/proposals.ts"
import { typedIn } from "./typed.ts"

const t = translator("id")
const workspace = "/ruang-kerja"
const desk = `${workspace}/kebutuhan`

let app: TestApp
let sides: Sides
let people: Record<"drafter" | "region" | "campus" | "signer" | "firm" | "stranger" | "visitor", Persona>

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
  people = {
    drafter: await app.as(sides.region.drafter),
    region: await app.as(sides.region.approver),
    campus: await app.as(sides.campus.drafter),
    signer: await app.as(sides.campus.approver),
    firm: await app.as(sides.firm.drafter),
    stranger: await app.as(sides.stranger.approver),
    visitor: app.visitor(),
  }
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
  return { words: pageWords(page.text), location: (answer.location ?? "").split("?")[0] ?? "" }
}

const read = async (person: Persona, path: string): Promise<string> => {
  const page = await person.get(path)
  expect([path, page.status]).toEqual([path, 200])
  return pageWords(page.text)
}
const statuses = async (path: string) => {
  const found: Record<string, number> = {}
  for (const [who, person] of Object.entries(people)) found[who] = (await person.get(path)).status
  return found
}
/** Addresses under `base` that a page links to, in their order, each once. */
const linksTo = (html: string, base: string): string[] => [
  ...new Set(
    [...html.matchAll(/href="([^"#]+)"/g)].map(([, href = ""]) => href).filter((href) => href.startsWith(base)),
  ),
]
const row = (code: string) =>
  app.world.db.selectFrom("proposal").selectAll().where("code", "=", code).executeTakeFirstOrThrow()

describe("a need", () => {
  const typed = (changes: Changes = {}): Changes => ({ ...(needFields() as Changes), ...changes })

  test("is drafted, published, amended, closed and opened again, and the public reads what it may", async () => {
    const begun = await done(people.drafter, `${desk}/baru`, typed({ title: "Kebutuhan <b>baru</b>" }))
    expect(begun.words).toContain(t("flash.need.started"))
    expect(begun.words).toContain(t("proposal.need.case.waitingApprover"))
    const home = begun.location
    const { slug } = await app.world.db.selectFrom("need").select("slug").executeTakeFirstOrThrow()
    const page = `/kebutuhan/${slug}`
    for (const status of Object.values(await statuses(page))) expect(status).toBe(404)
    expect(await statuses(home)).toMatchObject({ drafter: 200, region: 200, campus: 404, stranger: 404, visitor: 303 })
    expect((await people.drafter.get(`${home}/penerbitan`)).status).toBe(403)
    expect((await step(people.drafter, `${home}/penerbitan`)).status).toBe(403)
    expect(await read(people.region, workspace)).toContain(t("proposal.inbox.publishNeed"))
    expect(await read(people.drafter, workspace)).not.toContain(t("proposal.inbox.publishNeed"))

    expect((await done(people.region, `${home}/penerbitan`)).words).toContain(t("flash.need.published"))
    for (const status of Object.values(await statuses(page))) expect(status).toBe(200)
    expect(await read(people.visitor, page)).toContain("Kebutuhan <b>baru</b>")
    expect((await people.visitor.get(page)).text).toContain(`href="/usulan/baru?kebutuhan=${slug}"`)
    expect((await people.visitor.get(`/en${page}`)).text).toContain(`href="/en/usulan/baru?kebutuhan=${slug}"`)
    expect((await step(people.region, `${home}/penerbitan`)).status).toBe(409)
    expect((await step(people.region, `${home}/pembuangan`)).status).toBe(409)

    const amended = { place: "Lima kecamatan", kinds: ["data", "money"] }
    await done(people.drafter, `${home}/ubah`, amended)
    const words = await read(people.visitor, page)
    for (const expected of ["Lima kecamatan", t("proposal.kind.data"), t("proposal.kind.money")])
      expect(words).toContain(expected)
    expect(words).not.toContain(t("proposal.kind.expertise"))
    // Its address does not change with its title.
    await done(people.drafter, `${home}/ubah`, { ...amended, title: "Judul yang lain" })
    expect(await read(people.visitor, page)).toContain("Judul yang lain")

    await done(people.region, `${home}/penutupan`, { reason: "Sudah <terpenuhi>." })
    const closed = await people.visitor.get(page)
    expect(pageWords(closed.text)).toContain(t("proposal.need.show.closed"))
    expect(pageWords(closed.text)).toContain("Sudah <terpenuhi>.")
    expect(closed.text).not.toContain("/usulan/baru")
    expect(await read(people.campus, `/usulan/baru?kebutuhan=${slug}`)).toContain(t("errors.proposal.need.closed"))
    expect((await people.campus.post("/usulan/baru", { need: slug, title: "Usulan terlambat" })).status).toBe(409)

    expect((await done(people.region, `${home}/pembukaan`)).words).toContain(t("flash.need.reopened"))
    expect((await people.visitor.get(page)).text).toContain("/usulan/baru")
    expect(await read(people.visitor, page)).not.toContain("Sudah <terpenuhi>.")
    app.world.clock.set("2027-01-01T03:00:00.000Z")
    expect(await read(people.visitor, page)).toContain(t("proposal.need.show.over"))
    expect((await people.visitor.get(page)).text).not.toContain("/usulan/baru")
  })

  test("that is refused keeps every word and every choice, and says what is wrong", async () => {
    const wrong: readonly (readonly [Changes, string, Parameters<typeof t>[0]])[] = [
      [{ title: "Abc" }, "title", "errors.field.tooShort"],
      [{ problem: "" }, "problem", "errors.field.required"],
      [{ affair: "" }, "affair", "errors.field.choose"],
      [{ regionCode: "33.08" }, "regionCode", "errors.proposal.need.foreignRegion"],
      [{ periodUntil: "2025-12-31" }, "periodUntil", "errors.proposal.periodBackwards"],
      [{ periodFrom: "31 Februari" }, "periodFrom", "errors.field.date"],
    ]
    for (const [change, field, key] of wrong) {
      const answer = await people.drafter.post(`${desk}/baru`, typed(change))
      expect([field, answer.status]).toEqual([field, 422])
      expect(pageWords(answer.text), field).toContain(t(key))
      expect(answer.text).toContain(`href="#${field}"`)
      const { kinds: _kinds, ...kept } = typed(change)
      const { regionCode: _regionCode, ...others } = kept
      expect(typedIn(answer.text), field).toMatchObject(field === "regionCode" ? others : kept)
      for (const kind of ["expertise", "data"])
        expect(answer.text, field).toMatch(
          new RegExp(`<input[^>]*value="${kind}"[^>]*checked|<input[^>]*checked[^>]*value="${kind}"`),
        )
    }
    const none = await people.drafter.post(`${desk}/baru`, typed({ kinds: [] }))
    expect(none.status).toBe(422)
    expect(pageWords(none.text)).toContain(t("errors.proposal.chooseKinds"))
    expect(await app.world.db.selectFrom("need").select("id").execute()).toEqual([])
    for (const who of ["campus", "stranger"] as const)
      expect((await people[who].post(`${desk}/baru`, typed())).status, who).not.toBe(303)
    expect(await app.world.db.selectFrom("need").select("id").execute()).toEqual([])
  })

  test("changed by somebody else meanwhile is not overwritten", async () => {
    const id = await needIn(app.world, sides.region, "draft")
    const path = `${desk}/${id}/ubah`
    const mine = { ...typedIn((await people.drafter.get(path)).text), kinds: ["data"], place: "Dari saya" }
    await done(people.region, path, { kinds: ["data"], place: "Dari penyetuju" })
    const late = await people.drafter.post(path, mine)
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain(t("errors.stale"))
    expect(typedIn(late.text).place).toBe("Dari saya")
    expect((await getNeed(await app.world.as(sides.region.drafter), id)).place).toBe("Dari penyetuju")
    expect((await people.drafter.post(path, { ...typedIn(late.text), kinds: ["data"] })).status).toBe(303)
  })

  test("that nobody needs any more is thrown away and then is nobody's", async () => {
    const id = await needIn(app.world, sides.region, "draft")
    expect((await done(people.drafter, `${desk}/${id}/pembuangan`)).words).toContain(t("flash.need.discarded"))
    const { slug } = await getNeed(await app.world.as(sides.region.approver), id)
    for (const status of Object.values(await statuses(`/kebutuhan/${slug}`))) expect(status).toBe(404)
    expect((await step(people.region, `${desk}/${id}/penerbitan`)).status).toBe(409)
    expect(await read(people.drafter, `${desk}?status=discarded`)).toContain("Pendampingan talenta")
    expect(await read(people.drafter, `${desk}?status=open`)).toContain(t("proposal.need.desk.emptyFilter"))
  })
})

describe("the list of needs", () => {
  const titles = async (query: string): Promise<string[]> => {
    const { text } = await people.visitor.get(`/kebutuhan${query}`)
    return linksTo(text, "/kebutuhan/").map((href) => href.replace("/kebutuhan/", ""))
  }

  test("is narrowed by affair, kind, region, state and words, in any combination", async () => {
    expect(await read(people.visitor, "/kebutuhan")).toContain(t("proposal.need.list.empty"))
    const jabar = await government(app.world, "32", "Gubernur Jawa Barat")
    const school = await openNeed(app.world, sides.region, { title: "Kelas untuk guru", kinds: ["expertise"] })
    const clinic = await openNeed(app.world, sides.region, {
      ...{ title: "Alat untuk puskesmas", affair: "health", kinds: ["goods", "money"], place: "Magelang Selatan" },
    })
    const data = await openNeed(app.world, jabar, {
      ...{ title: "Data lahan sawah", affair: "agriculture", kinds: ["data"], regionCode: "32", place: "Karawang" },
    })
    const region = await app.world.as(sides.region.approver)
    const { lockVersion } = await getNeed(region, clinic.id)
    await closeNeed(region, clinic.id, { lockVersion, reason: "" })
    await needIn(app.world, sides.region, "draft", { title: "Rancangan yang tertutup" })

    const all = [data.slug, clinic.slug, school.slug]
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["", all],
      ["?affair=health", [clinic.slug]],
      ["?affair=education", [school.slug]],
      ["?kind=data", [data.slug]],
      ["?kind=money", [clinic.slug]],
      ["?region=33.71", [clinic.slug, school.slug]],
      ["?region=33", [clinic.slug, school.slug]],
      ["?region=32", [data.slug]],
      ["?state=open", [data.slug, school.slug]],
      ["?state=closed", [clinic.slug]],
      ["?q=GURU", [school.slug]],
      ["?q=karawang", [data.slug]],
      ["?q=alat+selatan", [clinic.slug]],
      ["?q=tertutup", []],
      ["?q=%25", []],
      ["?region=33.71&state=open&kind=expertise&affair=education&q=kelas", [school.slug]],
      ["?region=33.71&kind=data", []],
      // What is not understood narrows nothing.
      ["?affair=x&kind=x&region=x&state=draft&cursor=x", all],
    ]
    for (const [query, expected] of cases) {
      expect([query, (await titles(query)).sort()]).toEqual([query, [...expected].sort()])
      const words = await read(people.visitor, `/kebutuhan${query}`)
      expect(words, query).toContain(t("proposal.need.list.count", { count: expected.length }))
      if (expected.length === 0) expect(words, query).toContain(t("proposal.need.list.nothing"))
      expect(words, query).not.toContain("Rancangan yang tertutup")
    }
    const english = await read(people.visitor, "/en/kebutuhan?q=tertutup")
    expect(english).toContain(translator("en")("proposal.need.list.nothing"))
    expect((await people.visitor.get("/kebutuhan?kind=data&q=lahan")).text).toMatch(
      /<input[^>]*name="q"[^>]*value="lahan"/,
    )
  })

  test("goes on from page to page, with the filter, and shows each need once", async () => {
    const slugs: string[] = []
    for (let number = 1; number <= 25; number += 1)
      slugs.push((await openNeed(app.world, sides.region, { title: `Kebutuhan nomor ${number}` })).slug)
    const first = await people.visitor.get("/kebutuhan?affair=education")
    expect(pageWords(first.text)).toContain(t("proposal.need.list.count", { count: 25 }))
    const onFirst = linksTo(first.text, "/kebutuhan/")
    expect(onFirst).toHaveLength(proposalPage)
    const next = linksTo(first.text.replaceAll("&amp;", "&"), "/kebutuhan?").find((href) => href.includes("cursor="))
    expect(next).toContain("affair=education")
    const second = await people.visitor.get(next ?? "")
    const onSecond = linksTo(second.text, "/kebutuhan/")
    expect(onSecond).toHaveLength(5)
    expect([...onFirst, ...onSecond].sort()).toEqual(slugs.map((slug) => `/kebutuhan/${slug}`).sort())
    expect(second.text).not.toMatch(/href="\/kebutuhan\?[^"]*cursor=/)
    expect(linksTo(second.text.replaceAll("&amp;", "&"), "/kebutuhan?")).toContain("/kebutuhan?affair=education")
    expect(pageWords(second.text)).toContain(t("proposal.need.list.count", { count: 25 }))
  })
})

describe("who cannot propose reads what is missing", () => {
  test("an account alone, a visitor, an organisation that is not verified, a plain member, two organisations", async () => {
    const { create } = app.world
    const need = await openNeed(app.world, sides.region)
    const path = `/usulan/baru?kebutuhan=${need.slug}`
    const post = { need: need.slug, title: "Usulan yang tidak boleh" }
    const unverified = await create.organisation({ name: "Komunitas Baru", status: "draft", verifiedAt: null })
    const both = await create.member(sides.campus.organisation.id, "drafter")
    await create.membership(both.id, sides.firm.organisation.id, "drafter")
    const cases = [
      [await create.account(), t("proposal.start.noOrganisation"), "/ruang-kerja/organisasi/baru"],
      [
        await create.member(unverified.id, "admin"),
        t("proposal.start.unverified", { organisation: "Komunitas Baru" }),
        `/ruang-kerja/organisasi/${unverified.id}`,
      ],
      [sides.campus.member, t("proposal.start.noTask"), `/ruang-kerja/organisasi/${sides.campus.organisation.id}`],
      [both, t("proposal.start.chooseOrganisation"), "/ruang-kerja/bertindak"],
    ] as const
    for (const [account, title, href] of cases) {
      const person = await app.as(account)
      const page = await person.get(path)
      expect([title, page.status]).toEqual([title, 200])
      expect(pageWords(page.text)).toContain(title)
      expect(page.text).toContain(`href="${href}"`)
      expect(page.text).not.toContain('name="title"')
      expect((await person.get(`/en${path}`)).status).toBe(200)
      expect((await person.post("/usulan/baru", post)).status, title).toBe(403)
    }
    expect((await people.visitor.get(path)).location).toBe(`/masuk?lanjut=${encodeURIComponent(path)}`)
    expect(await read(people.region, path)).toContain(t("errors.proposal.ownRegion"))
    expect((await people.region.post("/usulan/baru", post)).status).toBe(422)
    expect((await people.campus.get("/usulan/baru?kebutuhan=tidak-ada")).status).toBe(404)
    expect(await app.world.db.selectFrom("proposal").select("id").execute()).toEqual([])
  })
})

describe("a proposal that answers a need", () => {
  /** The campus begins, from the need's page. */
  async function begin(): Promise<{ need: { id: string; slug: string }; home: string; code: string }> {
    const need = await openNeed(app.world, sides.region)
    const begun = await done(people.campus, `/usulan/baru?kebutuhan=${need.slug}`, { title: "Kelas talenta" })
    expect(begun.words).toContain(t("flash.proposal.started"))
    const home = begun.location.replace(/\/naskah$/, "")
    return { need, home, code: home.split("/").at(-1) ?? "" }
  }
  async function write(home: string, changes: Changes = {}): Promise<void> {
    const { contributions, answers: _answers, ...words } = proposalWords()
    const rows = Object.fromEntries(
      contributions.flatMap((one, index) =>
        Object.entries(one).map(([name, value]) => [`contributions[${index}].${name}`, value]),
      ),
    )
    await done(people.campus, `${home}/naskah`, { ...words, ...rows, ...changes, next: "case" })
  }
  const invite = (home: string, contributor: Sides["firm"]) =>
    done(people.campus, `${home}/mitra`, { organisation: contributor.organisation.slug, part: "Menyediakan ruang" })

  test("from the need to the decision: every page leads on, and each side reads what waits for it", async () => {
    const { need, home, code } = await begin()
    await write(home)
    expect(await statuses(home)).toEqual({
      ...{ campus: 200, signer: 200, drafter: 404, region: 404, firm: 404, stranger: 404, visitor: 303 },
    })
    expect(await read(people.campus, workspace)).toContain(
      t("proposal.inbox.finish", { recipient: sides.region.organisation.name }),
    )

    // One partner takes part, the other does not.
    await invite(home, sides.firm)
    const twice = await people.campus.post(`${home}/mitra`, {
      ...typedIn((await people.campus.get(`${home}/mitra`)).text),
      ...{ organisation: sides.firm.organisation.slug, part: "Sekali lagi" },
    })
    expect(twice.status).toBe(422)
    expect(pageWords(twice.text)).toContain(t("errors.proposal.partnerTwice"))
    expect((await invite(home, sides.stranger)).words).toContain(t("flash.proposal.partnerInvited"))
    const asked = t("proposal.inbox.answerInvitation", { organisation: sides.campus.organisation.name })
    for (const who of ["firm", "stranger"] as const) {
      expect(await read(people[who], workspace), who).toContain(asked)
      expect((await people[who].get(`${home}/naskah`)).status, who).toBe(403)
    }
    expect(await read(people.campus, `${home}/pengajuan`)).toContain(t("proposal.submission.invited", { count: 2 }))
    const joined = await done(people.firm, `${home}/kemitraan`, { answer: "accept" })
    expect([joined.location, joined.words.includes(t("flash.proposal.joined"))]).toEqual([home, true])
    const declined = await done(people.stranger, `${home}/kemitraan`, { answer: "decline" })
    expect([declined.location, declined.words.includes(t("flash.proposal.invitationDeclined"))]).toEqual([
      "/usulan",
      true,
    ])
    expect((await people.stranger.get(home)).status).toBe(404)
    for (const who of ["firm", "stranger"] as const) expect(await read(people[who], workspace)).not.toContain(asked)

    // A drafter may submit; the partner may not.
    expect((await people.firm.get(`${home}/pengajuan`)).status).toBe(403)
    expect((await done(people.signer, `${home}/pengajuan`)).words).toContain(t("flash.proposal.submitted"))
    expect(await statuses(home)).toMatchObject({ drafter: 200, region: 200, firm: 200, stranger: 404, visitor: 303 })
    expect(await read(people.region, workspace)).toContain(
      t("proposal.inbox.open", { organisation: sides.campus.organisation.name }),
    )
    expect(await read(people.visitor, `/kebutuhan/${need.slug}`)).not.toContain("Kelas talenta")
    expect((await people.region.get(`${home}/mitra`)).status).toBe(403)

    expect((await done(people.region, `${home}/pembukaan`)).words).toContain(t("flash.proposal.opened"))
    expect((await step(people.region, `${home}/pembukaan`)).status).toBe(409)
    const organisation = sides.campus.organisation.name
    expect(await read(people.region, workspace)).toContain(t("proposal.inbox.decide", { organisation }))
    expect(await read(people.drafter, workspace)).toContain(t("proposal.inbox.review", { organisation }))
    for (const page of ["penerimaan", "penolakan"])
      expect((await people.drafter.get(`${home}/${page}`)).status, page).toBe(403)

    const revision = `${home}/perbaikan`
    const blank = await step(people.drafter, revision)
    expect(blank.status).toBe(422)
    expect(pageWords(blank.text)).toContain(t("errors.proposal.noPoints"))
    const typed = { "points[0].text": "  ", "points[1].part": "plan", "points[1].text": "Jelaskan <jadwalnya>." }
    const more = await step(people.drafter, revision, { ...typed, more: "1" })
    expect(more.status).toBe(200)
    const four = typedIn(more.text)
    expect(four).toMatchObject({
      "points[1].part": "plan",
      "points[1].text": "Jelaskan <jadwalnya>.",
      "points[3].text": "",
    })
    expect(four["points[4].text"]).toBeUndefined()
    expect((await row(code)).status).toBe("in_review")
    const unsaid = await people.drafter.post(revision, { ...four, "points[3].text": "Hal tanpa bagian." })
    expect(unsaid.status).toBe(422)
    expect(typedIn(unsaid.text)).toMatchObject({
      "points[0].text": "Jelaskan <jadwalnya>.",
      "points[1].text": "Hal tanpa bagian.",
    })
    expect(unsaid.text).toContain('href="#points-1-part"')
    const sent = await people.drafter.post(revision, { ...typedIn(unsaid.text), "points[1].part": "partners" })
    expect(sent.status).toBe(303)
    expect(
      await app.world.db.selectFrom("proposalPoint").select(["ordinal", "part", "text"]).orderBy("ordinal").execute(),
    ).toEqual([
      { ordinal: 1, part: "plan", text: "Jelaskan <jadwalnya>." },
      { ordinal: 2, part: "partners", text: "Hal tanpa bagian." },
    ])
    for (const who of ["campus", "firm"] as const)
      expect(await read(people[who], workspace), who).toContain(
        t("proposal.inbox.revise", { recipient: sides.region.organisation.name }),
      )

    expect(await read(people.region, `${home}/perbandingan`)).toContain(t("proposal.comparison.fewer"))
    await done(people.firm, `${home}/naskah`, {
      ...{ title: "Kelas talenta bagi kelurahan", "contributions[1].amount": "Rp15.000.000", next: "case" },
      ...{ "answers[0].text": "Jadwalnya setiap bulan.", "answers[1].text": "Mitranya bertambah." },
    })
    // What is being written is not the region's before it is submitted.
    expect(await read(people.region, home)).not.toContain("Jadwalnya setiap bulan.")
    await done(people.campus, `${home}/pengajuan`)
    expect(await read(people.region, home)).toContain("Jadwalnya setiap bulan.")
    for (const who of ["region", "campus", "firm"] as const) {
      const compared = await people[who].get(`${home}/perbandingan`)
      expect(compared.status).toBe(200)
      expect(pageWords(compared.text)).toContain(t("proposal.comparison.count", { count: 2 }))
      expect(compared.text).toMatch(/<ins\b[^>]*>(?:(?!<\/ins>).)*bagi/)
      expect(pageWords(compared.text)).toContain(t("proposal.comparison.status.changed"))
      expect(pageWords((await people[who].get(`${home}/perbandingan?before=2&after=2`)).text)).toContain(
        t("proposal.comparison.same"),
      )
      for (const query of ["?before=9", "?before=x"]) {
        const { status } = await people[who].get(`${home}/perbandingan${query}`)
        expect([query, status]).toEqual([query, 404])
      }
      expect(await read(people[who], `${home}/versi/1`)).toContain("12.500.000")
      expect(await read(people[who], `${home}/versi/2`)).toContain("15.000.000")
      expect((await people[who].get(`${home}/versi/3`)).status).toBe(404)
    }
    expect((await people.stranger.get(`${home}/perbandingan`)).status).toBe(404)

    await done(people.drafter, `${home}/pembukaan`)
    const accepted = await done(people.region, `${home}/penerimaan`, { remark: "Kami <tunggu> di balai kota." })
    expect(accepted.words).toContain(t("proposal.case.accepted", { recipient: sides.region.organisation.name }))
    expect((await people.region.get(home)).text).toContain(`/ruang-kerja/inisiatif/baru?usulan=${code}`)
    const shown = await read(people.visitor, `/kebutuhan/${need.slug}`)
    for (const expected of ["Kelas talenta bagi kelurahan", "Kami <tunggu> di balai kota.", organisation])
      expect(shown).toContain(expected)
    for (const person of [sides.campus.drafter, sides.campus.approver, sides.firm.drafter, sides.region.approver])
      expect(shown).not.toContain(person.name)
    expect((await step(people.region, `${home}/penolakan`, { reason: "Terlambat berubah pikiran." })).status).toBe(409)
    expect((await people.campus.get(`${home}/naskah`)).status).toBe(200)
    expect(await read(people.campus, `${home}/naskah`)).toContain(t("proposal.draft.closed"))
  })

  test("declined shows the public who and why, and keeps its title for its authors", async () => {
    const need = await openNeed(app.world, sides.region)
    const title = "Judul yang tidak boleh terbuka"
    const code = await proposalIn(app.world, sides, "in_review", { need: need.slug, words: { title } })
    const home = `${workspace}/usulan/${code}`
    const short = await step(people.region, `${home}/penolakan`, { reason: "tidak" })
    expect([short.status, typedIn(short.text).reason]).toEqual([422, "tidak"])
    await done(people.region, `${home}/penolakan`, { reason: reasons.decline })
    for (const prefix of ["", "/en"]) {
      const { text } = await people.visitor.get(`${prefix}/kebutuhan/${need.slug}`)
      expect(pageWords(text)).toContain(reasons.decline)
      expect(pageWords(text)).toContain(sides.campus.organisation.name)
      expect(text).not.toContain(title)
      expect(text).not.toContain("Dosen kami mendampingi")
    }
    expect(await read(people.campus, home)).toContain(title)
    expect(await read(people.campus, home)).toContain(reasons.decline)
    expect((await people.stranger.get(home)).status).toBe(404)
  })

  test("withdrawn tells its sides why, and the public nothing", async () => {
    const need = await openNeed(app.world, sides.region)
    const code = await proposalIn(app.world, sides, "submitted", { need: need.slug, partner: true })
    const home = `${workspace}/usulan/${code}`
    expect((await people.firm.get(`${home}/penarikan`)).status).toBe(403)
    await done(people.campus, `${home}/penarikan`, { reason: reasons.withdraw })
    for (const who of ["campus", "firm", "region"] as const)
      expect(await read(people[who], home), who).toContain(reasons.withdraw)
    expect(await read(people.visitor, `/kebutuhan/${need.slug}`)).toContain(t("proposal.need.show.answersEmpty"))
    expect((await step(people.region, `${home}/pembukaan`)).status).toBe(409)
  })

  test("a partner who left, or whom the proposer took out, reads it no more", async () => {
    const code = await proposalIn(app.world, sides, "draft", { partner: true })
    const home = `${workspace}/usulan/${code}`
    expect((await done(people.firm, `${home}/kemitraan`, { answer: "leave" })).location).toBe("/usulan")
    for (const page of ["", "/naskah", "/kemitraan", "/lampiran"])
      expect((await people.firm.get(home + page)).status, page).toBe(404)
    await invite(home, sides.stranger)
    const partner = await app.world.db
      .selectFrom("proposalPartner")
      .select("id")
      .where("organisationId", "=", sides.stranger.organisation.id)
      .executeTakeFirstOrThrow()
    await done(people.campus, `${home}/mitra/${partner.id}/pengeluaran`)
    expect((await people.stranger.get(`${home}/kemitraan`)).status).toBe(404)
    expect((await people.stranger.post(`${home}/kemitraan`, { lockVersion: "1", answer: "accept" })).status).toBe(404)
    expect((await people.campus.get(`${home}/mitra/tidak-ada/pengeluaran`)).status).toBe(404)
  })

  test("an invitation for a proposal that was submitted meanwhile is refused, and its words come back", async () => {
    const code = await proposalIn(app.world, sides, "draft")
    const home = `${workspace}/usulan/${code}`
    const typed = { organisation: sides.firm.organisation.slug, part: "Menyediakan ruang latihan" }
    const fields = { ...typedIn((await people.campus.get(`${home}/mitra`)).text), ...typed }
    await done(people.signer, `${home}/pengajuan`)
    const late = await people.campus.post(`${home}/mitra`, fields)
    expect(late.status).toBe(409)
    expect(pageWords(late.text)).toContain(t("errors.flow.step"))
    expect(typedIn(late.text).part).toBe(typed.part)
    expect(pageWords(late.text)).not.toContain(t("proposal.partner.submit"))
    expect(await app.world.db.selectFrom("proposalPartner").select("id").execute()).toEqual([])
  })

  test("somebody who belongs to an author does not review it for the region, and is told why", async () => {
    const code = await proposalIn(app.world, sides, "in_review", { partner: true })
    const home = `${workspace}/usulan/${code}`
    for (const organisation of [sides.campus.organisation, sides.firm.organisation]) {
      const account = await app.world.create.member(sides.region.organisation.id, "approver")
      await app.world.create.membership(account.id, organisation.id, "member")
      const person = await app.as(account)
      expect((await person.post(`${workspace}/bertindak`, { organisation: sides.region.organisation.id })).status).toBe(
        303,
      )
      const words = await read(person, home)
      expect(words).toContain(t("proposal.case.conflict"))
      expect(words).toContain(t("errors.proposal.conflictOfInterest"))
      expect(await read(person, workspace)).not.toContain(
        t("proposal.inbox.decide", { organisation: sides.campus.organisation.name }),
      )
      for (const page of ["penerimaan", "penolakan", "perbaikan", "pembukaan"]) {
        const { text: form } = await people.region.get(`${home}/${page}`)
        for (const answer of [
          await person.get(`${home}/${page}`),
          await person.post(`${home}/${page}`, { ...typedIn(form), reason: "Alasan yang cukup panjang." }),
        ]) {
          expect([page, answer.status]).toEqual([page, 403])
          expect(pageWords(answer.text), page).toContain(t("errors.proposal.conflictOfInterest"))
        }
      }
      // Those who may not review in any case read the general words.
      const { text } = await people.campus.get(`${home}/penerimaan`)
      expect(pageWords(text)).not.toContain(t("errors.proposal.conflictOfInterest"))
    }
    expect((await row(code)).status).toBe("in_review")
  })

  test("of a double submission of any step counts one", async () => {
    const { home, code } = await begin()
    await write(home)
    const twice = async (person: Persona, page: string, changes: Changes = {}) => {
      const fields = { ...typedIn((await person.get(`${home}/${page}`)).text), ...changes }
      const sent = await Promise.all([person.post(`${home}/${page}`, fields), person.post(`${home}/${page}`, fields)])
      return sent.map(({ status }) => status).sort()
    }
    expect(await twice(people.campus, "pengajuan")).toEqual([303, 409])
    expect(await twice(people.region, "pembukaan")).toEqual([303, 409])
    expect(
      await twice(people.region, "perbaikan", { "points[0].part": "other", "points[0].text": "Lengkapi." }),
    ).toEqual([303, 409])
    expect(await app.world.db.selectFrom("proposalPoint").select("id").execute()).toHaveLength(1)
    expect(await row(code)).toMatchObject({ status: "revision", versionNumber: 1 })
  })
})

test("every page stands in both languages, without script but for the drafting form, and is kept by no cache", async () => {
  const need = await openNeed(app.world, sides.region)
  const draft = await needIn(app.world, sides.region, "draft", { title: "Rancangan kebutuhan" })
  const closed = await needIn(app.world, sides.region, "closed", { title: "Kebutuhan yang ditutup" })
  const written = await proposalIn(app.world, sides, "revision", { need: need.slug, partner: true, file: true })
  const reviewed = await proposalIn(app.world, sides, "in_review", { need: need.slug })
  const { id: file } = await app.world.db.selectFrom("proposalFile").select("id").executeTakeFirstOrThrow()
  const { id: partner } = await app.world.db.selectFrom("proposalPartner").select("id").executeTakeFirstOrThrow()
  const under = (home: string, pages: readonly string[]) => pages.map((page) => `${home}${page}`)
  const pages: readonly (readonly [keyof typeof people, readonly string[]])[] = [
    ["visitor", ["/kebutuhan", `/kebutuhan/${need.slug}`]],
    [
      "region",
      [
        ...[desk, `${desk}/baru`, "/usulan", "/usulan?tab=review", workspace],
        ...under(`${desk}/${draft}`, ["", "/ubah", "/penerbitan", "/pembuangan"]),
        ...under(`${desk}/${need.id}`, ["", "/ubah", "/penutupan"]),
        ...under(`${desk}/${closed}`, ["", "/pembukaan"]),
        ...under(`${workspace}/usulan/${reviewed}`, ["", "/penerimaan", "/penolakan", "/perbaikan", "/pembukaan"]),
        ...under(`${workspace}/usulan/${reviewed}`, ["/versi/1", "/perbandingan"]),
      ],
    ],
    [
      "campus",
      [
        ...["/usulan", "/usulan?tab=partner", "/usulan/baru", `/usulan/baru?kebutuhan=${need.slug}`],
        ...under(`${workspace}/usulan/${written}`, ["", "/naskah", "/lampiran", "/mitra", "/pengajuan", "/penarikan"]),
        ...under(`${workspace}/usulan/${written}`, [`/lampiran/${file}/pengeluaran`, `/mitra/${partner}/pengeluaran`]),
      ],
    ],
    ["firm", ["/usulan?tab=partner", ...under(`${workspace}/usulan/${written}`, ["", "/kemitraan", "/versi/1"])]],
  ]
  for (const [who, paths] of pages)
    for (const path of paths) {
      const texts: string[] = []
      for (const prefix of ["", "/en"]) {
        const answer = await people[who].get(prefix + path)
        expect([who, path, answer.status]).toEqual([who, path, 200])
        const runs = /<script(?! type="application\/ld\+json")/.test(answer.text)
        expect(runs, path).toBe(/\/(naskah|lampiran)$/.test(path))
        expect(answer.text.match(/<h1/g), path).toHaveLength(1)
        expect(answer.text).toContain(`<html lang="${prefix === "" ? "id" : "en"}"`)
        if (who !== "visitor") expect(answer.headers.get("Cache-Control"), path).toContain("no-store")
        texts.push(pageWords(answer.text))
      }
      expect(texts[0], path).not.toBe(texts[1])
    }
})
