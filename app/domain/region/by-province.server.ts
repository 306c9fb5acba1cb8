import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import type { RegionFilter } from "./filter.ts"
import type { ProvinceCounts } from "./province-counts.ts"
import { matchingRegions } from "./queries.server.ts"

/** How many regions of each province the list shows under a filter, the province itself among them. One query. */
export async function regionsByProvince(ctx: Ctx, filter: RegionFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "region.browse")
  const rows = await matchingRegions(ctx, filter)
    .select(["region.provinceCode", countAll().as("count")])
    .groupBy("region.provinceCode")
    .execute()
  return new Map(rows.map(({ provinceCode, count }) => [provinceCode, count]))
}
