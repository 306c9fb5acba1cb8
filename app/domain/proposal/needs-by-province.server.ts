import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import type { ProvinceCounts } from "../region/province-map.server.ts"
import type { NeedFilter } from "./need-filter.ts"
import { matchingNeeds } from "./need-register.server.ts"

/** How many needs of each province the public list shows under a filter. One query. */
export async function needsByProvince(ctx: Ctx, filter: NeedFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "need.browse")
  const rows = await matchingNeeds(ctx, filter)
    .select(["region.provinceCode", countAll().as("count")])
    .groupBy("region.provinceCode")
    .execute()
  return new Map(rows.map(({ provinceCode, count }) => [provinceCode ?? "", count]))
}
