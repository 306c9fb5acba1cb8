import type { Selectable } from "kysely"
import { countAll } from "#db/portable.ts"
import type { OutcomeTable } from "#db/schema.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { isId, newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { change } from "./change.server.ts"
import { assertDeed, initiativeFlow, writingStep } from "./flow.ts"
import { initiativeLimits } from "./limits.ts"
import { getInitiative, type Initiative } from "./queries.server.ts"
import type { MeasureInput, OutcomeInput, Seen } from "./schema.ts"

/** An outcome that was not dropped; not found where the initiative has none under this id. */
async function findOutcome(ctx: Ctx, initiative: Initiative, outcomeId: string): Promise<Selectable<OutcomeTable>> {
  const row = isId(outcomeId)
    ? await ctx.db
        .selectFrom("outcome")
        .selectAll()
        .where("id", "=", outcomeId)
        .where("initiativeId", "=", initiative.id)
        .where("droppedAt", "is", null)
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return row
}

/** Adds what the initiative wants to change, in figures: from a baseline to a target, and where they are taken from. */
export async function addOutcome(ctx: Ctx, id: string, input: OutcomeInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.outcome", initiative)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  const { lockVersion, ...outcome } = input
  const { indicator, unit, baseline, target } = outcome
  const event = { type: "initiative.outcome_added", data: { indicator, unit, baseline, target } } as const
  await change(ctx, initiative, lockVersion, event, async (trx) => {
    const { count } = await trx
      .selectFrom("outcome")
      .select(countAll().as("count"))
      .where("initiativeId", "=", id)
      .where("droppedAt", "is", null)
      .executeTakeFirstOrThrow()
    if (count >= initiativeLimits.outcomes)
      throw invalid("initiative.tooManyOutcomes", { parameters: { count: initiativeLimits.outcomes } })
    await trx
      .insertInto("outcome")
      .values({ id: newId(), initiativeId: id, ...outcome, createdAt: ctx.now, droppedAt: null })
      .execute()
  })
}

/** Gives an outcome up with all its measures; it is shown no more, and the rows stay. */
export async function dropOutcome(ctx: Ctx, id: string, outcomeId: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.outcome", initiative)
  const outcome = await findOutcome(ctx, initiative, outcomeId)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  const event = { type: "initiative.outcome_dropped", data: { indicator: outcome.indicator } } as const
  await change(ctx, initiative, seen.lockVersion, event, async (trx) => {
    await trx.updateTable("outcome").set({ droppedAt: ctx.now }).where("id", "=", outcome.id).execute()
  })
}

/** Records what was measured on a day up to today, while the initiative runs or after it was completed. */
export async function addMeasure(ctx: Ctx, id: string, outcomeId: string, input: MeasureInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.outcome", initiative)
  const { indicator, unit, id: found } = await findOutcome(ctx, initiative, outcomeId)
  assertDeed("measure", initiative.status)
  const { lockVersion, value, measuredOn, note } = input
  if (measuredOn > officialDay(ctx.now)) throw invalid("form", { fields: { measuredOn: ["initiative.inFuture"] } })
  const event = { type: "initiative.measure_added", data: { indicator, value, unit, measuredOn } } as const
  await change(ctx, initiative, lockVersion, event, async (trx) => {
    const { count } = await trx
      .selectFrom("outcomeMeasure")
      .select(countAll().as("count"))
      .where("outcomeId", "=", found)
      .where("struckAt", "is", null)
      .executeTakeFirstOrThrow()
    if (count >= initiativeLimits.measures)
      throw invalid("initiative.tooManyMeasures", { parameters: { count: initiativeLimits.measures } })
    await trx
      .insertInto("outcomeMeasure")
      .values({
        ...{ id: newId(), outcomeId: found, value, measuredOn, note },
        ...{ recordedBy: ctx.actor!.accountId, createdAt: ctx.now, struckAt: null },
      })
      .execute()
  })
}

/** Strikes a measure that was recorded by mistake, in whatever state the initiative is: it counts no more and stays. */
export async function strikeMeasure(ctx: Ctx, id: string, measureId: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.outcome", initiative)
  const measure = isId(measureId)
    ? await ctx.db
        .selectFrom("outcomeMeasure as measure")
        .innerJoin("outcome", "outcome.id", "measure.outcomeId")
        .select(["measure.id", "measure.value", "measure.struckAt", "outcome.indicator", "outcome.unit"])
        .where("measure.id", "=", measureId)
        .where("outcome.initiativeId", "=", id)
        .where("outcome.droppedAt", "is", null)
        .executeTakeFirst()
    : undefined
  if (!measure) throw notFound()
  if (measure.struckAt !== null) throw conflict("initiative.measureStruck")
  const { indicator, value, unit } = measure
  const event = { type: "initiative.measure_struck", data: { indicator, value, unit } } as const
  await change(ctx, initiative, seen.lockVersion, event, async (trx) => {
    await trx.updateTable("outcomeMeasure").set({ struckAt: ctx.now }).where("id", "=", measure.id).execute()
  })
}
