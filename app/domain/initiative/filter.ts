import type { InitiativeStatus, Strand } from "#db/schema.ts"
import { statesOf } from "../kernel/flow.ts"
import { type Affair, isAffair } from "../proposal/affairs.ts"
import { isRegionCode } from "../region/kind.ts"
import { decodeCursor } from "../search/cursor.ts"
import { longestSearch } from "../search/words.ts"
import { initiativeFlow } from "./flow.ts"

const strands: readonly Strand[] = ["A", "B", "C", "G", "M"]

/** Which part of the public list of initiatives is asked for. */
export type InitiativeFilter = {
  readonly q: string
  readonly affair: Affair | null
  /** An organisation of this strand takes part. */
  readonly strand: Strand | null
  /** Code of a region; that of a province means the regions in it as well. */
  readonly region: string | null
  readonly state: InitiativeStatus | null
  readonly cursor: string | null
  /** An organisation that takes part. No address of the list asks for it. */
  readonly organisationId?: string
  /** Entries of a page; the list's own number where it is left out. No address of the list asks for it. */
  readonly limit?: number
}

/** Parameters that the address of the list may carry. */
export const initiativeParameters = ["q", "affair", "strand", "region", "state", "cursor"] as const

/** Reads the address of the list; what is not understood is as good as absent. */
export function readInitiativeFilter(query: URLSearchParams): InitiativeFilter {
  const affair = query.get("affair")
  const region = query.get("region") ?? ""
  const cursor = query.get("cursor")
  return {
    q: (query.get("q") ?? "").slice(0, longestSearch),
    affair: isAffair(affair) ? affair : null,
    strand: strands.find((strand) => strand === query.get("strand")) ?? null,
    region: isRegionCode(region) ? region : null,
    state: readState(query.get("state")),
    cursor: decodeCursor(cursor, 2) ? cursor : null,
  }
}

/** Which part of an organisation's own list is asked for. */
export type OwnInitiativeFilter = { readonly status: InitiativeStatus | null; readonly cursor: string | null }

/** Reads the address of that list; what is not understood is as good as absent. */
export function readOwnInitiativeFilter(query: URLSearchParams): OwnInitiativeFilter {
  const cursor = query.get("cursor")
  return { status: readState(query.get("status")), cursor: decodeCursor(cursor, 2) ? cursor : null }
}

const readState = (value: string | null): InitiativeStatus | null =>
  statesOf(initiativeFlow).find((state) => state === value) ?? null
