import type { Strand } from "#db/schema.ts"
import { isRegionCode } from "../region/kind.ts"
import { longestSearch } from "../search/words.ts"
import { isStrand } from "./legal-forms.ts"

/** Which verified organisations are asked for. */
export type DirectoryFilter = {
  readonly strand: Strand | null
  /** A region's code; a province's means the regions in it as well. */
  readonly region: string | null
  readonly q: string
  /** Where the page before ended. */
  readonly cursor: string | null
  readonly limit: number
  /** The last verified first instead of by name, with cursors of its own. No address of the list asks for it. */
  readonly newest?: boolean
}

export const directoryPage = 24

/** Parameters that the address of the list may carry. */
export const directoryParameters = ["q", "unsur", "wilayah", "setelah"] as const

/** Reads the address of the list; what is not understood is as good as absent. */
export function readDirectoryFilter(query: URLSearchParams): DirectoryFilter {
  const strand = query.get("unsur") ?? ""
  const region = query.get("wilayah") ?? ""
  return {
    strand: isStrand(strand) ? strand : null,
    region: isRegionCode(region) ? region : null,
    q: (query.get("q") ?? "").slice(0, longestSearch),
    cursor: query.get("setelah"),
    limit: directoryPage,
  }
}
