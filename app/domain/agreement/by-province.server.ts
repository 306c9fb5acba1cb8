import { sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { byProvince, type ProvinceCounts } from "../region/province-counts.ts"
import { matchingAgreements } from "./register.server.ts"
import type { RegisterFilter } from "./register-filter.ts"

/**
 * How many agreements of each province the register shows under a filter: one counts once in every province that a party
 * of it lies in. Under a region's filter only that region's province counts, so that every number is the length of a
 * list; the other side's belongs to another one. One query.
 */
export async function agreementsByProvince(ctx: Ctx, filter: RegisterFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "agreement.browse")
  const province = filter.region?.slice(0, 2)
  const code = sql<string>`substr(agreement_party.region_code, 1, 2)`
  const rows = await ctx.db
    .selectFrom(matchingAgreements(ctx, filter).select("agreement.id").as("matching"))
    .innerJoin("agreementParty", "agreementParty.agreementId", "matching.id")
    .select(code.as("regionCode"))
    .select((eb) => eb.cast<number>(eb.fn.count("matching.id").distinct(), "integer").as("count"))
    .$if(province !== undefined, (query) => query.where(code, "=", province ?? ""))
    .groupBy(code)
    .execute()
  return byProvince(rows)
}

/** How many agreements the register shows under a filter, each once. One query. */
export async function countPublicAgreements(ctx: Ctx, filter: RegisterFilter): Promise<number> {
  authorize(ctx.actor, "agreement.browse")
  const { count } = await matchingAgreements(ctx, filter).select(countAll().as("count")).executeTakeFirstOrThrow()
  return count
}
