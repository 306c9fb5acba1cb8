import type { FindableReader } from "../search/findable.ts"
import { publicOrganisations } from "./directory.server.ts"

/** Verified organisations by their public profile; no contact person, telephone or address. One query. */
export const findableOrganisations: FindableReader = {
  async read(ctx, id) {
    const organisation = await publicOrganisations(ctx).where("organisation.id", "=", id).executeTakeFirst()
    if (!organisation) return null
    const { regionCode, governsRegionCode } = organisation
    return {
      key: organisation.slug,
      title: organisation.name,
      context: [organisation.regionName],
      hidden: ["mitra"],
      body: organisation.description,
      status: organisation.legalForm,
      strands: [organisation.strand],
      regionCodes: [regionCode, ...(governsRegionCode === null ? [] : [governsRegionCode])],
      organisationIds: [],
      at: organisation.verifiedAt,
      demo: organisation.demoSince !== null,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await publicOrganisations(ctx)
      .where("organisation.id", ">", after)
      .orderBy("organisation.id")
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
