import type { SelectQueryBuilder } from "kysely"
import { countAll } from "#db/portable.ts"
import type { DistrictTable, RegionTable, Schema, VillageTable } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { searchWords } from "../search/words.ts"
import type { RegionFilter } from "./filter.ts"
import { isRegionCode } from "./kind.ts"

export type Region = RegionTable

/** The region under `code`, or undefined. */
export const findRegion = async (ctx: Pick<Ctx, "db">, code: string): Promise<Region | undefined> =>
  isRegionCode(code) ? ctx.db.selectFrom("region").selectAll().where("code", "=", code).executeTakeFirst() : undefined

/** The region under `code`; not found where the decree knows none. */
export async function getRegion(ctx: Ctx, code: string): Promise<Region> {
  authorize(ctx.actor, "region.browse")
  const region = await findRegion(ctx, code)
  if (!region) throw notFound()
  return region
}

export type RegionChoice = Pick<Region, "code" | "name">

/** Every province as a choice of a filter, by code. */
export const listProvinces = (ctx: Pick<Ctx, "db">): Promise<RegionChoice[]> =>
  ctx.db.selectFrom("region").select(["code", "name"]).where("kind", "=", "provinsi").orderBy("code").execute()

/** The regions that `codes` finds, with the provinces they lie in, as choices of a filter. One query, `codes` read once. */
export const regionsWithProvinces = (
  ctx: Pick<Ctx, "db">,
  codes: SelectQueryBuilder<Schema, keyof Schema, { regionCode: string }>,
): Promise<RegionChoice[]> =>
  ctx.db
    .selectFrom("region")
    .select(["region.code", "region.name"])
    .where((eb) =>
      eb.or([
        eb("region.code", "in", codes),
        eb(
          "region.code",
          "in",
          eb.selectFrom("region as home").select("home.provinceCode").where("home.code", "in", codes),
        ),
      ]),
    )
    .orderBy("region.code")
    .execute()

/** Every region as a choice of a form, below its province. */
export async function regionChoices(ctx: Pick<Ctx, "db">): Promise<{ province: string; regions: RegionChoice[] }[]> {
  const rows = await ctx.db
    .selectFrom("region")
    .select(["code", "name", "provinceCode"])
    .orderBy("provinceCode")
    .orderBy("code")
    .execute()
  const groups = new Map<string, { province: string; regions: RegionChoice[] }>()
  for (const { code, name, provinceCode } of rows) {
    const group = groups.get(provinceCode) ?? { province: name, regions: [] }
    groups.set(provinceCode, group)
    group.regions.push({ code, name })
  }
  return [...groups.values()]
}

/** The regions that a filter asks for; where its page begins aside. */
export function matchingRegions(ctx: Pick<Ctx, "db">, filter: RegionFilter) {
  let matching = ctx.db.selectFrom("region")
  if (filter.province) matching = matching.where("region.provinceCode", "=", filter.province)
  for (const word of searchWords(filter.q))
    matching = matching.where((eb) =>
      isRegionCode(word) ? eb("region.code", "=", word) : containing(word, "region.name"),
    )
  return matching
}

/** Regions by code in pages by key, with the count of all that match. Two queries. */
export async function listRegions(
  ctx: Ctx,
  filter: RegionFilter,
): Promise<{ entries: Region[]; next: string | null; count: number }> {
  authorize(ctx.actor, "region.browse")
  const matching = matchingRegions(ctx, filter)
  const { count } = await matching.select(countAll().as("count")).executeTakeFirstOrThrow()
  const rows = await matching
    .selectAll("region")
    .$if(filter.after !== null, (query) => query.where("region.code", ">", filter.after ?? ""))
    .orderBy("region.code")
    .limit(filter.limit + 1)
    .execute()
  const entries = rows.slice(0, filter.limit)
  return { entries, next: rows.length > filter.limit ? (entries.at(-1)?.code ?? null) : null, count }
}

/** The kabupaten and kota of a province, by code. */
export const listParts = (ctx: Pick<Ctx, "db">, provinceCode: string): Promise<Region[]> =>
  ctx.db
    .selectFrom("region")
    .selectAll()
    .where("provinceCode", "=", provinceCode)
    .where("kind", "!=", "provinsi")
    .orderBy("code")
    .execute()

/** The kecamatan of a kabupaten or kota, by code. */
export const listDistricts = (ctx: Pick<Ctx, "db">, regionCode: string): Promise<DistrictTable[]> =>
  ctx.db.selectFrom("district").selectAll().where("regionCode", "=", regionCode).orderBy("code").execute()

/** The kelurahan and desa of a kecamatan, by code. */
export const listVillages = (ctx: Pick<Ctx, "db">, districtCode: string): Promise<VillageTable[]> =>
  ctx.db.selectFrom("village").selectAll().where("districtCode", "=", districtCode).orderBy("code").execute()
