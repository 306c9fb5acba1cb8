import { sql } from "kysely"
import { dialectOf } from "../portable.ts"
import type { RawTrx, Row } from "./snapshot.ts"

/** Parameters of one statement; both engines take more. */
const mostParameters = 16_000

/** Puts rows into a table, with as many in a statement as it can take. */
export async function insertRows(
  trx: RawTrx,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const atOnce = Math.max(1, Math.floor(mostParameters / columns.length))
  for (let at = 0; at < rows.length; at += atOnce) {
    const values = rows.slice(at, at + atOnce).map((row) => sql`(${sql.join([...row])})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx)
  }
}

/**
 * Runs `work` with references between tables checked at its end instead of at every row, for tables that refer to each
 * other in circles have no order to be filled in. Throws where a reference leads nowhere.
 */
export async function withReferencesCheckedLast(trx: RawTrx, work: () => Promise<void>): Promise<void> {
  if (dialectOf(trx) === "sqlite") {
    await sql`pragma defer_foreign_keys = on`.execute(trx)
    await work()
    const { rows } = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_check`.execute(trx)
    if (rows.length > 0)
      throw new Error(`Rows refer to others that are not there, in: ${rows.map(({ table }) => table).join(", ")}.`)
    return
  }
  const constraints = await sql<{ table: string; name: string; definition: string }>`
    select c.conrelid::regclass::text as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname = current_schema()`.execute(trx)
  for (const { table, name } of constraints.rows)
    await sql`alter table ${sql.raw(table)} drop constraint ${sql.ref(name)}`.execute(trx)
  await work()
  for (const { table, name, definition } of constraints.rows)
    await sql`alter table ${sql.raw(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx)
}
