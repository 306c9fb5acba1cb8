import type { FindableReader } from "../search/findable.ts"
import { affairWords } from "./affair-words.ts"
import { readAffair } from "./affairs.ts"
import { visibleNeeds } from "./need-queries.server.ts"

/** Needs that were published. One query. */
export const findableNeeds: FindableReader = {
  async read(ctx, id) {
    const need = await visibleNeeds(ctx)
      .selectAll("need")
      .select(["organisation.name as organisationName", "region.name as regionName"])
      .where("need.id", "=", id)
      .executeTakeFirst()
    if (!need) return null
    return {
      key: need.slug,
      title: need.title,
      context: [need.organisationName, need.place, need.regionName],
      hidden: ["kebutuhan", affairWords[readAffair(need.affair)]],
      body: need.problem,
      status: need.status,
      strands: ["G"],
      regionCodes: [need.regionCode],
      organisationIds: [need.organisationId],
      at: need.publishedAt,
      demo: need.demoSince !== null,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await visibleNeeds(ctx)
      .select("need.id")
      .where("need.id", ">", after)
      .orderBy("need.id")
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
