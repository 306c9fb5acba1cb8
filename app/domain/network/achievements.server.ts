import { type OutcomeProgress, outcomeProgress } from "../initiative/progress.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** What came of one initiative: the outcome that has come farthest, and what happened next. */
export type Achievement = {
  readonly slug: string
  readonly title: string
  readonly regionName: string
  readonly status: "running" | "completed"
  readonly sequel: string
  readonly indicator: string
  readonly unit: string
  readonly baseline: string
  readonly target: string
  readonly value: string
  readonly measuredOn: string
  readonly progress: OutcomeProgress
}

/** Whose achievements are meant; everybody's where neither is named. */
export type AchievementsOf = {
  /** Initiatives in these regions. */
  readonly regions?: readonly string[]
  /** Initiatives in which this organisation takes part. */
  readonly organisationId?: string
}

/** Published initiatives of which something was measured: completed ones first, newest first. Two queries. */
export async function achievements(ctx: Ctx, most: number, of: AchievementsOf = {}): Promise<Achievement[]> {
  authorize(ctx.actor, "network.browse")
  const { db } = ctx
  const { regions, organisationId } = of
  const initiatives = await db
    .selectFrom("initiative")
    .innerJoin("region", "region.code", "initiative.regionCode")
    .select(["initiative.id", "initiative.slug", "initiative.title", "initiative.status", "initiative.sequel"])
    .select("region.name as regionName")
    .where("initiative.publishedAt", "is not", null)
    .where("initiative.status", "in", ["completed", "running"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("outcome")
          .innerJoin("outcomeMeasure as measure", "measure.outcomeId", "outcome.id")
          .select("measure.id")
          .whereRef("outcome.initiativeId", "=", "initiative.id")
          .where("outcome.droppedAt", "is", null)
          .where("measure.struckAt", "is", null),
      ),
    )
    .$if(regions !== undefined, (query) => query.where("initiative.regionCode", "in", regions ?? []))
    .$if(organisationId !== undefined, (query) =>
      query.where("initiative.id", "in", (eb) =>
        eb
          .selectFrom("initiativePartner as own")
          .select("own.initiativeId")
          .where("own.organisationId", "=", organisationId ?? "")
          .where("own.leftAt", "is", null),
      ),
    )
    .orderBy("initiative.status")
    .orderBy("initiative.endedAt", "desc")
    .orderBy("initiative.id", "desc")
    .limit(most)
    .execute()
  if (initiatives.length === 0) return []
  const measures = await db
    .selectFrom("outcome")
    .innerJoin("outcomeMeasure as measure", "measure.outcomeId", "outcome.id")
    .select(["outcome.id", "outcome.initiativeId", "outcome.indicator", "outcome.unit"])
    .select(["outcome.baseline", "outcome.target", "measure.value", "measure.measuredOn"])
    .where(
      "outcome.initiativeId",
      "in",
      initiatives.map(({ id }) => id),
    )
    .where("outcome.droppedAt", "is", null)
    .where("measure.struckAt", "is", null)
    .orderBy("measure.measuredOn", "desc")
    .orderBy("measure.id", "desc")
    .execute()
  const newest = measures.filter(({ id }, index) => measures.findIndex((other) => other.id === id) === index)
  return initiatives.flatMap(({ id, status, ...initiative }) => {
    const [best] = newest
      .filter(({ initiativeId }) => initiativeId === id)
      .map((outcome) => ({ outcome, progress: outcomeProgress(outcome) }))
      .sort((a, b) => b.progress.fraction - a.progress.fraction)
    if (!best || (status !== "running" && status !== "completed")) return []
    const { indicator, unit, baseline, target, value, measuredOn } = best.outcome
    return [{ ...initiative, status, indicator, unit, baseline, target, value, measuredOn, progress: best.progress }]
  })
}
