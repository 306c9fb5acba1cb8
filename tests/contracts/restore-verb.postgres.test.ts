import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { restore } from "#app/server/admin/restore.ts"
import { takeBackup } from "#app/server/backup/take-backup.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { openDatabase } from "#db/connection.ts"
import { databaseUrl } from "#tests/support/database.ts"
import { createWorld } from "#tests/support/world.ts"

let root = ""
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "simpul-restore-"))
  for (const name of ["DATABASE_URL", "FILES_URL", "SECRET", "SECRET_PREVIOUS"]) vi.stubEnv(name, "")
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

/** A backup of a small SQLite installation: one account, and the number of its accounts. */
async function sqliteBackup(): Promise<string> {
  const path = join(root, "a.tar")
  const db = openDatabase(await databaseUrl("regions", "sqlite"))
  const files = diskFiles(join(root, "files"))
  try {
    const world = await createWorld({ db, files })
    await world.create.account()
    const now = new Date("2026-01-31T04:05:06.789Z")
    const options = { kind: "production", evaluation: null, portal: "0.1.0", progress: () => {} } as const
    await takeBackup({ ...options, path, db, files, now })
  } finally {
    await db.destroy()
  }
  return path
}

async function forth(path: string, into: string) {
  const lines: string[] = []
  const notes: string[] = []
  const io = { print: (line: string) => lines.push(line), note: (line: string) => notes.push(line) }
  const ended = await restore.runBare({ args: ["--from", path, "--into", into], ...io, ask: async () => "" }).then(
    (code) => ({ code, refusal: "" }),
    (error: Error) => ({ code: null, refusal: error.message }),
  )
  return { ...ended, text: lines.join("\n"), notes: notes.join("\n") }
}

test("the verb moves a portal from SQLite into the PostgreSQL that DATABASE_URL names", async () => {
  const path = await sqliteBackup()
  const url = await databaseUrl("nothing", "postgres")
  vi.stubEnv("DATABASE_URL", url)
  const { code, text } = await forth(path, join(root, "baru"))
  expect(code).toBe(0)
  expect(text).toContain("the database of DATABASE_URL")
  expect(await readdir(join(root, "baru"))).not.toContain("simpul.sqlite")
  const db = openDatabase(url)
  expect(await db.selectFrom("account").select("id").execute()).toHaveLength(1)
  await db.destroy()
})

test("a PostgreSQL that is in use is left alone, nothing is made, and nobody is told to empty it", async () => {
  const path = await sqliteBackup()
  const url = await databaseUrl("nothing", "postgres")
  const db = openDatabase(url)
  // Not even a portal's: one table of somebody else is enough.
  await sql`create table pegawai (id integer primary key)`.execute(db)
  await sql`insert into pegawai values (7)`.execute(db)
  vi.stubEnv("DATABASE_URL", url)
  const { code, refusal, notes } = await forth(path, join(root, "baru"))
  expect(code).toBeNull()
  expect(refusal).toContain("not empty, and was left as it is")
  expect(notes + refusal).not.toMatch(/empty it/i)
  expect(await readdir(root)).not.toContain("baru")
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(db)
  expect(rows).toEqual([{ name: "pegawai" }])
  await db.destroy()
})
