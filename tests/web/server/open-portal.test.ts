import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { EnvironmentError, readEnvironment } from "#app/env.server.ts"
import { findInstallation } from "#app/server/installation.server.ts"
import { createLog } from "#app/server/log.server.ts"
import { openPortal } from "#app/server/open-portal.server.ts"
import { openDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { TurnableClock } from "#tests/support/clock.ts"
import { factories } from "#tests/support/factories.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simpul-open-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (mode: "evaluation" | "production") => {
  const common = { DATA_DIR: join(folder, mode), DATABASE_URL: join(folder, "simpul.sqlite") }
  const own = { APP_URL: "http://simpul.example", SECRET: "0123456789abcdefghijklmnopqrstuv" }
  const environment = readEnvironment(mode, mode === "production" ? { ...common, ...own } : common)
  return openPortal(environment, findInstallation(), createLog("silent").log)
}

/** The database of an installation, changed by `work` before anything opens it. */
async function prepare(
  work: (create: ReturnType<typeof factories>, db: ReturnType<typeof openDatabase>) => Promise<unknown>,
) {
  const db = openDatabase(join(folder, "simpul.sqlite"))
  await migrateToLatest(db)
  await work(factories(db, new TurnableClock()), db)
  await db.destroy()
}

async function rows(): Promise<{ accounts: number; demo: number }> {
  const db = openDatabase(join(folder, "simpul.sqlite"))
  const accounts = await db.selectFrom("account").select("demoSince").execute()
  await db.destroy()
  return { accounts: accounts.length, demo: accounts.filter(({ demoSince }) => demoSince !== null).length }
}

test("the demo network is never loaded into a database in which somebody has an account", {
  timeout: 60_000,
}, async () => {
  await prepare((create) => create.account())
  const refusal = await open("evaluation").catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(EnvironmentError)
  expect((refusal as EnvironmentError).message).toContain("people already work with")
  expect(await rows()).toEqual({ accounts: 1, demo: 0 })
})

test("production opens its own database again, and never one with the demo network in it", {
  timeout: 60_000,
}, async () => {
  await prepare((create) => create.account())
  await (await open("production")).composed.close()
  await prepare((_create, db) =>
    db
      .insertInto("setting")
      .values({ key: "demo_network", value: '"loaded"', sourceNote: "", updatedAt: "2026-01-01T00:00:00.000Z" })
      .execute(),
  )
  await expect(open("production")).rejects.toThrow("demo network in it")
})

test("whatever the portal makes is for its own user alone: database, files, and what stands beside them", {
  timeout: 60_000,
}, async () => {
  const DATA_DIR = join(folder, "baru", "data")
  const own = { APP_URL: "http://simpul.example", SECRET: "0123456789abcdefghijklmnopqrstuv" }
  const environment = readEnvironment("production", { DATA_DIR, ...own })
  const { composed } = await openPortal(environment, findInstallation(), createLog("silent").log)
  try {
    await composed.services.files.put(new Uint8Array([1, 2, 3]))
    const made = ["baru", ...(readdirSync(folder, { recursive: true }) as string[])].map((name) => {
      const found = statSync(join(folder, name))
      return { name, mode: found.mode & 0o777, right: found.isDirectory() ? 0o700 : 0o600 }
    })
    expect(made.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["", "-wal", "-shm"].map((suffix) => join("baru", "data", `simpul.sqlite${suffix}`))),
    )
    expect(made.filter(({ mode, right }) => mode !== right)).toEqual([])
  } finally {
    await composed.close()
  }
})
