import Database from "better-sqlite3"
import { expect, test } from "vitest"
import { sqliteFreshness } from "#app/server/cache/freshness-sqlite.server.ts"

test("own writes do not look like another process's", () => {
  const handle = new Database(":memory:")
  handle.exec("create table t (x)")
  const freshness = sqliteFreshness(handle, 0)
  const before = freshness.epoch()
  handle.exec("insert into t values (1)")
  expect(freshness.epoch()).toBe(before)
  handle.close()
})

test("a closed database is not trusted", () => {
  const handle = new Database(":memory:")
  const freshness = sqliteFreshness(handle, 60_000)
  expect(freshness.trusted()).toBe(true)
  handle.close()
  expect(freshness.trusted()).toBe(false)
})
