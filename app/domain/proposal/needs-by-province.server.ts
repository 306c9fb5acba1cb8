import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { byProvince, type ProvinceCounts } from "../region/province-counts.ts"
import type { NeedFilter } from "./need-filter.ts"
import { matchingNeeds } from "./need-register.server.ts"

/** How many needs of each province the public list shows under a filter. One query. */
export async function needsByProvince(ctx: Ctx, filter: NeedFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "need.browse")
  const rows = await matchingNeeds(ctx, filter)
    .select(["need.regionCode", countAll().as("count")])
    .groupBy("need.regionCode")
    .execute()
  return byProvince(rows)
}
