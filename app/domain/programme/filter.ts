import type { ProgrammeStatus } from "#db/schema.ts"
import { decodeCursor } from "../search/cursor.ts"

/** Which part of the public list is asked for. */
export type ProgrammeFilter = {
  readonly q: string
  readonly status: Exclude<ProgrammeStatus, "draft"> | null
  readonly cursor: string | null
  /** Entries of a page; the list's own number where it is left out. No address of the list asks for it. */
  readonly limit?: number
  /** Host or sender sits in one of these regions. No address of the list asks for it. */
  readonly regions?: readonly string[]
}

export const programmeParameters = ["q", "status", "setelah"] as const

/** Reads the address of the list; what is not understood is as good as absent. */
export function readProgrammeFilter(query: URLSearchParams): ProgrammeFilter {
  const status = query.get("status")
  const cursor = query.get("setelah")
  return {
    q: (query.get("q") ?? "").slice(0, 200),
    status: status === "open" || status === "completed" || status === "cancelled" ? status : null,
    cursor: decodeCursor(cursor, 2) ? cursor : null,
  }
}
