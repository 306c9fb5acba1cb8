import { z } from "zod"
import type { Ctx } from "../../kernel/context.ts"
import { isRegionCode, partyEligible } from "../../region/kind.ts"
import { getRegion, listDistricts, listRegions, type Region } from "../../region/queries.server.ts"
import { dataLimits } from "../datasets.ts"
import { pageUrl, regionCode, words } from "../fields.server.ts"
import { listQuery } from "../query.server.ts"
import { defineResource, recordPage } from "../resource.server.ts"

const record = z.strictObject({
  code: regionCode,
  name: words("With its kind, such as Kota Magelang"),
  kind: z
    .enum(["provinsi", "kabupaten", "kota", "kabupaten_administrasi", "kota_administrasi"])
    .describe("Kind of region, in Indonesian terms"),
  province: regionCode.describe("Code of its province; a province's own"),
  governsItself: z
    .boolean()
    .describe("It can be party to regional cooperation; administrative units of Jakarta cannot"),
  decree: words("Decree that the codes are read against"),
  pageUrl,
})

const detail = record.extend({
  districts: z
    .array(z.strictObject({ code: words("Code, such as 33.71.01"), name: words("Name of the kecamatan") }))
    .describe("Its kecamatan, by code; empty for provinces"),
})

const recordOf = (ctx: Ctx, row: Region): z.output<typeof record> => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  province: row.provinceCode,
  governsItself: partyEligible(row),
  decree: row.decree,
  pageUrl: recordPage(ctx, "regions", row.code),
})

/** Provinces, kabupaten and kota by code. */
export const regions = defineResource({
  key: "regions",
  name: "Region",
  about: "Provinces, kabupaten and kota with their official codes, by code",
  access: "region.browse",
  id: "code",
  query: listQuery(
    {
      province: z
        .string()
        .regex(/^\d{2}$/)
        .describe("code of a province such as 33")
        .optional(),
    },
    isRegionCode,
  ),
  pageNames: { province: "provinsi", cursor: "setelah" },
  record,
  detail,
  async list(ctx, { q = "", province = null, cursor = null, limit = dataLimits.page }) {
    const { entries, next } = await listRegions(ctx, { q, province, after: cursor, limit })
    return { records: entries.map((row) => recordOf(ctx, row)), next }
  },
  async find(ctx, key) {
    const row = await getRegion(ctx, key)
    const districts = row.kind === "provinsi" ? [] : await listDistricts(ctx, row.code)
    return { ...recordOf(ctx, row), districts: districts.map(({ code, name }) => ({ code, name })) }
  },
  columns: {
    code: ({ code }) => code,
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    province: ({ province }) => province,
    governs_itself: ({ governsItself }) => governsItself,
    decree: ({ decree }) => decree,
    page_url: (entry) => entry.pageUrl,
  },
})

export type RegionRecord = z.output<typeof record>
