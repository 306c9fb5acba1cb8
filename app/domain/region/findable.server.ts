import type { FindableReader } from "../search/findable.ts"
import { findRegion, listDistricts } from "./queries.server.ts"

/** Provinces, kabupaten and kota, with the kecamatan they are made of. They do not change; a decree does that. Three queries. */
export const findableRegions: FindableReader = {
  async read(ctx, code) {
    const region = await findRegion(ctx, code)
    if (!region) return null
    const province = region.provinceCode === code ? undefined : await findRegion(ctx, region.provinceCode)
    const districts = await listDistricts(ctx, code)
    return {
      key: code,
      title: region.name,
      context: province ? [province.name] : [],
      hidden: ["wilayah daerah"],
      body: districts.length === 0 ? "" : `Kecamatan ${districts.map(({ name }) => name).join(", ")}`,
      status: region.kind,
      strands: [],
      regionCodes: [code],
      organisationIds: [],
      // No day of its own: below everything dated, in the order of the codes.
      at: new Date(10_000 - Number(code.replace(".", "").padEnd(4, "0"))).toISOString(),
      demo: false,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await ctx.db
      .selectFrom("region")
      .select("code")
      .where("code", ">", after)
      .orderBy("code")
      .limit(limit)
      .execute()
    return rows.map(({ code }) => code)
  },
}
