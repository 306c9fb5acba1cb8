import type { SearchEntryTable, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { decodeCursor, encodeCursor } from "./cursor.ts"
import type { SearchFilter } from "./filter.ts"
import type { IndexQuery, Match } from "./index/engine.ts"
import { engineOf } from "./index/engine-of.server.ts"
import { kindFacet, languageFacet, regionFacet, strandFacet } from "./index/entry.server.ts"
import { completionsOf, documentsOf, guessesOf } from "./index/vocabulary.server.ts"
import { type SearchKind, searchKinds } from "./kinds.ts"
import { found, tokensOf, type Wanted, wantedOf, weighed } from "./language/expression.ts"
import { queryWords } from "./language/terms.ts"
import { type Hits, hitsOf, marked, type Piece, snippetOf } from "./snippet.ts"

/** Entries on a page. */
export const searchPage = 20
/** Where more match, ranking them would cost more than it tells: the newest come first instead. */
export const mostRanked = 1000

/** One found thing as a page shows it. */
export type SearchResult = {
  readonly kind: SearchKind
  /** What its address ends with. */
  readonly key: string
  readonly title: readonly Piece[]
  readonly context: readonly Piece[]
  readonly snippet: readonly Piece[]
  readonly status: string
  readonly strands: readonly Strand[]
  /** Null for regions and pages, which nothing dates. */
  readonly at: string | null
  readonly demo: boolean
}

export type SearchAnswer = {
  /** The words that counted; none: nothing was searched for. */
  readonly words: readonly string[]
  readonly results: readonly SearchResult[]
  readonly next: string | null
  /** Of all pages; null where there are more than `mostRanked`. */
  readonly count: number | null
  /** By kind, whichever is chosen; null where there are too many to count. */
  readonly kinds: Readonly<Record<SearchKind, number>> | null
  /** Newest first, because too many match. */
  readonly broad: boolean
  /** How many of them have every word, where the others have only some. */
  readonly whole: number | null
  /** The search with the words that the index does not know replaced by what may have been meant. */
  readonly suggestion: string | null
}

const nothing: SearchAnswer = {
  ...{ words: [], results: [], next: null, count: 0, kinds: null, broad: false, whole: null, suggestion: null },
}

/**
 * Searches everything that is public. Best matches first; where more than `mostRanked` match, the newest. Entries that
 * have only some of several words follow those that have all, where the latter are few. At most nine queries.
 */
export async function search(ctx: Ctx, filter: SearchFilter): Promise<SearchAnswer> {
  authorize(ctx.actor, "search.browse")
  const words = queryWords(filter.q)
  if (words.length === 0) return nothing
  const { wanted, suggestion } = await understood(ctx, words)
  const facets = [
    ...(filter.region ? [regionFacet(filter.region)] : []),
    ...(filter.strand ? [strandFacet(filter.strand)] : []),
  ]
  const without = [languageFacet(ctx.locale === "id" ? "en" : "id")]
  const matches = await matchesOf(ctx, { wanted, match: "all", facets, without }, filter.kind)
  const page = matches.ranked ? rankedPage(matches.ranked, filter) : await newestPage(ctx, matches.query, filter.cursor)
  const hits = hitsOf(tokensOf(wanted))
  return {
    words,
    results: await resultsOf(ctx, page.positions, hits),
    next: page.next,
    count: page.count,
    kinds: matches.ranked && matches.allKinds ? countKinds(matches.ranked) : null,
    broad: matches.ranked === null,
    whole: matches.whole,
    suggestion,
  }
}

/** What the words ask for in this index: names they go by, the longer words that a last one begins, and likely slips. */
async function understood(
  ctx: Ctx,
  words: readonly string[],
): Promise<{ wanted: readonly Wanted[]; suggestion: string | null }> {
  const wanted = wantedOf(words)
  const known = new Map(await documentsOf(ctx.db, tokensOf(wanted)))
  const last = wanted.at(-1)
  const beginning = last?.words.length === 1 ? last.words[0] : undefined
  if (last && beginning !== undefined && beginning.length >= 2 && found(last, known) === 0) {
    const longer = await completionsOf(ctx.db, beginning)
    for (const [token, documents] of longer) known.set(token, documents)
    wanted[wanted.length - 1] = { ...last, names: [...last.names, ...[...longer.keys()].map((token) => [token])] }
  }
  const unknown = wanted.filter((one) => found(one, known) === 0).flatMap((one) => one.words)
  const guesses = await guessesOf(ctx.db, unknown)
  const suggestion = guesses.size === 0 ? null : words.map((word) => guesses.get(word) ?? word).join(" ")
  return { wanted: weighed(wanted, known), suggestion }
}

type Ranked = Match & { readonly whole: boolean }
type Matches = {
  /** Best first; null where too many match to rank them. */
  readonly ranked: readonly Ranked[] | null
  /** Whether `ranked` holds every kind, and not the chosen one alone. */
  readonly allKinds: boolean
  readonly query: IndexQuery
  readonly whole: number | null
}

async function matchesOf(ctx: Ctx, query: IndexQuery, kind: SearchKind | null): Promise<Matches> {
  const engine = engineOf(ctx.db)
  const count = (asked: IndexQuery) => engine.count(ctx.db, asked, mostRanked + 1)
  const scored = async (asked: IndexQuery) => (await engine.scored(ctx.db, asked, mostRanked)).map(behindThings)
  const all = await count(query)
  if (all > mostRanked) {
    if (kind === null) return { ranked: null, allKinds: false, query, whole: null }
    const ofKind = { ...query, facets: [...query.facets, kindFacet(kind)] }
    if ((await count(ofKind)) > mostRanked) return { ranked: null, allKinds: false, query: ofKind, whole: null }
    const ranked = (await scored(ofKind)).map((match) => ({ ...match, whole: true }))
    return { ranked: ranked.sort(better), allKinds: false, query: ofKind, whole: null }
  }
  const whole = all === 0 ? [] : await scored(query)
  const some = { ...query, match: "any" as const }
  const more = query.wanted.length > 1 && all < searchPage / 2 ? await count(some) : 0
  if (more > mostRanked && all === 0) return { ranked: null, allKinds: false, query: some, whole: 0 }
  const partly = more > all && more <= mostRanked ? await scored(some) : []
  const complete = new Set(whole.map(({ position }) => position))
  const ranked = (partly.length > 0 ? partly : whole).map((match) => ({
    ...match,
    whole: complete.has(match.position),
  }))
  return {
    ranked: ranked.sort(better),
    allKinds: true,
    query,
    whole: ranked.length > whole.length ? whole.length : null,
  }
}

/** A page speaks of many things; what the network does comes before what is said about it. */
const pageWeight = 0.6

const behindThings = (match: Match): Match =>
  match.kind === "page" ? { ...match, score: Math.round(match.score * pageWeight) } : match

const better = (a: Ranked, b: Ranked): number =>
  Number(b.whole) - Number(a.whole) || b.score - a.score || b.position - a.position

function countKinds(ranked: readonly Ranked[]): Record<SearchKind, number> {
  const counts = Object.fromEntries(searchKinds.map((kind) => [kind, 0])) as Record<SearchKind, number>
  for (const { kind } of ranked) counts[kind] += 1
  return counts
}

type PageOfPositions = {
  readonly positions: readonly number[]
  readonly next: string | null
  readonly count: number | null
}

function rankedPage(ranked: readonly Ranked[], filter: SearchFilter): PageOfPositions {
  const chosen = filter.kind === null ? ranked : ranked.filter(({ kind }) => kind === filter.kind)
  const after = rankedCursor(filter.cursor)
  const rest = after ? chosen.filter((match) => better(after, match) < 0) : chosen
  const shown = rest.slice(0, searchPage)
  const last = shown.at(-1)
  const next =
    rest.length > searchPage && last
      ? encodeCursor([last.whole ? "1" : "0", String(last.score), String(last.position)])
      : null
  return { positions: shown.map(({ position }) => position), next, count: chosen.length }
}

const isWhole = (text: string | undefined): text is string => /^-?\d{1,16}$/.test(text ?? "")

function rankedCursor(word: string | null): Ranked | null {
  const [whole, score, position] = decodeCursor(word, 3) ?? []
  if (!isWhole(score) || !isWhole(position)) return null
  return { whole: whole === "1", score: Number(score), position: Number(position), kind: "region" }
}

async function newestPage(ctx: Ctx, query: IndexQuery, cursor: string | null): Promise<PageOfPositions> {
  const [before] = decodeCursor(cursor, 1) ?? []
  const from = isWhole(before) ? Number(before) : null
  const positions = await engineOf(ctx.db).newest(ctx.db, query, from, searchPage + 1)
  const shown = positions.slice(0, searchPage)
  return {
    positions: shown,
    next: positions.length > searchPage ? encodeCursor([String(shown.at(-1))]) : null,
    count: null,
  }
}

async function resultsOf(ctx: Ctx, positions: readonly number[], hits: Hits): Promise<SearchResult[]> {
  if (positions.length === 0) return []
  const rows = await ctx.db.selectFrom("searchEntry").selectAll().where("position", "in", positions).execute()
  const place = new Map(positions.map((position, index) => [position, index]))
  return rows
    .sort((a, b) => (place.get(a.position) ?? 0) - (place.get(b.position) ?? 0))
    .map((row) => resultOf(row, hits))
}

const resultOf = (row: SearchEntryTable, hits: Hits): SearchResult => ({
  kind: row.kind,
  key: row.urlKey,
  title: marked(row.title, hits),
  context: marked(row.context, hits),
  snippet: snippetOf(row.body, hits),
  status: row.status,
  strands: row.strands.split("") as Strand[],
  at: row.kind === "region" ? null : row.at,
  demo: row.demo === 1,
})
