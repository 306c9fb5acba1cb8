import { sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { Strand } from "#db/schema.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** The network in numbers; what each counts is told to readers under "Bagaimana angka ini dihitung". */
export type Figures = {
  /** Agreements in force, and the regions that are a party to at least one. */
  readonly agreements: number
  readonly regions: number
  /** Verified organisations, by strand. */
  readonly partners: Readonly<Record<Strand, number>>
  /** Published initiatives that run, and those that were completed. */
  readonly running: number
  readonly completed: number
  /** Outcomes of published initiatives that have been measured, and those whose newest measure reached the target. */
  readonly measured: number
  readonly reached: number
  /** Hours of learning (JP) on certificates that are sealed and not revoked. */
  readonly hours: number
  /** Needs that take proposals today. */
  readonly needs: number
}

/** Counts what is public now. Three queries. */
export async function networkFigures(ctx: Ctx): Promise<Figures> {
  authorize(ctx.actor, "network.browse")
  const { db } = ctx
  const counts = await db
    .selectNoFrom((eb) => [
      eb.selectFrom("agreement").select(countAll().as("n")).where("status", "=", "in_force").as("agreements"),
      eb
        .selectFrom("agreementParty")
        .innerJoin("agreement", "agreement.id", "agreementParty.agreementId")
        .select(sql<number>`cast(count(distinct ${sql.ref("agreementParty.regionCode")}) as integer)`.as("n"))
        .where("agreement.status", "=", "in_force")
        .as("regions"),
      eb
        .selectFrom("initiative")
        .select(countAll().as("n"))
        .where("status", "=", "running")
        .where("publishedAt", "is not", null)
        .as("running"),
      eb
        .selectFrom("initiative")
        .select(countAll().as("n"))
        .where("status", "=", "completed")
        .where("publishedAt", "is not", null)
        .as("completed"),
      eb
        .selectFrom("learningCertificate")
        .select(sql<number>`cast(coalesce(sum(${sql.ref("hours")}), 0) as integer)`.as("n"))
        .where("status", "=", "sealed")
        .as("hours"),
      eb
        .selectFrom("need")
        .select(countAll().as("n"))
        .where("status", "=", "open")
        .where("periodUntil", ">=", officialDay(ctx.now))
        .as("needs"),
    ])
    .executeTakeFirstOrThrow()
  const strands = await db
    .selectFrom("organisation")
    .select(["strand", countAll().as("n")])
    .where("status", "=", "verified")
    .groupBy("strand")
    .execute()
  const partners = { A: 0, B: 0, C: 0, G: 0, M: 0 }
  for (const { strand, n } of strands) partners[strand] = n
  const { measured, reached } = await outcomeCounts(ctx)
  return {
    partners,
    measured,
    reached,
    agreements: counts.agreements ?? 0,
    regions: counts.regions ?? 0,
    running: counts.running ?? 0,
    completed: counts.completed ?? 0,
    hours: counts.hours ?? 0,
    needs: counts.needs ?? 0,
  }
}

async function outcomeCounts({ db }: Ctx): Promise<{ measured: number; reached: number }> {
  const number = (column: string) => sql<number>`cast(${sql.ref(column)} as numeric)`
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom("outcome")
        .innerJoin("initiative", "initiative.id", "outcome.initiativeId")
        .select(["outcome.baseline", "outcome.target"])
        .select((inner) =>
          inner
            .selectFrom("outcomeMeasure as measure")
            .select("measure.value")
            .whereRef("measure.outcomeId", "=", "outcome.id")
            .where("measure.struckAt", "is", null)
            .orderBy("measure.measuredOn", "desc")
            .orderBy("measure.id", "desc")
            .limit(1)
            .as("value"),
        )
        .where("initiative.publishedAt", "is not", null)
        .where("outcome.droppedAt", "is", null)
        .as("newest"),
    )
    .select([
      countAll().as("measured"),
      sql<number>`cast(coalesce(sum(case
        when ${number("target")} >= ${number("baseline")} and ${number("value")} >= ${number("target")} then 1
        when ${number("target")} < ${number("baseline")} and ${number("value")} <= ${number("target")} then 1
        else 0 end), 0) as integer)`.as("reached"),
    ])
    .where("newest.value", "is not", null)
    .executeTakeFirstOrThrow()
}
