import { describe, expect, it } from "vitest"
import { addMeasure, strikeMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { measureForm, updateForm } from "#app/domain/initiative/schema.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { achievements } from "#app/domain/network/achievements.server.ts"
import { networkFigures } from "#app/domain/network/figures.server.ts"
import { newestEvents } from "#app/domain/network/newest.server.ts"
import { weaveOf } from "#app/domain/network/weave.server.ts"
import { agreementIn } from "#tests/support/agreements.ts"
import { exchangeOf, prepare, sealAs } from "#tests/support/certificates.ts"
import { counting, initiativeArena, initiativeIn, outcomeIn, seenAt } from "#tests/support/initiatives.ts"
import { needIn, openNeed, proposalIn } from "#tests/support/proposals.ts"
import { createWorld } from "#tests/support/world.ts"

const nothing = {
  ...{ agreements: 0, regions: 0, running: 0, completed: 0, measured: 0, reached: 0, hours: 0, needs: 0 },
  partners: { A: 0, B: 0, C: 0, G: 0, M: 0 },
}

it("an empty portal has figures of nothing, no weave, no news and no achievements", async () => {
  const ctx = (await createWorld()).visitor()
  expect(await networkFigures(ctx)).toEqual(nothing)
  expect(await weaveOf(ctx)).toEqual([])
  expect(await newestEvents(ctx, 6)).toEqual([])
  expect(await achievements(ctx, 3)).toEqual([])
})

describe("the figures", () => {
  it("count what is public: drafts, closed needs and unpublished initiatives are not in them", async () => {
    const { world, sides } = await initiativeArena()
    await needIn(world, sides.region, "draft", { title: "Rancangan kebutuhan" })
    await needIn(world, sides.region, "closed", { title: "Kebutuhan yang sudah ditutup" })
    await openNeed(world, sides.region)
    const late = await openNeed(world, sides.region, { title: "Sudah lewat" })
    await world.db.updateTable("need").set({ periodUntil: "2020-01-01" }).where("id", "=", late.id).execute()
    await initiativeIn(world, sides, "running")
    await initiativeIn(world, sides, "running", { published: true })
    await initiativeIn(world, sides, "completed", { published: true })
    const figures = await networkFigures(world.visitor())
    expect(figures).toMatchObject({ agreements: 0, running: 1, completed: 1, needs: 1 })
    const verified = await world.db
      .selectFrom("organisation")
      .select("strand")
      .where("status", "=", "verified")
      .execute()
    expect(Object.values(figures.partners).reduce((sum, count) => sum + count, 0)).toBe(verified.length)
    expect(figures.partners.A).toBe(verified.filter(({ strand }) => strand === "A").length)
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("strand", "=", "A").execute()
    expect((await networkFigures(world.visitor())).partners.A).toBe(0)
  })

  it("count a region once however many agreements bind it, and only while they are in force", async () => {
    const world = await createWorld()
    const { host: jabar, sender: magelang } = await exchangeOf(world)
    const before = await networkFigures(world.visitor())
    expect(before).toMatchObject({ agreements: 1, regions: 2 })
    const code = await agreementIn(world, { jabar, magelang }, "in_force", { title: "Kesepakatan kedua" })
    await agreementIn(world, { jabar, magelang }, "negotiation", { title: "Masih dirundingkan" })
    expect(await networkFigures(world.visitor())).toMatchObject({ agreements: 2, regions: 2 })
    await world.db.updateTable("agreement").set({ status: "lapsed" }).where("code", "=", code).execute()
    expect(await networkFigures(world.visitor())).toMatchObject({ agreements: 1, regions: 2 })
  })

  it("count an outcome as reached by its newest measure alone, whichever way its target lies", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    const outcome = await outcomeIn(world, sides, id)
    const region = await world.as(sides.region.approver)
    const measure = async (value: string, measuredOn: string) =>
      addMeasure(region, id, outcome, measureForm.parse({ value, measuredOn, note: "", ...(await seenAt(region, id)) }))
    const row = await world.db.selectFrom("outcome").selectAll().where("id", "=", outcome).executeTakeFirstOrThrow()
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 0, reached: 0 })
    await measure(row.target, "2026-02-10")
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 1, reached: 1 })
    await measure(row.baseline, "2026-02-20")
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 1, reached: 0 })
    await world.db.updateTable("outcome").set({ baseline: "96", target: "24.5" }).where("id", "=", outcome).execute()
    const newest = await world.db
      .selectFrom("outcomeMeasure")
      .select("id")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    const set = (value: string) =>
      world.db.updateTable("outcomeMeasure").set({ value }).where("id", "=", newest.id).execute()
    await set("24.51")
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 1, reached: 0 })
    await set("9")
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 1, reached: 1 })
    await strikeMeasure(region, id, newest.id, await seenAt(region, id))
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 1, reached: 0 })
    await set("9")
    await world.db.updateTable("outcome").set({ droppedAt: world.clock.now() }).execute()
    expect(await networkFigures(world.visitor())).toMatchObject({ measured: 0, reached: 0 })
  })

  it("count the hours of certificates that are sealed and stand", async () => {
    const world = await createWorld()
    const exchange = await exchangeOf(world)
    const learner = await exchange.learner()
    await prepare(world, exchange, learner.id)
    expect((await networkFigures(world.visitor())).hours).toBe(0)
    await sealAs(world, exchange.officer, learner.id)
    const { hours } = await world.db.selectFrom("learningCertificate").select("hours").executeTakeFirstOrThrow()
    expect(hours).toBeGreaterThan(0)
    expect((await networkFigures(world.visitor())).hours).toBe(hours)
    await world.db.updateTable("learningCertificate").set({ status: "revoked" }).execute()
    expect((await networkFigures(world.visitor())).hours).toBe(0)
  })
})

describe("the weave", () => {
  it("crosses a region with each strand once per initiative, proposal and agreement", async () => {
    const { world, sides } = await initiativeArena()
    const magelang = "33.71"
    await proposalIn(world, sides, "submitted")
    expect((await weaveOf(world.visitor())).filter(({ code }) => code === magelang)).toEqual([])
    await proposalIn(world, sides, "accepted")
    const once = (await weaveOf(world.visitor())).find(({ code }) => code === magelang)
    expect(once?.ties).toEqual({ A: 1, B: 0, C: 0, G: 0, M: 0 })
    const id = await initiativeIn(world, sides, "running", { published: true })
    const partners = await world.db
      .selectFrom("initiativePartner")
      .innerJoin("organisation", "organisation.id", "initiativePartner.organisationId")
      .select("organisation.strand")
      .where("initiativeId", "=", id)
      .execute()
    const [both] = await weaveOf(world.visitor())
    expect(both?.name).toBe("Kota Magelang")
    expect(both?.total).toBe(Object.values(both!.ties).reduce((sum, n) => sum + n, 0))
    const accepted = await world.db.selectFrom("proposal").select("id").where("status", "=", "accepted").execute()
    expect(both?.total).toBe(new Set(partners.map(({ strand }) => strand)).size + accepted.length)
  })

  it("takes one query, and the figures three", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    const weave = counting(world.visitor())
    await weaveOf(weave.ctx)
    expect(weave.queries()).toBe(1)
    const figures = counting(world.visitor())
    await networkFigures(figures.ctx)
    expect(figures.queries()).toBe(3)
  })
})

describe("the news", () => {
  it("hold what became public of every kind, newest first, and lose what is withdrawn", async () => {
    const { world, sides } = await initiativeArena()
    const need = await openNeed(world, sides.region)
    await needIn(world, sides.region, "draft", { title: "Rancangan yang tidak terlihat" })
    const id = await initiativeIn(world, sides, "running", { published: true })
    const region = await world.as(sides.region.approver)
    const words = updateForm.parse({ title: "Kelas pertama", body: "Kelas pertama berjalan." })
    await postUpdate(region, id, { ...words, picture: null })
    const news = await newestEvents(world.visitor(), 6)
    expect(news.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["need", "update"]))
    expect(news.map(({ title }) => title)).not.toContain("Rancangan yang tidak terlihat")
    expect(news.find(({ kind }) => kind === "need")?.key).toBe(need.slug)
    expect([...news].sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at }) => at)).toEqual(news.map(({ at }) => at))
    expect(await newestEvents(world.visitor(), 1)).toEqual(news.slice(0, 1))
    await world.db.updateTable("initiativeUpdate").set({ withdrawnAt: world.clock.now() }).execute()
    expect((await newestEvents(world.visitor(), 6)).map(({ kind }) => kind)).not.toContain("update")
  })
})

describe("achievements", () => {
  it("show of each initiative the outcome that came farthest, completed ones first", async () => {
    const { world, sides } = await initiativeArena()
    const running = await initiativeIn(world, sides, "running", { published: true })
    const region = await world.as(sides.region.approver)
    const outcome = await outcomeIn(world, sides, running)
    expect(await achievements(world.visitor(), 3)).toEqual([])
    const row = await world.db.selectFrom("outcome").selectAll().where("id", "=", outcome).executeTakeFirstOrThrow()
    await addMeasure(
      region,
      running,
      outcome,
      measureForm.parse({ value: row.target, measuredOn: "2026-02-10", note: "", ...(await seenAt(region, running)) }),
    )
    const [entry] = await achievements(world.visitor(), 3)
    expect(entry).toMatchObject({ indicator: row.indicator, value: row.target, status: "running" })
    expect(entry?.progress.reached).toBe(true)
    await world.db.updateTable("initiative").set({ publishedAt: null }).execute()
    expect(await achievements(world.visitor(), 3)).toEqual([])
  })
})
