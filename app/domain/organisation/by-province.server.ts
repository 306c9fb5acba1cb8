import { countAll } from "#db/portable.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { byProvince, type ProvinceCounts } from "../region/province-counts.ts"
import { matchingOrganisations } from "./directory.server.ts"
import type { DirectoryFilter } from "./directory-filter.ts"

/** How many verified organisations of each province the list shows under a filter. One query. */
export async function organisationsByProvince(ctx: Ctx, filter: DirectoryFilter): Promise<ProvinceCounts> {
  authorize(ctx.actor, "organisation.browse")
  const rows = await matchingOrganisations(ctx, filter)
    .clearSelect()
    .select(["organisation.regionCode", countAll().as("count")])
    .groupBy("organisation.regionCode")
    .execute()
  return byProvince(rows)
}
