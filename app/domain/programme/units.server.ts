import type { Ctx } from "../kernel/context.ts"

/** A place where a learner works: his region's own office, a kecamatan, or a kelurahan or desa. */
export type Unit = { readonly code: string; readonly name: string }
export type UnitGroup = { readonly name: string; readonly units: readonly Unit[] }

/**
 * Where people of the government of `regionCode` can work: of a kabupaten or kota its kecamatan with their kelurahan
 * and desa, of a province the kecamatan of each part of it. Three queries at most.
 */
export async function unitsOf(ctx: Pick<Ctx, "db">, regionCode: string): Promise<UnitGroup[]> {
  const regions = await ctx.db
    .selectFrom("region")
    .select(["code", "name"])
    .where((eb) => eb.or([eb("code", "=", regionCode), eb("provinceCode", "=", regionCode)]))
    .orderBy("code")
    .execute()
  const own = regions.find(({ code }) => code === regionCode)
  const districts = await ctx.db
    .selectFrom("district")
    .select(["code", "regionCode", "name"])
    .where(
      "regionCode",
      "in",
      regions.map(({ code }) => code),
    )
    .orderBy("code")
    .execute()
  const head = own ? [{ name: own.name, units: [{ code: own.code, name: own.name }] }] : []
  if (regionCode.length === 2)
    return [
      ...head,
      ...regions
        .filter(({ code }) => code !== regionCode)
        .map(({ code, name }) => ({
          name,
          units: districts
            .filter((district) => district.regionCode === code)
            .map((district) => ({ code: district.code, name: `Kecamatan ${district.name}, ${name}` })),
        })),
    ]
  const villages =
    districts.length === 0
      ? []
      : await ctx.db
          .selectFrom("village")
          .select(["code", "districtCode", "name", "kind"])
          .where(
            "districtCode",
            "in",
            districts.map(({ code }) => code),
          )
          .orderBy("code")
          .execute()
  return [
    ...head,
    ...districts.map(({ code, name }) => ({
      name: `Kecamatan ${name}`,
      units: [
        { code, name: `Kecamatan ${name}` },
        ...villages
          .filter(({ districtCode }) => districtCode === code)
          .map((village) => ({
            code: village.code,
            name: `${village.kind === "kelurahan" ? "Kelurahan" : "Desa"} ${village.name}, Kecamatan ${name}`,
          })),
      ],
    })),
  ]
}

/** The unit under `code` among those of the government of `regionCode`, or null. */
export const findUnit = async (ctx: Pick<Ctx, "db">, regionCode: string, code: string): Promise<Unit | null> =>
  (await unitsOf(ctx, regionCode)).flatMap(({ units }) => units).find((unit) => unit.code === code) ?? null
