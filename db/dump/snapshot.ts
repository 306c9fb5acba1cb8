import { createHash, type Hash } from "node:crypto"
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely"
import type { Db } from "../connection.ts"
import { dialectOf } from "../portable.ts"

/** A cell as both engines keep it; the schema has no other types. */
export type Cell = string | number | null
export type Row = readonly Cell[]

/** A transaction that is asked by the names in the database. */
export type RawTrx = Transaction<Record<string, Record<string, Cell>>>

/** Rows that are read and handed on together. */
const chunkRows = 200

/**
 * Runs `work` on the database as it stood at one moment, whatever is written meanwhile. `db` must be a handle of its
 * own: on SQLite nothing else can use it until the end.
 */
export async function inSnapshot<T>(db: Db, work: (trx: RawTrx) => Promise<T>): Promise<T> {
  const raw = db.withoutPlugins() as unknown as Kysely<Record<string, Record<string, Cell>>>
  if (dialectOf(db) === "sqlite") return raw.transaction().execute(work)
  return raw.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work)
}

export type Column = { readonly name: string; readonly type: "text" | "integer" }

/** Columns of a table by name, in alphabetical order, so that both engines list them alike; empty where there is none. */
export async function columnsOf(trx: RawTrx, table: string): Promise<Column[]> {
  const found =
    dialectOf(trx) === "sqlite"
      ? await sql<{ name: string; type: string }>`select name, type from pragma_table_info(${table})`.execute(trx)
      : await sql<{ name: string; type: string }>`select column_name as name, data_type as type
          from information_schema.columns where table_schema = current_schema() and table_name = ${table}`.execute(trx)
  return found.rows
    .map(({ name, type }) => ({ name, type: typeOf(table, name, type) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function typeOf(table: string, column: string, type: string): Column["type"] {
  const plain = type.toLowerCase()
  if (plain === "text" || plain === "integer") return plain
  // A type that JSON cannot carry there and back (bigint as text, real, bytes) must be thought about first.
  throw new Error(`${table}.${column} has the type ${type}, which a backup cannot carry.`)
}

/** Columns of the primary key. */
async function keyOf(trx: RawTrx, table: string): Promise<string[]> {
  const found =
    dialectOf(trx) === "sqlite"
      ? await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(trx)
      : await sql<{ name: string }>`select a.attname as name from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
          where i.indrelid = ${table}::regclass and i.indisprimary
          order by array_position(i.indkey::int2[], a.attnum)`.execute(trx)
  if (found.rows.length === 0)
    throw new Error(`The table ${table} has no primary key; a backup cannot read it in order.`)
  return found.rows.map(({ name }) => name)
}

/**
 * All rows of a table in the byte order of its key, which is the same on both engines, a chunk at a time. PostgreSQL
 * sorts once for a cursor; SQLite goes on from the last key.
 */
export async function* rowsOf(trx: RawTrx, table: string, columns: readonly Column[]): AsyncGenerator<Row[]> {
  const key = await keyOf(trx, table)
  const from = sql.table(table)
  const list = sql.join(columns.map(({ name }) => sql.ref(name)))
  const inOrder = (row: Record<string, Cell>): Row => columns.map(({ name }) => row[name] ?? null)
  if (dialectOf(trx) === "postgres") {
    const isText = (name: string) => columns.some((column) => column.name === name && column.type === "text")
    const order = sql.join(
      key.map((name) => (isText(name) ? sql`${sql.ref(name)} collate "C"` : sql`${sql.ref(name)}`)),
    )
    await sql`declare backup_rows no scroll cursor for select ${list} from ${from} order by ${order}`.execute(trx)
    for (;;) {
      const { rows } = await sql<Record<string, Cell>>`fetch ${sql.lit(chunkRows)} from backup_rows`.execute(trx)
      if (rows.length > 0) yield rows.map(inOrder)
      if (rows.length < chunkRows) break
    }
    await sql`close backup_rows`.execute(trx)
    return
  }
  const keys = sql.join(key.map((name) => sql.ref(name)))
  let last: Cell[] | null = null
  for (;;) {
    const after: RawBuilder<unknown> = last === null ? sql`` : sql`where (${keys}) > (${sql.join(last)})`
    const { rows } = await sql<
      Record<string, Cell>
    >`select ${list} from ${from} ${after} order by ${keys} limit ${chunkRows}`.execute(trx)
    if (rows.length > 0) yield rows.map(inOrder)
    const end = rows.at(-1)
    if (end === undefined || rows.length < chunkRows) return
    last = key.map((name) => end[name] ?? null)
  }
}

/** How a table's rows are written and hashed: one JSON array a line. */
export const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`

/** A running SHA-256 over rows as `lineOf` writes them, and their number. */
export class RowTally {
  readonly #hash: Hash = createHash("sha256")
  #rows = 0

  add(lines: string, rows: number): void {
    this.#hash.update(lines)
    this.#rows += rows
  }

  result(): { readonly rows: number; readonly sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.copy().digest("hex") }
  }
}

/** Number and hash of a table's rows as they stand in the database. */
export async function tallyOf(
  trx: RawTrx,
  table: string,
  columns: readonly Column[],
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const tally = new RowTally()
  for await (const rows of rowsOf(trx, table, columns)) tally.add(rows.map(lineOf).join(""), rows.length)
  return tally.result()
}

/** Tables of the database itself, without views. */
export async function tablesIn(trx: RawTrx): Promise<string[]> {
  const found =
    dialectOf(trx) === "sqlite"
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`.execute(trx)
      : await sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(trx)
  return found.rows.map(({ name }) => name)
}
