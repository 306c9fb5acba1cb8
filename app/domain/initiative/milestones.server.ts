import type { Selectable } from "kysely"
import { countAll } from "#db/portable.ts"
import type { MilestoneTable } from "#db/schema.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { isId, newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { change } from "./change.server.ts"
import { initiativeFlow, writingStep } from "./flow.ts"
import { initiativeLimits } from "./limits.ts"
import { getInitiative, type Initiative } from "./queries.server.ts"
import type { MilestoneInput, ReachInput, Seen } from "./schema.ts"

type Milestone = Selectable<MilestoneTable>

/** The initiative, open for changes by the actor to its milestones. */
async function openInitiative(ctx: Ctx, id: string): Promise<Initiative> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.milestone", initiative)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  return initiative
}

/** A milestone that was not dropped; not found where the initiative has none under this id. */
async function findMilestone(ctx: Ctx, initiative: Initiative, milestoneId: string): Promise<Milestone> {
  const row = isId(milestoneId)
    ? await ctx.db
        .selectFrom("milestone")
        .selectAll()
        .where("id", "=", milestoneId)
        .where("initiativeId", "=", initiative.id)
        .where("droppedAt", "is", null)
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return row
}

/** Adds a milestone with the day by which it is to be reached. Refuses (invalid) more than `initiativeLimits` allows. */
export async function addMilestone(ctx: Ctx, id: string, input: MilestoneInput): Promise<void> {
  const initiative = await openInitiative(ctx, id)
  const { title, dueOn } = input
  const event = { type: "initiative.milestone_added", data: { title, dueOn } } as const
  await change(ctx, initiative, input.lockVersion, event, async (trx) => {
    const { count } = await trx
      .selectFrom("milestone")
      .select(countAll().as("count"))
      .where("initiativeId", "=", id)
      .where("droppedAt", "is", null)
      .executeTakeFirstOrThrow()
    if (count >= initiativeLimits.milestones)
      throw invalid("initiative.tooManyMilestones", { parameters: { count: initiativeLimits.milestones } })
    await trx
      .insertInto("milestone")
      .values({
        ...{ id: newId(), initiativeId: id, title, dueOn, reachedOn: null, note: "" },
        ...{ droppedAt: null, createdAt: ctx.now },
      })
      .execute()
  })
}

/** Notes that a milestone was reached, on a day up to today. Refuses one that is noted as reached. */
export async function reachMilestone(ctx: Ctx, id: string, milestoneId: string, input: ReachInput): Promise<void> {
  const initiative = await openInitiative(ctx, id)
  const milestone = await findMilestone(ctx, initiative, milestoneId)
  if (milestone.reachedOn !== null) throw conflict("initiative.milestoneReached")
  const { reachedOn, note } = input
  if (reachedOn > officialDay(ctx.now)) throw invalid("form", { fields: { reachedOn: ["initiative.inFuture"] } })
  const event = { type: "initiative.milestone_reached", data: { title: milestone.title, reachedOn } } as const
  await change(ctx, initiative, input.lockVersion, event, async (trx) => {
    await trx.updateTable("milestone").set({ reachedOn, note }).where("id", "=", milestone.id).execute()
  })
}

/** Takes back what was noted by mistake. Refuses a milestone that is not noted as reached. */
export async function unreachMilestone(ctx: Ctx, id: string, milestoneId: string, seen: Seen): Promise<void> {
  const initiative = await openInitiative(ctx, id)
  const milestone = await findMilestone(ctx, initiative, milestoneId)
  if (milestone.reachedOn === null) throw conflict("initiative.milestoneOpen")
  const event = { type: "initiative.milestone_unreached", data: { title: milestone.title } } as const
  await change(ctx, initiative, seen.lockVersion, event, async (trx) => {
    await trx.updateTable("milestone").set({ reachedOn: null, note: "" }).where("id", "=", milestone.id).execute()
  })
}

/** Gives a milestone up; it is shown no more, and its row stays. Refuses one that was reached. */
export async function dropMilestone(ctx: Ctx, id: string, milestoneId: string, seen: Seen): Promise<void> {
  const initiative = await openInitiative(ctx, id)
  const milestone = await findMilestone(ctx, initiative, milestoneId)
  if (milestone.reachedOn !== null) throw conflict("initiative.milestoneReached")
  const event = { type: "initiative.milestone_dropped", data: { title: milestone.title } } as const
  await change(ctx, initiative, seen.lockVersion, event, async (trx) => {
    await trx.updateTable("milestone").set({ droppedAt: ctx.now }).where("id", "=", milestone.id).execute()
  })
}
