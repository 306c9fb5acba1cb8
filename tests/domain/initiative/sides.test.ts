import { describe, expect, it } from "vitest"
import { getInitiativeDesk, listOwnInitiatives } from "#app/domain/initiative/desk.server.ts"
import { readOwnInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { addMilestone } from "#app/domain/initiative/milestones.server.ts"
import { addOutcome } from "#app/domain/initiative/outcomes.server.ts"
import { addPartner, endPartner } from "#app/domain/initiative/partners.server.ts"
import { findPublicInitiative, getInitiative } from "#app/domain/initiative/queries.server.ts"
import { editForm, milestoneForm, outcomeForm, updateForm } from "#app/domain/initiative/schema.ts"
import { writeSequel } from "#app/domain/initiative/sequel.server.ts"
import {
  beginInitiative,
  completeInitiative,
  publishInitiative,
  stopInitiative,
} from "#app/domain/initiative/steps.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { editInitiative } from "#app/domain/initiative/writing.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { InitiativeStatus } from "#db/schema.ts"
import {
  initiativeArena,
  initiativeFields,
  initiativeIn,
  milestoneIn,
  outcomeIn,
  seenAt,
  stopReason,
} from "#tests/support/initiatives.ts"

const states: readonly InitiativeStatus[] = ["prepared", "running", "completed", "stopped"]

describe("who knows of an initiative", () => {
  it.each(states)("%s and unpublished: the lead and its partners, nobody else", async (status) => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, status)
    const { campus, firm, region, stranger } = sides
    const { slug } = await getInitiative(await world.as(region.drafter), id)
    for (const person of [region.drafter, region.head, campus.drafter, campus.member, firm.approver, firm.member])
      expect((await getInitiativeDesk(await world.as(person), id)).initiative.id).toBe(id)
    for (const ctx of [
      await world.as(stranger.approver),
      await world.as(await world.create.secretariat()),
      await world.as(region.approver, null),
      world.visitor(),
    ]) {
      await expect(getInitiative(ctx, id)).rejects.toMatchObject({ code: "not_found" })
      await expect(getInitiativeDesk(ctx, id)).rejects.toMatchObject({ code: "not_found" })
    }
    await expect(findPublicInitiative(await world.as(region.approver), slug)).rejects.toMatchObject({
      code: "not_found",
    })
  })

  it.each(states)("%s and published: everybody, but the desk stays with those who take part", async (status) => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, status, { published: true })
    for (const ctx of [world.visitor(), await world.as(sides.stranger.approver)]) {
      const { slug } = await getInitiative(ctx, id)
      expect((await findPublicInitiative(ctx, slug)).status).toBe(status)
      await expect(getInitiativeDesk(ctx, id)).rejects.toMatchObject({ code: "forbidden" })
    }
  })

  it("forgets an organisation that left, as long as it is not published", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running")
    const firm = await world.as(sides.firm.drafter)
    const own = (await getInitiative(firm, id)).partners.find(({ name }) => name === "PT Contoh Karya")!
    await endPartner(firm, id, own.id, await seenAt(firm, id))
    await expect(getInitiative(firm, id)).rejects.toMatchObject({ code: "not_found" })
    expect((await listOwnInitiatives(firm, readOwnInitiativeFilter(new URLSearchParams()))).entries).toEqual([])
  })

  it.each(["bukan-id", "", "0198c0de-0000-7000-8000-000000000000"])("is nothing under %j", async (id) => {
    const { world, sides } = await initiativeArena()
    await expect(getInitiative(await world.as(sides.region.drafter), id)).rejects.toMatchObject({ code: "not_found" })
  })
})

type Deed = (ctx: Ctx, id: string, seen: { lockVersion: number }) => Promise<unknown>

/** What each role does, in the state that the deed needs. */
const leadDrafterDeeds: Record<string, { in: InitiativeStatus; do: Deed }> = {
  edit: {
    in: "prepared",
    do: (ctx, id, seen) => editInitiative(ctx, id, editForm.parse({ ...initiativeFields(), ...seen })),
  },
  begin: { in: "prepared", do: beginInitiative },
  partner: {
    in: "running",
    do: (ctx, id, seen) => addPartner(ctx, id, { ...seen, organisation: "media-contoh", part: "Meliput" }),
  },
  milestone: {
    in: "running",
    do: (ctx, id, seen) =>
      addMilestone(ctx, id, milestoneForm.parse({ ...seen, title: "Kelas dibuka", dueOn: "2026-05-01" })),
  },
  outcome: {
    in: "running",
    do: (ctx, id, seen) =>
      addOutcome(
        ctx,
        id,
        outcomeForm.parse({
          ...seen,
          indicator: "Peserta",
          unit: "orang",
          baseline: "0",
          target: "9",
          source: "BKPSDM",
        }),
      ),
  },
  sequel: { in: "completed", do: (ctx, id, seen) => writeSequel(ctx, id, { ...seen, sequel: "Berlanjut." }) },
}
const leadApproverDeeds: typeof leadDrafterDeeds = {
  publish: { in: "prepared", do: publishInitiative },
  complete: { in: "running", do: completeInitiative },
  stop: { in: "running", do: (ctx, id, seen) => stopInitiative(ctx, id, { ...seen, reason: stopReason }) },
}
const report: Deed = (ctx, id) =>
  postUpdate(ctx, id, { ...updateForm.parse({ title: "Kabar", body: "Kelas pertama dibuka." }), picture: null })

describe.each(Object.entries({ ...leadDrafterDeeds, ...leadApproverDeeds }))("%s", (name, deed) => {
  it("is done by the lead's people of the right role and by nobody else", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, deed.in)
    const admin = await world.create.member(sides.region.organisation.id, "admin")
    const { campus, firm, region } = sides
    const refused = [region.head, campus.approver, campus.drafter, firm.approver, campus.member]
    if (name in leadApproverDeeds) refused.push(region.drafter)
    const seen = await seenAt(await world.as(admin), id)
    for (const person of refused)
      await expect(deed.do(await world.as(person), id, seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(deed.do(await world.as(sides.stranger.approver), id, seen)).rejects.toMatchObject({
      code: "not_found",
    })
    await deed.do(await world.as(name in leadApproverDeeds ? region.approver : region.drafter), id, seen)
  })

  it("is done by an administrator of the lead, and refused while the lead is not verified", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, deed.in)
    const admin = await world.create.member(sides.region.organisation.id, "admin")
    const seen = await seenAt(await world.as(admin), id)
    const status = async (value: "suspended" | "verified") =>
      world.db
        .updateTable("organisation")
        .set({ status: value })
        .where("id", "=", sides.region.organisation.id)
        .execute()
    await status("suspended")
    await expect(deed.do(await world.as(admin), id, seen)).rejects.toMatchObject({ code: "forbidden" })
    await status("verified")
    await deed.do(await world.as(admin), id, seen)
  })
})

describe("posting an update", () => {
  it("is for drafters and approvers of every organisation that takes part, while theirs is verified", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running", { published: true })
    const { campus, firm, region, stranger } = sides
    const seen = { lockVersion: 0 }
    for (const person of [region.drafter, region.approver, campus.drafter, firm.approver])
      await report(await world.as(person), id, seen)
    for (const person of [region.head, campus.member, stranger.approver])
      await expect(report(await world.as(person), id, seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(report(world.visitor(), id, seen)).rejects.toMatchObject({ code: "forbidden", key: "signInFirst" })
    const set = { status: "suspended" } as const
    await world.db.updateTable("organisation").set(set).where("id", "=", firm.organisation.id).execute()
    await expect(report(await world.as(firm.approver), id, seen)).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("the desk", () => {
  it("says what each reader may do now", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running")
    await milestoneIn(world, sides, id)
    await outcomeIn(world, sides, id)
    const desk = async (person: { id: string }) => getInitiativeDesk(await world.as(person), id)
    const nothing = {
      ...{ edit: false, publish: false, partners: false, milestones: false, outcomes: false, measure: false },
      ...{ strike: false, report: false, sequel: false, leave: false },
    }
    const drafting = { edit: true, partners: true, milestones: true, outcomes: true, measure: true, strike: true }
    const approver = await desk(sides.region.approver)
    expect(approver.steps).toEqual(["amend", "complete", "stop"])
    expect(approver.may).toEqual({ ...nothing, ...drafting, publish: true, report: true })
    expect(approver.milestones).toHaveLength(1)
    expect(approver.outcomes).toMatchObject([{ target: "1250", latest: null, progress: null }])
    expect(approver.proposals).toMatchObject([{ organisationName: "Universitas Contoh", need: null }])
    expect(approver.events.map(({ type }) => type)).toEqual([
      "initiative.started",
      "initiative.begun",
      "initiative.milestone_added",
      "initiative.outcome_added",
    ])
    const drafter = await desk(sides.region.drafter)
    expect(drafter.steps).toEqual(["amend"])
    expect(drafter.may).toEqual({ ...nothing, ...drafting, report: true })
    const partner = await desk(sides.firm.drafter)
    expect(partner.steps).toEqual([])
    expect(partner.may).toEqual({ ...nothing, report: true, leave: true })
    const member = await desk(sides.campus.member)
    expect([member.steps, member.may]).toEqual([[], nothing])
  })

  it("lists what an organisation leads or takes part in, the one changed last first", async () => {
    const { world, sides } = await initiativeArena()
    const ids: string[] = []
    for (const status of ["prepared", "running", "completed"] as const) {
      world.clock.turn(60_000)
      ids.unshift(await initiativeIn(world, sides, status, { fields: { title: `Inisiatif ${status}` } }))
    }
    await milestoneIn(world, sides, ids[1]!)
    const list = async (person: { id: string }, query = "") =>
      listOwnInitiatives(await world.as(person), readOwnInitiativeFilter(new URLSearchParams(query)))
    const { entries, count, next } = await list(sides.region.head)
    expect([count, next]).toEqual([3, null])
    expect(entries.map(({ id }) => id)).toEqual(ids)
    expect(entries.every(({ lead }) => lead)).toBe(true)
    expect(entries.find(({ id }) => id === ids[1])?.milestones).toEqual({ reached: 0, total: 1 })
    const ofFirm = await list(sides.firm.member, "status=running")
    expect(ofFirm.entries.map(({ id, lead }) => [id, lead])).toEqual([[ids[1], false]])
    expect((await list(sides.firm.member, "status=sihir&cursor=%25")).count).toBe(3)
    expect((await list(sides.stranger.drafter)).entries).toEqual([])
  })

  it("pages an own list by key without a gap", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "prepared")
    const ctx = await world.as(sides.region.drafter)
    const row = await world.db.selectFrom("initiative").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
    const lead = (await getInitiative(ctx, id)).partners[0]!
    for (let n = 10; n < 54; n += 1) {
      const copy = { ...row, id: id.replace(/..$/, String(n)), slug: `salinan-${n}` }
      if (copy.id === id) continue
      await world.db.insertInto("initiative").values(copy).execute()
      await world.db
        .insertInto("initiativePartner")
        .values({
          ...{
            id: lead.id.replace(/..$/, String(n)).replace(/^./, "f"),
            initiativeId: copy.id,
            part: "",
            leftAt: null,
          },
          ...{ organisationId: lead.organisationId, joinedAt: lead.joinedAt },
        })
        .execute()
    }
    const total = (await world.db.selectFrom("initiative").select("id").execute()).length
    const seen: string[] = []
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await listOwnInitiatives(ctx, readOwnInitiativeFilter(new URLSearchParams({ cursor })))
      expect(page.count).toBe(total)
      seen.push(...page.entries.map((entry) => entry.id))
      cursor = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total])
  })
})
