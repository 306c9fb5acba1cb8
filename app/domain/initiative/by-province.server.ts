import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import type { ProvinceCounts } from "../region/province-map.server.ts"
import type { InitiativeFilter } from "./filter.ts"
import { matchingInitiatives } from "./register.server.ts"

/** How many initiatives of each province the public list shows under a filter. One query. */
export async function initiativesByProvince(ctx: Ctx, filter: InitiativeFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "initiative.browse")
  const rows = await matchingInitiatives(ctx, filter)
    .select(["region.provinceCode", countAll().as("count")])
    .groupBy("region.provinceCode")
    .execute()
  return new Map(rows.map(({ provinceCode, count }) => [provinceCode ?? "", count]))
}
