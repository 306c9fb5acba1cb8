import type { Db } from "#db/connection.ts"
import type { Trx } from "#db/transaction.ts"
import type { SearchKind } from "../kinds.ts"
import type { Wanted } from "../language/expression.ts"

/** Tokens of one entry, by how much a match in them says. */
export type EntryTokens = {
  readonly title: readonly string[]
  readonly context: readonly string[]
  readonly body: readonly string[]
  /** Kind, regions, strands, organisations: narrow a search and say nothing about its rank. */
  readonly facets: readonly string[]
}

/** What is asked of the index: all of the wanted things, or any of them, within all facets and outside those `without`. */
export type IndexQuery = {
  readonly wanted: readonly Wanted[]
  readonly match: "all" | "any"
  readonly facets: readonly string[]
  readonly without: readonly string[]
}

export type Match = { readonly position: number; readonly kind: SearchKind; readonly score: number }

/**
 * The engine's own index: FTS5 in SQLite, tsvector in PostgreSQL. Everything it is asked and given is tokens of a-z and
 * 0-9, so nothing a reader types can be taken for syntax. One contract suite runs on both.
 */
export type SearchEngine = {
  put(trx: Trx, position: number, tokens: EntryTokens): Promise<void>
  remove(trx: Trx, position: number): Promise<void>
  clear(trx: Trx): Promise<void>
  /** How many entries match, counted no further than `most`. */
  count(db: Db, query: IndexQuery, most: number): Promise<number>
  /** Entries that match, with whole-number scores (higher is better) in no order; at most `most`. */
  scored(db: Db, query: IndexQuery, most: number): Promise<Match[]>
  /** Positions of the newest that match, before `before` where that is given. */
  newest(db: Db, query: IndexQuery, before: number | null, limit: number): Promise<number[]>
}
