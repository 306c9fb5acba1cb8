import { sql } from "kysely"
import type { SearchKind } from "../kinds.ts"
import { booleanQuery, type Notation } from "./boolean.ts"
import type { IndexQuery, SearchEngine } from "./engine.ts"

const notation: Notation = { and: " AND ", or: " OR ", not: " NOT ", token: (token) => `"${token}"` }
const matchOf = (query: IndexQuery): string => booleanQuery(notation, query)

/** SQLite's FTS5, without a copy of the texts; an entry's position is its row id. Ranked by BM25, titles first. */
export const fts5: SearchEngine = {
  async put(trx, position, { title, context, body, facets }) {
    await sql`insert into search_index (rowid, title, context, body, facets)
      values (${position}, ${title.join(" ")}, ${context.join(" ")}, ${body.join(" ")}, ${facets.join(" ")})`.execute(
      trx,
    )
  },
  async remove(trx, position) {
    await sql`delete from search_index where rowid = ${position}`.execute(trx)
  },
  async clear(trx) {
    await sql`insert into search_index (search_index) values ('delete-all')`.execute(trx)
  },
  async count(db, query, most) {
    const { rows } = await sql<{ found: number }>`select count(*) as found
      from (select rowid from search_index where search_index match ${matchOf(query)} limit ${most})`.execute(db)
    return rows[0]?.found ?? 0
  },
  async scored(db, query, most) {
    const { rows } = await sql<{ position: number; kind: SearchKind; score: number }>`
      select hit.position, entry.kind, hit.score from (
        select rowid as position, cast(round(bm25(search_index, 10.0, 4.0, 1.0, 0.0) * -1000000) as integer) as score
        from search_index where search_index match ${matchOf(query)} limit ${most}
      ) as hit join search_entry as entry on entry.position = hit.position`.execute(db)
    return rows
  },
  async newest(db, query, before, limit) {
    const { rows } = await sql<{ position: number }>`select rowid as position from search_index
      where search_index match ${matchOf(query)} and rowid < ${before ?? Number.MAX_SAFE_INTEGER}
      order by rowid desc limit ${limit}`.execute(db)
    return rows.map(({ position }) => position)
  },
}
