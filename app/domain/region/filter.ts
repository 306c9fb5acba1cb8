import { longestSearch } from "../search/words.ts"
import { isRegionCode } from "./kind.ts"

/** Which part of the list of regions is asked for. */
export type RegionFilter = {
  readonly q: string
  /** Code of a province. */
  readonly province: string | null
  /** Code of the last region of the page before. */
  readonly after: string | null
  readonly limit: number
}

export const regionPage = 60

/** Parameters that the address of the list may carry. */
export const regionParameters = ["q", "provinsi", "setelah"] as const

/** Reads the address of the list; what is not understood is as good as absent. */
export function readRegionFilter(query: URLSearchParams): RegionFilter {
  const province = query.get("provinsi") ?? ""
  const after = query.get("setelah") ?? ""
  return {
    q: (query.get("q") ?? "").slice(0, longestSearch),
    province: /^\d{2}$/.test(province) ? province : null,
    after: isRegionCode(after) ? after : null,
    limit: regionPage,
  }
}
