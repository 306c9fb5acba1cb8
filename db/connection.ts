import { closeSync, mkdirSync, openSync } from "node:fs"
import { dirname } from "node:path"
import Database from "better-sqlite3"
import { CamelCasePlugin, type Dialect, Kysely, type LogConfig, PostgresDialect } from "kysely"
import pg from "pg"
import { TransactionalSqliteDialect } from "./dialect.ts"
import { type DatabaseObserver, observedDialect } from "./observed-dialect.ts"
import type { Schema } from "./schema.ts"

/** The database as the domain uses it: Kysely over either engine. */
export type Db = Kysely<Schema>

const plugins = () => [new CamelCasePlugin()]

/** Who is told of what happens on a handle. */
type Watchers = { readonly log?: LogConfig | undefined; readonly observer?: DatabaseObserver | undefined }

const kysely = (dialect: Dialect, { log, observer }: Watchers): Db =>
  new Kysely<Schema>({
    dialect: observer ? observedDialect(dialect, observer) : dialect,
    plugins: plugins(),
    ...(log ? { log } : {}),
  })

/**
 * Wraps an open better-sqlite3 handle. Foreign keys are enforced, readers do not block the writer (WAL),
 * and a writer waits up to five seconds for another. A commit returns only after it is on the disk (FULL): what was
 * answered as done outlives a power cut, not only the end of the process.
 */
export function sqliteDatabase(handle: Database.Database, log?: LogConfig, observer?: DatabaseObserver): Db {
  handle.pragma("journal_mode = WAL")
  handle.pragma("synchronous = FULL")
  handle.pragma("foreign_keys = ON")
  handle.pragma("busy_timeout = 5000")
  return kysely(new TransactionalSqliteDialect({ database: handle }), { log, observer })
}

/** A pool of at most `max` connections to PostgreSQL. */
export function postgresDatabase(url: string, options: { max?: number } & Watchers = {}): Db {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10 })
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on("error", () => {})
  return kysely(new PostgresDialect({ pool }), options)
}

/**
 * Opens the SQLite file at `path`, or one in memory for `:memory:`. A missing file is made, with its folder, readable
 * by this user alone; SQLite gives what it keeps beside the file (`-wal`, `-shm`) the file's own mode.
 */
export function openSqliteFile(path: string): Database.Database {
  if (path !== ":memory:") {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(path, "a", 0o600))
  }
  return new Database(path)
}

/** Opens the database that `url` names: `postgres://…`, or a path (or `:memory:`) for SQLite. */
export function openDatabase(url: string, log?: LogConfig, observer?: DatabaseObserver): Db {
  if (/^postgres(ql)?:\/\//.test(url)) return postgresDatabase(url, { log, observer })
  return sqliteDatabase(openSqliteFile(url.replace(/^(sqlite|file):(\/\/)?/, "")), log, observer)
}
