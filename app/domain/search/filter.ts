import type { Strand } from "#db/schema.ts"
import { isSearchKind, type SearchKind } from "./kinds.ts"
import { longestSearch } from "./words.ts"

/** What is searched for, and within what. */
export type SearchFilter = {
  readonly q: string
  readonly kind: SearchKind | null
  /** Code of a region; that of a province means the regions in it as well. */
  readonly region: string | null
  readonly strand: Strand | null
  readonly cursor: string | null
}

/** Parameters that the address of the search may carry. */
export const searchParameters = ["q", "jenis", "wilayah", "unsur", "setelah"] as const

/** Kinds as the address of the page names them. */
export const kindNames = {
  agreement: "kesepakatan",
  initiative: "inisiatif",
  need: "kebutuhan",
  programme: "belajar",
  organisation: "mitra",
  region: "wilayah",
  page: "halaman",
} as const satisfies Record<SearchKind, string>

const kindOf = (name: string | null): SearchKind | null =>
  Object.keys(kindNames)
    .filter(isSearchKind)
    .find((kind) => kindNames[kind] === name) ?? null

/** Reads an address of the search; what is not understood is as good as absent. */
export function readSearchFilter(query: URLSearchParams): SearchFilter {
  const region = query.get("wilayah") ?? ""
  const strand = query.get("unsur") ?? ""
  return {
    q: (query.get("q") ?? "").slice(0, longestSearch).replaceAll("\0", "").trim(),
    kind: kindOf(query.get("jenis")),
    region: /^\d{2}(\.\d{2})?$/.test(region) ? region : null,
    strand: /^[ABCGM]$/.test(strand) ? (strand as Strand) : null,
    cursor: query.get("setelah"),
  }
}

/** The query of an address for a filter, in the order of the form. */
export const searchQuery = ({ q, kind, region, strand, cursor }: SearchFilter): Record<string, string | null> => ({
  q,
  jenis: kind && kindNames[kind],
  wilayah: region,
  unsur: strand,
  setelah: cursor,
})
