import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { byProvince, type ProvinceCounts } from "../region/province-counts.ts"
import type { InitiativeFilter } from "./filter.ts"
import { matchingInitiatives } from "./register.server.ts"

/** How many initiatives of each province the public list shows under a filter. One query. */
export async function initiativesByProvince(ctx: Ctx, filter: InitiativeFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "initiative.browse")
  const rows = await matchingInitiatives(ctx, filter)
    .select(["initiative.regionCode", countAll().as("count")])
    .groupBy("initiative.regionCode")
    .execute()
  return byProvince(rows)
}
