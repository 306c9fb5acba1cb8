import { type Kysely, PostgresAdapter, type RawBuilder, sql } from "kysely"

export type Dialect = "sqlite" | "postgres"

/** Which engine this handle talks to. Migrations branch on it only for triggers, partial indexes and search. */
// biome-ignore lint/suspicious/noExplicitAny: migrations run on an untyped database
export function dialectOf(db: Kysely<any>): Dialect {
  return db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite"
}

/** `count(*)` as a JavaScript number on both engines (PostgreSQL's driver answers text). */
export const countAll = (): RawBuilder<number> => sql<number>`cast(count(*) as integer)`

/**
 * Makes a table append-only: updates and deletes fail inside the engine, whoever asks.
 * SQLite raises in a trigger, PostgreSQL in a trigger function.
 */
// biome-ignore lint/suspicious/noExplicitAny: migrations run on an untyped database
export async function makeAppendOnly(db: Kysely<any>, table: string): Promise<void> {
  if (dialectOf(db) === "sqlite") {
    for (const verb of ["update", "delete"] as const)
      await sql
        .raw(
          `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, '${table} is append-only'); end`,
        )
        .execute(db)
    return
  }
  await sql
    .raw(
      `create function ${table}_append_only() returns trigger language plpgsql as $$ begin raise exception '${table} is append-only'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger ${table}_append_only before update or delete on ${table} for each row execute function ${table}_append_only()`,
    )
    .execute(db)
}

/**
 * Whether `error` is the engine's refusal of a second row under the unique index or constraint `index`
 * (SQLite names columns, or the index where that is on an expression).
 */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false
  if (error.code === "23505") return "constraint" in error && error.constraint === index
  return error.code === "SQLITE_CONSTRAINT_UNIQUE" && error.message.includes(index)
}
