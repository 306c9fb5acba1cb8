import { sql } from "kysely"
import type { SearchKind } from "../kinds.ts"
import { booleanQuery, type Notation } from "./boolean.ts"
import type { EntryTokens, IndexQuery, SearchEngine } from "./engine.ts"

const notation: Notation = { and: " & ", or: " | ", not: " & !", token: (token) => token }
const queryOf = (query: IndexQuery) => sql`cast(${booleanQuery(notation, query)} as tsquery)`

/** PostgreSQL keeps places up to this one, and at most 256 of a word. */
const lastPlace = 16_383
const mostPlaces = 200

/** The tokens as a tsvector is written, each with its places and what they weigh. Facets have none. */
function vectorOf({ title, context, body, facets }: EntryTokens): string {
  const places = new Map<string, string[]>(facets.map((facet) => [facet, []]))
  let place = 0
  for (const [tokens, weight] of [
    [title, "A"],
    [context, "B"],
    [body, "C"],
  ] as const)
    for (const token of tokens) {
      place = Math.min(lastPlace, place + 1)
      const own = places.get(token)
      if (!own) places.set(token, [`${place}${weight}`])
      else if (own.length < mostPlaces) own.push(`${place}${weight}`)
    }
  return [...places].map(([token, own]) => (own.length > 0 ? `${token}:${own.join(",")}` : token)).join(" ")
}

/** What a match weighs in facets, body, context and title. */
const weights = sql.lit("{0, 0.08, 0.35, 1}")

/** Each wanted thing by its rank in the entry, rare things more; long texts a little less. */
const scoreOf = ({ wanted }: IndexQuery) =>
  sql.join(
    wanted.map((one) => {
      const own = sql`cast(${booleanQuery(notation, { wanted: [one], match: "all", facets: [], without: [] })} as tsquery)`
      return sql`${one.weight}::double precision * ts_rank(cast(${weights} as real[]), tokens, ${own}, 1)`
    }),
    sql` + `,
  )

/** PostgreSQL's tsvector behind a GIN index. */
export const tsvector: SearchEngine = {
  async put(trx, position, tokens) {
    await sql`insert into search_index (position, tokens)
      values (${position}, cast(${vectorOf(tokens)} as tsvector))`.execute(trx)
  },
  async remove(trx, position) {
    await sql`delete from search_index where position = ${position}`.execute(trx)
  },
  async clear(trx) {
    await sql`delete from search_index`.execute(trx)
  },
  async count(db, query, most) {
    const { rows } = await sql<{ found: number }>`select cast(count(*) as integer) as found
      from (select 1 from search_index where tokens @@ ${queryOf(query)} limit ${most}) as hit`.execute(db)
    return rows[0]?.found ?? 0
  },
  async scored(db, query, most) {
    const { rows } = await sql<{ position: number; kind: SearchKind; score: number }>`
      select hit.position, entry.kind, hit.score from (
        select position, cast(round((${scoreOf(query)}) * 1000000) as integer) as score
        from search_index where tokens @@ ${queryOf(query)} limit ${most}
      ) as hit join search_entry as entry on entry.position = hit.position`.execute(db)
    return rows
  },
  async newest(db, query, before, limit) {
    const { rows } = await sql<{ position: number }>`select position from search_index
      where tokens @@ ${queryOf(query)} and position < ${before ?? Number.MAX_SAFE_INTEGER}
      order by position desc limit ${limit}`.execute(db)
    return rows.map(({ position }) => position)
  },
}
