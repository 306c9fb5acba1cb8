import { describe, expect, it } from "vitest"
import { addMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { measureForm } from "#app/domain/initiative/schema.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { achievements } from "#app/domain/network/achievements.server.ts"
import { activityIn } from "#app/domain/network/activity.server.ts"
import { counterpartsOf, mostTies, regionsWorkedWith } from "#app/domain/network/ties.server.ts"
import { listPublicProgrammes } from "#app/domain/programme/register.server.ts"
import { needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { agreementIn, government } from "#tests/support/agreements.ts"
import { exchangeOf } from "#tests/support/certificates.ts"
import {
  agreementWith,
  counting,
  initiativeArena,
  initiativeIn,
  outcomeIn,
  seenAt,
} from "#tests/support/initiatives.ts"
import { openNeed, proposalIn } from "#tests/support/proposals.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const magelang = "33.71"

/** The ties of each counterpart as "kind title", by its slug. */
async function told(world: World, ...codes: [string, ...string[]]): Promise<Record<string, string[]>> {
  const { others } = await counterpartsOf(world.visitor(), codes)
  return Object.fromEntries(others.map(({ slug, ties }) => [slug, ties.map(({ kind }) => kind).sort()]))
}

async function toldOf(world: World, organisationId: string): Promise<Record<string, string[]>> {
  const { others } = await regionsWorkedWith(world.visitor(), organisationId)
  return Object.fromEntries(others.map(({ code, ties }) => [code, ties.map(({ kind }) => kind).sort()]))
}

describe("who works with a region", () => {
  it("are those whose proposals it accepted and those who take part in its published initiatives, not itself", async () => {
    const { world, sides } = await initiativeArena()
    const [campus, firm] = [sides.campus.organisation, sides.firm.organisation]
    await proposalIn(world, sides, "submitted")
    await proposalIn(world, sides, "declined")
    expect(await told(world, magelang)).toEqual({})
    const id = await initiativeIn(world, sides, "running")
    expect(await told(world, magelang)).toEqual({ [campus.slug]: ["proposal"], [firm.slug]: ["proposal"] })
    await world.db.updateTable("initiative").set({ publishedAt: world.clock.now() }).where("id", "=", id).execute()
    const both = ["initiative", "proposal"]
    expect(await told(world, magelang)).toEqual({ [campus.slug]: both, [firm.slug]: both })
    expect(await toldOf(world, campus.id)).toEqual({ [magelang]: both })
    expect(await toldOf(world, sides.region.organisation.id)).toEqual({})
    expect(await toldOf(world, sides.stranger.organisation.id)).toEqual({})
  })

  it("lose what was left, and keep their name where they are no longer verified", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    const firm = sides.firm.organisation
    const now = world.clock.now()
    await world.db.updateTable("initiativePartner").set({ leftAt: now }).where("organisationId", "=", firm.id).execute()
    expect((await told(world, magelang))[firm.slug]).toEqual(["proposal"])
    await world.db.updateTable("proposalPartner").set({ endedAt: now }).where("organisationId", "=", firm.id).execute()
    expect((await told(world, magelang))[firm.slug]).toBeUndefined()
    const campus = sides.campus.organisation
    const verified = async () =>
      (await counterpartsOf(world.visitor(), [magelang])).others.find(({ slug }) => slug === campus.slug)?.verified
    expect(await verified()).toBe(true)
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", campus.id).execute()
    expect(await verified()).toBe(false)
  })

  it("are the other party of agreements that are or were in force, and the other side of an opened programme", async () => {
    const world = await createWorld()
    const { host, sender, programmeId, agreementCode } = await exchangeOf(world)
    await agreementIn(world, { jabar: host, magelang: sender }, "negotiation", { title: "Masih dirundingkan" })
    const both = ["agreement", "programme"]
    expect(await told(world, "32")).toEqual({ [sender.organisation.slug]: both })
    expect(await told(world, magelang)).toEqual({ [host.organisation.slug]: both })
    expect(await toldOf(world, sender.organisation.id)).toEqual({ "32": both })
    await world.db.updateTable("programme").set({ publishedAt: null }).where("id", "=", programmeId).execute()
    await world.db.updateTable("agreement").set({ status: "lapsed" }).where("code", "=", agreementCode).execute()
    const { others } = await counterpartsOf(world.visitor(), [magelang])
    expect(
      others.map(({ slug, strand, ties }) => [slug, strand, ties.map(({ key, status }) => [key, status])]),
    ).toEqual([[host.organisation.slug, "G", [[agreementCode, "lapsed"]]]])
  })

  it("of a province are those of the regions in it as well, who may be their governments", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    const province = await government(world, "33", "Gubernur Jawa Tengah")
    await agreementIn(world, { jabar: province, magelang: sides.region }, "in_force")
    expect(await told(world, "33")).toEqual({ [sides.region.organisation.slug]: ["agreement"] })
    expect(await told(world, "33", magelang)).toEqual({
      [sides.region.organisation.slug]: ["agreement"],
      [sides.campus.organisation.slug]: ["initiative", "proposal"],
      [sides.firm.organisation.slug]: ["initiative", "proposal"],
    })
    expect(await told(world, magelang)).toMatchObject({ [province.organisation.slug]: ["agreement"] })
  })

  it("come newest first, at most so many ties, and say when that is not all", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    const { other, code } = await agreementWith(world, sides)
    const { others, whole } = await counterpartsOf(world.visitor(), [magelang])
    expect(whole).toBe(true)
    expect(others[0]).toMatchObject({ slug: other.organisation.slug, ties: [{ kind: "agreement", key: code }] })
    const since = others.flatMap(({ ties }) => ties.map((tie) => tie.since))
    for (const { ties } of others)
      expect(ties.map((tie) => tie.since)).toEqual(
        ties
          .map((tie) => tie.since)
          .sort()
          .reverse(),
      )
    expect(since).toHaveLength(5)
    const proposal = await world.db
      .selectFrom("proposal")
      .selectAll()
      .where("status", "=", "accepted")
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: mostTies }, (_, n) => ({
      ...proposal,
      id: newId(),
      code: `US-0000-${String(n).padStart(4, "0")}`,
      title: `Usulan ${n}`,
      decidedAt: "2025-01-01T00:00:00.000Z",
    }))
    await world.db.insertInto("proposal").values(many).execute()
    const cut = await counterpartsOf(world.visitor(), [magelang])
    expect(cut.whole).toBe(false)
    expect(cut.others.flatMap(({ ties }) => ties)).toHaveLength(mostTies)
    expect(cut.others[0]?.slug).toBe(other.organisation.slug)
  })

  it("takes one query, whichever way it is asked", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    const region = counting(world.visitor())
    await counterpartsOf(region.ctx, ["33", magelang])
    expect(region.queries()).toBe(1)
    const partner = counting(world.visitor())
    await regionsWorkedWith(partner.ctx, sides.campus.organisation.id)
    expect(partner.queries()).toBe(1)
  })
})

describe("what goes on in regions", () => {
  it("counts verified partners, published initiatives and agreements in force, each where it is", async () => {
    const { world, sides } = await initiativeArena()
    await agreementWith(world, sides)
    await initiativeIn(world, sides, "running")
    await initiativeIn(world, sides, "running", { published: true })
    await world.create.organisation({ name: "Belum diperiksa", status: "submitted" })
    const verified = await world.db
      .selectFrom("organisation")
      .select("id")
      .where("regionCode", "=", magelang)
      .where("status", "=", "verified")
      .execute()
    const activity = await activityIn(world.visitor(), ["32", magelang, "33.08"])
    expect(Object.fromEntries(activity)).toEqual({
      "32": { partners: 1, initiatives: 0, agreements: 1 },
      [magelang]: { partners: verified.length, initiatives: 1, agreements: 1 },
    })
    expect((await activityIn(world.visitor(), [])).size).toBe(0)
  })
})

describe("what a page of a region or partner narrows", () => {
  it("achievements, to the initiatives there or of that partner", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    const outcome = await outcomeIn(world, sides, id)
    const region = await world.as(sides.region.approver)
    const measure = measureForm.parse({ value: "5", measuredOn: "2026-02-10", note: "", ...(await seenAt(region, id)) })
    await addMeasure(region, id, outcome, measure)
    const visitor = world.visitor()
    const titles = async (of: Parameters<typeof achievements>[2]) =>
      (await achievements(visitor, 4, of)).map(({ title }) => title)
    const [title] = await titles({})
    expect(title).toBeDefined()
    expect(await titles({ regions: [magelang] })).toEqual([title])
    expect(await titles({ regions: ["32"] })).toEqual([])
    expect(await titles({ organisationId: sides.firm.organisation.id })).toEqual([title])
    expect(await titles({ organisationId: sides.stranger.organisation.id })).toEqual([])
  })

  it("programmes, to those whose host or sender sits there", async () => {
    const world = await createWorld()
    await exchangeOf(world)
    const count = async (...regions: string[]) =>
      (await listPublicProgrammes(world.visitor(), { q: "", status: null, cursor: null, regions })).count
    expect([await count("32"), await count(magelang), await count("33.08", magelang), await count("33.08")]).toEqual([
      ...[1, 1, 1, 0],
    ])
  })

  it("needs, to those of one government", async () => {
    const { world, sides } = await initiativeArena()
    const { slug } = await openNeed(world, sides.region)
    const of = async (organisationId: string) =>
      (await needsTakingProposals(world.visitor(), { organisationId }, 4)).map((need) => need.slug)
    expect(await of(sides.region.organisation.id)).toEqual([slug])
    expect(await of(sides.campus.organisation.id)).toEqual([])
  })
})
