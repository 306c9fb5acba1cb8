import { beforeEach, expect, test } from "vitest"
import { days } from "#app/domain/kernel/clock.ts"
import { translator } from "#app/i18n/messages.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { initiativeIn } from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { needIn, openNeed, proposalIn, proposalSides, reasons, type Sides } from "#tests/support/proposals.ts"
import { formFields } from "../agreement-desk/form-fields.ts"

const says = translator("id")

let app: TestApp
let sides: Sides

beforeEach(async () => {
  app = await openApp()
  sides = await proposalSides(app.world)
})

test("the public list is filtered by its address, counted and paged by key without a gap", async () => {
  for (let n = 1; n <= 23; n += 1) {
    await needIn(app.world, sides.region, "open", {
      title: `Kebutuhan nomor ${n}`,
      affair: n % 2 ? "health" : "social",
    })
    app.world.clock.turn(1_000)
  }
  await needIn(app.world, sides.region, "draft", { title: "Rancangan yang belum terbit" })
  const visitor = app.visitor()
  const first = await visitor.get("/kebutuhan")
  expect(pageWords(first.text)).toContain(says("proposal.need.list.count", { count: 23 }))
  expect(first.text).not.toContain("Rancangan yang belum terbit")
  const titles = (html: string) => [...html.matchAll(/Kebutuhan nomor (\d+)/g)].map(([, n]) => Number(n))
  const next = first.text.match(/href="([^"]*cursor=[^"]*)"/)?.[1]?.replaceAll("&amp;", "&") ?? ""
  const second = await visitor.get(next)
  expect(new Set([...titles(first.text), ...titles(second.text)]).size).toBe(23)
  expect(titles(second.text)).toHaveLength(3)
  expect(pageWords((await visitor.get("/kebutuhan?affair=health&q=nomor%2011")).text)).toContain("Kebutuhan nomor 11")
  expect(pageWords((await visitor.get("/kebutuhan?affair=social&q=nomor%2011")).text)).toContain(
    says("proposal.need.list.nothing"),
  )
  expect((await visitor.get("/kebutuhan?affair=sulap&state=apa&cursor=%25%25")).status).toBe(200)
  expect((await visitor.get("/en/kebutuhan")).text).toContain("What regions need")
})

test("a need shows how it was answered: the accepted by its title and remark, the declined by its reason alone", async () => {
  const { slug } = await openNeed(app.world, sides.region)
  await proposalIn(app.world, sides, "accepted", { need: slug, words: { title: "Usulan yang diterima" } })
  await proposalIn(app.world, sides, "declined", { need: slug, words: { title: "Usulan yang tidak jadi" } })
  await proposalIn(app.world, sides, "in_review", { need: slug, words: { title: "Usulan yang masih dibaca" } })
  const page = await app.visitor().get(`/kebutuhan/${slug}`)
  const words = pageWords(page.text)
  for (const told of ["Usulan yang diterima", "Terima kasih.", reasons.decline]) expect(words).toContain(told)
  for (const kept of ["Usulan yang tidak jadi", "Usulan yang masih dibaca"]) expect(page.text).not.toContain(kept)
})

test("a need whose period is over takes no more answers, and says so before anybody writes", async () => {
  const { slug } = await openNeed(app.world, sides.region)
  expect(pageWords((await app.visitor().get(`/kebutuhan/${slug}`)).text)).toContain(says("proposal.need.show.propose"))
  const listed = async () => pageWords((await app.visitor().get("/kebutuhan")).text)
  expect(await listed()).toMatch(/Usulan diterima sampai \d+ \w+ 20\d\d/)
  app.world.clock.turn(days(400))
  expect(await listed()).toMatch(/Masa kebutuhan sampai \d+ \w+ 20\d\d/)
  const page = pageWords((await app.visitor().get(`/kebutuhan/${slug}`)).text)
  expect(page).toContain(says("proposal.need.show.over"))
  expect(page).not.toContain(says("proposal.need.show.propose"))
  const late = await app.as(sides.campus.drafter)
  expect(pageWords((await late.get(`/usulan/baru?kebutuhan=${slug}`)).text)).toContain(
    says("errors.proposal.need.closed"),
  )
  expect((await late.post("/usulan/baru", { title: "Usulan terlambat", need: slug })).status).toBe(409)
})

test("a refused need keeps what was typed and ticked", async () => {
  const drafter = await app.as(sides.region.drafter)
  const refused = await drafter.post("/ruang-kerja/kebutuhan/baru", {
    title: "Pendamping pasar",
    problem: "Terlalu pendek.",
    affair: "trade",
    regionCode: "33.71",
    place: "Lima pasar",
    kinds: ["expertise", "volunteers"],
    periodFrom: "2026-05-01",
    periodUntil: "2026-04-01",
  })
  expect(refused.status).toBe(422)
  expect(formFields(refused.text)).toMatchObject({ title: "Pendamping pasar", problem: "Terlalu pendek." })
  expect(refused.text.match(/<input[^>]*name="kinds"[^>]*checked=""/g)).toHaveLength(2)
  const campus = await app.as(sides.campus.drafter)
  const foreign = await campus.get("/ruang-kerja/kebutuhan/baru")
  expect(foreign.status).toBe(403)
  expect(pageWords(foreign.text)).toContain(says("errors.proposal.need.notGovernment"))
})

test("what a region decided on proposals made unasked stands on its own public page, by the same rules", async () => {
  const page = `/mitra/${sides.region.organisation.slug}`
  expect((await app.visitor().get(page)).text).not.toContain(says("proposal.decisions"))
  await proposalIn(app.world, sides, "accepted", { words: { title: "Gagasan yang diterima" } })
  await proposalIn(app.world, sides, "declined", { words: { title: "Gagasan yang tidak jadi" } })
  const shown = await app.visitor().get(page)
  const words = pageWords(shown.text)
  for (const told of [says("proposal.decisions"), "Gagasan yang diterima", reasons.decline])
    expect(words).toContain(told)
  expect(shown.text).not.toContain("Gagasan yang tidak jadi")
})

test("a closed need whose period is over is given new days and opened again", async () => {
  const id = await needIn(app.world, sides.region, "closed")
  app.world.clock.turn(days(400))
  const approver = await app.as(sides.region.approver)
  const desk = `/ruang-kerja/kebutuhan/${id}`
  const reopen = async () =>
    approver.post(`${desk}/pembukaan`, formFields((await approver.get(`${desk}/pembukaan`)).text))
  expect((await reopen()).status).toBe(409)
  const fields = formFields((await approver.get(`${desk}/ubah`)).text)
  const mended = { ...fields, affair: "education", regionCode: "33.71", kinds: "data", periodUntil: "2028-01-01" }
  expect((await approver.post(`${desk}/ubah`, mended)).status).toBe(303)
  expect((await reopen()).status).toBe(303)
})

test("a refused form of an initiative keeps its version: what somebody else stored meanwhile stands beside what was typed, and nothing is overwritten unseen", async () => {
  const lead = await app.as(sides.region.approver)
  const id = await initiativeIn(app.world, sides, "running")
  const page = `/ruang-kerja/inisiatif/${id}/ubah`
  const mine = { ...formFields((await lead.get(page)).text), affair: "education", regionCode: "33.71" }
  const other = await app.as(sides.region.drafter)
  expect((await other.post(page, { ...mine, place: "Aula kecamatan" })).status).toBe(303)
  const short = await lead.post(page, { ...mine, title: "A" })
  expect(short.status).toBe(422)
  // A refused form keeps the version that it was made at, so mending a field does not pass over the other's save.
  const mended = { ...formFields(short.text), affair: "education", regionCode: "33.71", title: "Judul yang baru" }
  const late = await lead.post(page, mended)
  expect(late.status).toBe(409)
  expect(pageWords(late.text)).toContain("Aula kecamatan")
  expect(formFields(late.text).title).toBe("Judul yang baru")
  const seen = { ...formFields(late.text), affair: "education", regionCode: "33.71" }
  expect((await lead.post(page, seen)).status).toBe(303)
})
