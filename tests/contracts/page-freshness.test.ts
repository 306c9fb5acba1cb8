import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Database from "better-sqlite3"
import { describe, expect, inject, test, vi } from "vitest"
import type { Freshness } from "#app/server/cache/freshness.ts"
import { postgresFreshness } from "#app/server/cache/freshness-postgres.server.ts"
import { sqliteFreshness } from "#app/server/cache/freshness-sqlite.server.ts"
import { testDialect } from "#tests/support/database.ts"

/** Two processes on one database, as far as the page cache can tell. */
type Pair = {
  readonly here: Freshness
  readonly there: Freshness
  /** A change by the other process; tells its own freshness where a server would. */
  changeThere(): Promise<void>
  close(): Promise<void>
}

async function sqlitePair(): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), "simpul-freshness-"))
  const open = () => {
    const handle = new Database(join(folder, "db.sqlite"))
    handle.pragma("journal_mode = WAL")
    return handle
  }
  const [one, two] = [open(), open()]
  one.exec("create table t (x)")
  const there = sqliteFreshness(two, 0)
  return {
    here: sqliteFreshness(one, 0),
    there,
    async changeThere() {
      two.exec("insert into t values (1)")
      there.changed()
    },
    async close() {
      one.close()
      two.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const quiet = { info() {}, warn() {}, error() {} }

async function postgresPair(): Promise<Pair> {
  const url = `${inject("postgresServer")}/postgres`
  const here = postgresFreshness(url, quiet)
  const there = postgresFreshness(url, quiet)
  await vi.waitFor(() => expect([here.trusted(), there.trusted()]).toEqual([true, true]))
  return {
    here,
    there,
    changeThere: async () => there.changed(),
    async close() {
      await here.close()
      await there.close()
    },
  }
}

const pairOf = () => (testDialect === "postgres" ? postgresPair() : sqlitePair())

describe("what the page cache knows of changes", () => {
  test("its own move the epoch at once", async () => {
    const { here, close } = await pairOf()
    const before = here.epoch()
    expect(here.epoch()).toBe(before)
    here.changed()
    expect(here.epoch()).toBeGreaterThan(before)
    expect(here.trusted()).toBe(true)
    await close()
  })

  test("those of another process move it too", async () => {
    const { here, changeThere, close } = await pairOf()
    for (let i = 0; i < 3; i += 1) {
      const before = here.epoch()
      await changeThere()
      await vi.waitFor(() => expect(here.epoch()).toBeGreaterThan(before))
    }
    await close()
  })
})
