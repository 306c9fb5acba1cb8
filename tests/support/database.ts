import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Database from "better-sqlite3"
import pg from "pg"
import { inject } from "vitest"
import { type Db, postgresDatabase, sqliteDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import type { Dialect } from "#db/portable.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import { closeAfterTest } from "./closing.ts"
import { templateName } from "./postgres-template.ts"

/** The engine this vitest project runs on; tests of two people at once ask for PostgreSQL by name. */
export const testDialect: Dialect = process.env.TEST_DATABASE === "postgres" ? "postgres" : "sqlite"

let image: Promise<Buffer> | undefined
let serial = 0

/** A migrated database of its own with the regions in it, gone after the test. */
export async function freshDatabase(): Promise<Db> {
  return testDialect === "postgres" ? freshPostgres() : freshSqlite()
}

async function freshSqlite(): Promise<Db> {
  image ??= makeImage()
  const db = sqliteDatabase(new Database(await image))
  closeAfterTest(() => db.destroy())
  return db
}

async function makeImage(): Promise<Buffer> {
  const handle = new Database(":memory:")
  const db = sqliteDatabase(handle)
  await migrateToLatest(db)
  await loadRegions(db, { villages: false })
  const bytes = handle.serialize()
  await db.destroy()
  return bytes
}

/** One database on the test server, copied from the template; `max` connections. */
export async function freshPostgres(max = 8): Promise<Db> {
  const server = inject("postgresServer")
  serial += 1
  const name = `t${process.pid}_${process.env.VITEST_WORKER_ID ?? "0"}_${serial}`
  await administer(server, `create database ${name} template ${templateName} strategy file_copy`)
  const db = postgresDatabase(`${server}/${name}`, { max })
  closeAfterTest(async () => {
    await db.destroy()
    await administer(server, `drop database if exists ${name} with (force)`)
  })
  return db
}

/**
 * The address of a database of its own, for tests that open it more than once: migrated with the regions in it, or
 * with nothing at all (on SQLite a file that is not there yet). Gone after the test.
 */
export async function databaseUrl(contents: "regions" | "nothing", dialect = testDialect): Promise<string> {
  if (dialect === "sqlite") {
    const folder = await mkdtemp(join(tmpdir(), "simpul-database-"))
    closeAfterTest(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, "simpul.sqlite")
    image ??= makeImage()
    if (contents === "regions") await writeFile(path, await image)
    return path
  }
  const server = inject("postgresServer")
  serial += 1
  const name = `u${process.pid}_${process.env.VITEST_WORKER_ID ?? "0"}_${serial}`
  const template = contents === "regions" ? templateName : "template0"
  await administer(server, `create database ${name} template ${template} strategy file_copy`)
  closeAfterTest(() => administer(server, `drop database if exists ${name} with (force)`))
  return `${server}/${name}`
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A fresh SQLite database that counts the statements sent to it. */
export async function countedDatabase(): Promise<{ db: Db; count(): number; reset(): void }> {
  let statements = 0
  image ??= makeImage()
  const db = sqliteDatabase(new Database(await image), (event) => {
    if (event.level === "query") statements += 1
  })
  closeAfterTest(() => db.destroy())
  return {
    db,
    count: () => statements,
    reset: () => {
      statements = 0
    },
  }
}
