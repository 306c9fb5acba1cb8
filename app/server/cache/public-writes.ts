import type { LogEvent } from "kysely"

/**
 * Tables that no cached page shows. Signing in, counting attempts, sending mail and indexing leave the cache alone: the
 * page of the search, the only one that reads the index, is never kept.
 */
const privateTables = new Set([
  ...["session", "rate_limit", "outbox", "mail_token", "invitation", "agreement_reading"],
  ...["search_queue", "search_entry", "search_index", "search_word", "search_variant", "search_state"],
])

type Statement = "begin" | "end" | "write" | "other"

const firstTable = /^(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?([a-z_]+)"?/

/** What a compiled statement does to what visitors see. Anything unknown that may write counts as a write. */
export function statementOf(sql: string): Statement {
  const text = sql.trimStart().slice(0, 4000).toLowerCase()
  if (/^begin|^start transaction/.test(text)) return "begin"
  if (/^commit|^rollback(?! to)|^end\b/.test(text)) return "end"
  if (/^(select|pragma|savepoint|release|rollback to|set|show|explain)\b/.test(text)) return "other"
  if (text.startsWith("with") && !/\b(insert|update|delete)\b/.test(text)) return "other"
  const table = firstTable.exec(text)?.[1]
  return table !== undefined && privateTables.has(table) ? "other" : "write"
}

/**
 * A Kysely log function that calls `changed` after each write to a table that public pages show, and again when the
 * transaction around it ends: on PostgreSQL a page rendered between the two still sees the old rows.
 */
export function watchWrites(changed: () => void): (event: LogEvent) => void {
  const known = new Map<string, Statement>()
  let open = 0
  let written = false
  return ({ query }) => {
    let statement = known.get(query.sql)
    if (statement === undefined) {
      statement = statementOf(query.sql)
      if (known.size >= 2000) known.clear()
      known.set(query.sql, statement)
    }
    if (statement === "other") return
    if (statement === "begin") {
      open += 1
      return
    }
    if (statement === "write") {
      written = open > 0
      changed()
      return
    }
    open = Math.max(0, open - 1)
    if (written) changed()
    if (open === 0) written = false
  }
}
