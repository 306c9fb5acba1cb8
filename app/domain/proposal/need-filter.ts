import { isRegionCode } from "../region/kind.ts"
import { decodeCursor } from "../search/cursor.ts"
import { longestSearch } from "../search/words.ts"
import { type Affair, isAffair } from "./affairs.ts"
import { type ContributionKind, isContributionKind } from "./kinds.ts"

/** Which part of the public list of needs is asked for. */
export type NeedFilter = {
  readonly q: string
  readonly affair: Affair | null
  readonly kind: ContributionKind | null
  /** Code of a region; that of a province means the regions in it as well. */
  readonly region: string | null
  readonly state: "open" | "closed" | null
  /** Who asks. No address of the list asks for it. */
  readonly organisationId?: string
  readonly cursor: string | null
  /** Entries of a page; the list's own number where it is left out. No address of the list asks for it. */
  readonly limit?: number
}

/** Parameters that the address of the list may carry. */
export const needParameters = ["q", "affair", "kind", "region", "state", "cursor"] as const

/** Reads the address of the list; what is not understood is as good as absent. */
export function readNeedFilter(query: URLSearchParams): NeedFilter {
  const [affair, kind, state] = [query.get("affair"), query.get("kind"), query.get("state")]
  const region = query.get("region") ?? ""
  const cursor = query.get("cursor")
  return {
    q: (query.get("q") ?? "").slice(0, longestSearch),
    affair: isAffair(affair) ? affair : null,
    kind: isContributionKind(kind) ? kind : null,
    region: isRegionCode(region) ? region : null,
    state: state === "open" || state === "closed" ? state : null,
    cursor: decodeCursor(cursor, 2) ? cursor : null,
  }
}
