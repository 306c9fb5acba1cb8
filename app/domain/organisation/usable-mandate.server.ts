import type { LocalDate } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { forbidden } from "../kernel/errors.ts"
import type { Instrument } from "./mandate-kinds.ts"
import { mandateObstacle, mandateObstacles } from "./mandate-power.ts"
import { asMandate, type Mandate } from "./mandate-queries.server.ts"

export type MandateUse = {
  readonly accountId: string
  readonly organisationId: string
  readonly instrument: Instrument
  /** Of the official zone (`officialDay`). */
  readonly day: LocalDate
}

/**
 * The mandate under which a person may sign `instrument` for an organisation on `day`; works on a context or on a
 * transaction. Refuses (forbidden `mandate.use.…`): he holds none, or the one that comes nearest is unverified, not yet
 * or no longer in force, refused, ended, silent on this instrument, or not that of the head of region.
 */
export async function usableMandate(ctx: Pick<Ctx, "db">, use: MandateUse): Promise<Mandate> {
  const rows = await ctx.db
    .selectFrom("mandate")
    .innerJoin("organisation", "organisation.id", "mandate.organisationId")
    .selectAll("mandate")
    .select(["organisation.name as organisationName", "organisation.status as organisationStatus"])
    .where("mandate.accountId", "=", use.accountId)
    .where("mandate.organisationId", "=", use.organisationId)
    .orderBy("mandate.enteredAt", "desc")
    .orderBy("mandate.id", "desc")
    .limit(100)
    .execute()
  const judged = rows
    .map(asMandate)
    .map((mandate) => ({ mandate, obstacle: mandateObstacle(mandate, use.instrument, use.day) }))
  const usable = judged.find(({ obstacle }) => obstacle === null)
  if (usable) return usable.mandate
  const nearest = mandateObstacles.findLast((reason) => judged.some(({ obstacle }) => obstacle === reason))
  const office = judged.find(({ obstacle }) => obstacle === nearest)?.mandate.office ?? ""
  throw forbidden(`mandate.use.${nearest ?? "none"}`, { office })
}
