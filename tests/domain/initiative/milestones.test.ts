import { expect, it } from "vitest"
import { getInitiativeDesk } from "#app/domain/initiative/desk.server.ts"
import { initiativeInbox } from "#app/domain/initiative/inbox.server.ts"
import {
  addMilestone,
  dropMilestone,
  reachMilestone,
  unreachMilestone,
} from "#app/domain/initiative/milestones.server.ts"
import { milestoneForm, reachForm } from "#app/domain/initiative/schema.ts"
import { publishInitiative } from "#app/domain/initiative/steps.server.ts"
import { initiativeArena, initiativeIn, milestoneIn, seenAt } from "#tests/support/initiatives.ts"

async function arena() {
  const { world, sides } = await initiativeArena()
  const id = await initiativeIn(world, sides, "running")
  const ctx = await world.as(sides.region.drafter)
  const seen = () => seenAt(ctx, id)
  const shown = async () => (await getInitiativeDesk(ctx, id)).milestones
  return { world, sides, id, ctx, seen, shown }
}

it("stand in the order of their days; reached with a note, opened again, dropped", async () => {
  const { world, sides, id, ctx, seen, shown } = await arena()
  const late = await milestoneIn(world, sides, id, "2026-06-01")
  const early = await milestoneIn(world, sides, id, "2026-04-15")
  expect((await shown()).map((one) => one.id)).toEqual([early, late])
  const reached = { reachedOn: "2026-03-02", note: "Kelas pertama dibuka wali kota." }
  await reachMilestone(ctx, id, early, { ...(await seen()), ...reached })
  expect((await shown())[0]).toMatchObject(reached)
  await expect(reachMilestone(ctx, id, early, { ...(await seen()), ...reached })).rejects.toMatchObject({
    key: "initiative.milestoneReached",
  })
  await expect(dropMilestone(ctx, id, early, await seen())).rejects.toMatchObject({
    key: "initiative.milestoneReached",
  })
  await unreachMilestone(ctx, id, early, await seen())
  expect((await shown())[0]).toMatchObject({ reachedOn: null, note: "" })
  await expect(unreachMilestone(ctx, id, early, await seen())).rejects.toMatchObject({
    key: "initiative.milestoneOpen",
  })
  await dropMilestone(ctx, id, early, await seen())
  expect((await shown()).map((one) => one.id)).toEqual([late])
  for (const gone of [early, "bukan-id"])
    await expect(reachMilestone(ctx, id, gone, { ...(await seen()), ...reached })).rejects.toMatchObject({
      code: "not_found",
    })
  expect(await world.db.selectFrom("milestone").select("id").execute()).toHaveLength(2)
})

it("are reached on a day up to today in Western Indonesian Time", async () => {
  const { world, sides, id, seen } = await arena()
  const milestone = await milestoneIn(world, sides, id)
  world.clock.set("2026-03-02T17:30:00.000Z")
  const ctx = await world.as(sides.region.drafter)
  const reach = async (reachedOn: string) =>
    reachMilestone(ctx, id, milestone, { ...(await seen()), reachedOn, note: "" })
  await expect(reach("2026-03-04")).rejects.toMatchObject({ fields: { reachedOn: ["initiative.inFuture"] } })
  await reach("2026-03-03")
})

it("are not another initiative's", async () => {
  const { world, sides, id, ctx } = await arena()
  const milestone = await milestoneIn(world, sides, id)
  const second = await initiativeIn(world, sides, "running")
  const other = await seenAt(ctx, second)
  await expect(dropMilestone(ctx, second, milestone, other)).rejects.toMatchObject({ code: "not_found" })
})

it("are at most forty that stand, and only written by the lead", async () => {
  const { world, sides, id, ctx, seen } = await arena()
  for (let n = 0; n < 40; n += 1)
    await milestoneIn(world, sides, id, `2026-05-${String((n % 28) + 1).padStart(2, "0")}`)
  const add = async () =>
    addMilestone(ctx, id, milestoneForm.parse({ title: "Satu lagi", dueOn: "2026-05-01", ...(await seen()) }))
  await expect(add()).rejects.toMatchObject({ code: "invalid", key: "initiative.tooManyMilestones" })
  const first = await world.db.selectFrom("milestone").select("id").executeTakeFirstOrThrow()
  const campus = await world.as(sides.campus.approver)
  await expect(dropMilestone(campus, id, first.id, await seen())).rejects.toMatchObject({ code: "forbidden" })
  await expect(
    reachMilestone(campus, id, first.id, reachForm.parse({ ...(await seen()), reachedOn: "2026-03-01" })),
  ).rejects.toMatchObject({ code: "forbidden" })
  await expect(unreachMilestone(campus, id, first.id, await seen())).rejects.toMatchObject({ code: "forbidden" })
  await dropMilestone(ctx, id, first.id, await seen())
  await add()
})

it("wait in the inbox of the lead from a week before their day, and unpublished initiatives in its approver's", async () => {
  const { world, sides, id, seen } = await arena()
  const soon = await milestoneIn(world, sides, id, "2026-03-09")
  await milestoneIn(world, sides, id, "2026-03-10")
  const overdue = await milestoneIn(world, sides, id, "2026-02-01")
  const inbox = async (person: { id: string }) => initiativeInbox(await world.as(person))
  const drafter = await inbox(sides.region.drafter)
  expect(drafter.map(({ kind, due, ids }) => [kind, due, ids])).toEqual(
    [
      ["initiative.milestoneDue", "2026-03-09", { id }],
      ["initiative.milestoneDue", "2026-02-01", { id }],
    ].sort(),
  )
  expect(drafter.every(({ title }) => title === "Kelas talenta kelurahan")).toBe(true)
  expect((await inbox(sides.region.approver)).map(({ kind }) => kind).sort()).toEqual([
    "initiative.milestoneDue",
    "initiative.milestoneDue",
    "initiative.publish",
  ])
  for (const person of [sides.region.head, sides.campus.approver, sides.firm.drafter, sides.stranger.approver])
    expect(await inbox(person)).toEqual([])
  expect(await initiativeInbox(world.visitor())).toEqual([])
  const ctx = await world.as(sides.region.approver)
  await publishInitiative(ctx, id, await seen())
  await reachMilestone(ctx, id, soon, { ...(await seen()), reachedOn: "2026-03-02", note: "" })
  await dropMilestone(ctx, id, overdue, await seen())
  expect(await inbox(sides.region.approver)).toEqual([])
  // Another day brings the next one; a stopped or prepared initiative has none.
  world.clock.turn(86_400_000)
  expect((await inbox(sides.region.drafter)).map(({ due }) => due)).toEqual(["2026-03-10"])
  await world.db.updateTable("initiative").set({ status: "prepared" }).execute()
  expect(await inbox(sides.region.drafter)).toEqual([])
})
