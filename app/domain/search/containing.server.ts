import { type RawBuilder, type SqlBool, sql } from "kysely"

/** Whether one of `columns` has `word` (lower case) somewhere in it; wildcards in the word stand for themselves. */
export function containing(word: string, ...columns: readonly string[]): RawBuilder<SqlBool> {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`
  const tests = columns.map((column) => sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`)
  return sql<SqlBool>`(${sql.join(tests, sql` or `)})`
}
