import { randomUUID } from "node:crypto"
import { rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import { pendingMigrations } from "#db/migrator.ts"

type Check = "ok" | "failed"

/** The answer of /readyz. */
export type Readiness = {
  readonly ready: boolean
  readonly stopping: boolean
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly disk: Check }
}

export type HealthOptions = {
  readonly db: Db
  /** Folder that must take a file; null where the installation keeps none. */
  readonly dataDir: string | null
  readonly stopping: () => boolean
  /** How long an answer is reused, so that a probe in a hurry cannot load the database. */
  readonly reuseMs?: number
  /** How long one check may take. */
  readonly patienceMs?: number
}

/** Makes the readiness check: the database answers, its migrations are all run, the data folder takes a file. */
export function readinessCheck(options: HealthOptions): () => Promise<Readiness> {
  const { db, dataDir, stopping, reuseMs = 1000, patienceMs = 2000 } = options
  let migrated = false
  let asked: { readonly at: number; readonly checks: Promise<Readiness["checks"]> } | null = null

  async function check(): Promise<Readiness["checks"]> {
    const within = (work: () => Promise<unknown>): Promise<Check> => settle(work, patienceMs)
    const [database, migrations, disk] = await Promise.all([
      within(() => sql`select 1`.execute(db)),
      within(async () => {
        if (migrated) return
        const pending = await pendingMigrations(db)
        if (pending.length > 0) throw new Error(`${pending.length} migrations pending`)
        migrated = true
      }),
      within(async () => {
        if (dataDir === null) return
        const probe = join(dataDir, `.readyz-${randomUUID()}`)
        await writeFile(probe, "ready", { mode: 0o600 })
        await rm(probe)
      }),
    ])
    return { database, migrations, disk }
  }

  return async () => {
    const now = performance.now()
    if (asked === null || now - asked.at >= reuseMs) asked = { at: now, checks: check() }
    const checks = await asked.checks
    const ready = !stopping() && Object.values(checks).every((result) => result === "ok")
    return { ready, stopping: stopping(), checks }
  }
}

async function settle(work: () => Promise<unknown>, patienceMs: number): Promise<Check> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve("failed"), patienceMs)
  })
  const done = work().then(
    (): Check => "ok",
    (): Check => "failed",
  )
  const result = await Promise.race([done, late])
  clearTimeout(timer)
  return result
}
