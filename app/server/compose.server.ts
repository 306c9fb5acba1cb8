import { availableParallelism } from "node:os"
import { systemClock } from "#app/domain/kernel/clock.ts"
import type { AppServices } from "#app/domain/kernel/context.ts"
import { reactions } from "#app/domain/reactions.server.ts"
import { registers } from "#app/domain/registers.server.ts"
import type { Environment } from "#app/env.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { keptInOutbox, type MailTransport, smtpTransport } from "#app/services/mail-transport.server.ts"
import { WorkerPool } from "#app/services/worker-pool.server.ts"
import { poolWorkshop } from "#app/services/worker-pool-workshop.server.ts"
import { type Db, openDatabase, openSqliteFile, sqliteDatabase } from "#db/connection.ts"
import { type Freshness, localFreshness } from "./cache/freshness.ts"
import { postgresFreshness } from "./cache/freshness-postgres.server.ts"
import { sqliteFreshness } from "./cache/freshness-sqlite.server.ts"
import { watchWrites } from "./cache/public-writes.ts"
import type { Installation } from "./installation.server.ts"
import type { ServerLog } from "./log.server.ts"
import type { Instruments } from "./metrics/instruments.server.ts"
import { observedWorkshop } from "./metrics/observed-workshop.ts"

/** The services of one process, and what must be closed when it ends. */
export type Composed = {
  readonly services: AppServices
  readonly freshness: Freshness
  readonly mail: MailTransport
  /** Documents that wait for a thread. */
  readonly tasksWaiting: () => number
  /** Ends worker threads, mail connections and the database, in this order. */
  close(): Promise<void>
}

export type ComposeOptions = {
  readonly environment: Environment
  readonly installation: Installation
  readonly log: ServerLog
  /** Newest first. */
  readonly secrets: readonly string[]
  /** Where the server counts what happens; the operator's tool counts nothing. */
  readonly instruments?: Instruments | undefined
}

/**
 * Builds everything that the domain needs from outside, out of the environment. The server and the operator's tool
 * both start here. Nothing is migrated or loaded yet.
 */
export function composeServices({ environment, installation, log, secrets, instruments }: ComposeOptions): Composed {
  const { db, freshness } = openStore(environment.databaseUrl, log, instruments)

  const threads = Math.min(4, Math.max(2, availableParallelism()))
  const pool = new WorkerPool({
    ...installation.worker,
    threads,
    maxWaiting: 64,
    idleMs: 60_000,
    maxHeapMb: 512,
  })
  const mail = environment.smtpUrl
    ? smtpTransport(environment.smtpUrl, { from: environment.mailFrom, origin: environment.appUrl })
    : keptInOutbox
  const workshop = poolWorkshop(pool, threads)
  const services: AppServices = {
    db,
    clock: systemClock,
    files: diskFiles(environment.filesUrl),
    workshop: instruments ? observedWorkshop(workshop, instruments.workshop) : workshop,
    settings: {
      appUrl: environment.appUrl,
      demo: environment.mode !== "production",
      secrets,
      secretariatEmail: environment.secretariatEmail,
    },
    log,
    reactions,
    registers,
    publicChanged: freshness.changed,
  }
  return {
    services,
    freshness,
    mail,
    tasksWaiting: () => pool.waiting,
    async close() {
      await pool.close()
      mail.close()
      await freshness.close()
      await db.destroy()
    },
  }
}

/** Opens the database and what watches it: this process's own writes, and those of others on the same one. */
function openStore(url: string, log: ServerLog, instruments?: Instruments): { db: Db; freshness: Freshness } {
  let changed = () => {}
  const watch = watchWrites(() => changed())
  const store = open()
  changed = store.freshness.changed
  return store

  function open(): { db: Db; freshness: Freshness } {
    if (/^postgres(ql)?:\/\//.test(url))
      return { db: openDatabase(url, watch, instruments?.database), freshness: postgresFreshness(url, log) }
    if (url === ":memory:") return { db: openDatabase(url, watch), freshness: localFreshness() }
    const handle = openSqliteFile(url)
    const db = sqliteDatabase(handle, watch, instruments?.database)
    return { db, freshness: sqliteFreshness(handle) }
  }
}
