import type { Ctx } from "../kernel/context.ts"
import type { ProvinceCounts } from "./province-counts.ts"
import { type Outline, outlineFrame, outlines } from "./province-outlines.server.ts"
import { listProvinces } from "./queries.server.ts"

/** The name goes without the word for what all of them are. */
export type ProvinceCount = { readonly code: string; readonly name: string; readonly count: number }

/** One shape with the provinces that it stands for, and how many they have together. */
export type MapArea = Pick<Outline, "key" | "path" | "at"> & {
  readonly provinces: readonly ProvinceCount[]
  readonly count: number
}

export type ProvinceMap = {
  readonly frame: typeof outlineFrame
  readonly areas: readonly MapArea[]
  /** Every province of today, by code. */
  readonly provinces: readonly ProvinceCount[]
  /** Of all provinces together. */
  readonly total: number
}

/** The map of the country with what `counts` says of each province. One query. */
export async function provinceMap(ctx: Pick<Ctx, "db">, counts: ProvinceCounts): Promise<ProvinceMap> {
  const provinces = (await listProvinces(ctx)).map(({ code, name }) => ({
    code,
    name: name.replace(/^Provinsi /, ""),
    count: counts.get(code) ?? 0,
  }))
  const sum = (some: readonly ProvinceCount[]) => some.reduce((all, { count }) => all + count, 0)
  const areas = outlines.map(({ key, codes, path, at }) => {
    const own = provinces.filter(({ code }) => codes.includes(code))
    return { key, path, at, provinces: own, count: sum(own) }
  })
  return { frame: outlineFrame, areas, provinces, total: sum(provinces) }
}
