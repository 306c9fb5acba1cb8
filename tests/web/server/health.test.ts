import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { readinessCheck } from "#app/server/health.server.ts"
import { openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"

let dataDir = ""
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "simpul-health-"))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const stopping = () => false
const fine = { database: "ok", migrations: "ok", disk: "ok" }

describe("readiness", () => {
  test("follows the migrations", async () => {
    const db = openDatabase(":memory:")
    const check = readinessCheck({ db, dataDir, stopping, reuseMs: 0 })
    expect(await check()).toMatchObject({ ready: false, checks: { ...fine, migrations: "failed" } })
    await migrateToLatest(db)
    expect(await check()).toEqual({ ready: true, stopping: false, checks: fine })
    expect(readdirSync(dataDir)).toEqual([])
    await db.destroy()
  })

  test("follows the database and the disk", async () => {
    const db = openDatabase(":memory:")
    await migrateToLatest(db)
    const check = readinessCheck({ db, dataDir, stopping, reuseMs: 0 })
    rmSync(dataDir, { recursive: true })
    expect(await check()).toMatchObject({ ready: false, checks: { ...fine, disk: "failed" } })
    await db.destroy()
    expect(await check()).toMatchObject({ ready: false, checks: { database: "failed" } })
  })

  test("a database that does not answer is a failed one, not one waited for", async () => {
    const db = openDatabase(":memory:")
    await migrateToLatest(db)
    const check = readinessCheck({ db, dataDir, stopping, reuseMs: 0, patienceMs: 500 })
    await db.transaction().execute(async () => {
      expect(await check()).toMatchObject({ ready: false, checks: { database: "failed" } })
    })
    expect(await check()).toMatchObject({ ready: true })
    await db.destroy()
  })

  test("is off from the moment the server stops, and asked anew only after a while", async () => {
    let stops = false
    const queries: string[] = []
    const db = openDatabase(":memory:", ({ query }) => void queries.push(query.sql))
    await migrateToLatest(db)
    const check = readinessCheck({ db, dataDir, stopping: () => stops, reuseMs: 60_000 })
    await Promise.all([check(), check()])
    await check()
    expect(queries.filter((sql) => sql === "select 1")).toHaveLength(1)
    stops = true
    expect(await check()).toEqual({ ready: false, stopping: true, checks: fine })
    await db.destroy()
  })
})
