import { statfs } from "node:fs/promises"
import { Counter, Gauge, type Registry } from "prom-client"
import { type OutboxState, outboxState } from "#app/domain/notification/outbox-state.server.ts"
import type { Db } from "#db/connection.ts"
import { lastBackup } from "../backup/last-backup.server.ts"
import type { PageCache } from "../cache/page-cache.server.ts"
import type { KeptTotals } from "../edge/kept-tally.ts"

/** What is looked at when somebody asks, and counts that others keep. */
export type GaugeSources = {
  readonly db: Db
  readonly dataDir: string
  readonly cache: PageCache
  readonly kept: () => KeptTotals
  readonly tasksWaiting: () => number
  readonly version: string
}

/** One look at the database may take so long; then it counts as down. */
const patienceMs = 2_000
/** How long a look is reused, so that somebody who asks all the time does not load the database. */
const reuseMs = 5_000

/** Adds to `registry` everything that is read at the moment of asking. A source that fails leaves its figures out. */
export function registerGauges(registry: Registry, sources: GaugeSources): void {
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })

  new Gauge({ name: "simpul_build_info", help: "The version that runs.", labelNames: ["version"], registers }).set(
    { version: sources.version },
    1,
  )
  counter("simpul_page_cache_hits_total", "Pages that were answered out of memory.", () => sources.kept().pages)
  counter("simpul_page_cache_misses_total", "Public pages that had to be rendered.", () => sources.cache.renders)
  counter("simpul_static_answers_total", "Static files that were answered.", () => sources.kept().files)
  counter(
    "simpul_not_modified_total",
    "Answers out of memory that said that the reader has the newest (304).",
    () => sources.kept().notModified,
  )
  gauge("simpul_page_cache_bytes", "Memory that kept pages take.", () => sources.cache.size.bytes)
  gauge("simpul_page_cache_pages", "Pages that are kept.", () => sources.cache.size.pages)
  gauge("simpul_workshop_tasks_waiting", "Documents that wait for a thread.", sources.tasksWaiting)

  databaseGauges(registry, sources.db)
  diskGauges(registry, sources.dataDir)
}

function databaseGauges(registry: Registry, db: Db): void {
  const look = reused(() => within(outboxState(db)))
  const gauge = (name: string, help: string, read: (state: OutboxState) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const state = await look()
        if (state === null) this.remove()
        else this.set(read(state))
      },
    })
  new Gauge({
    name: "simpul_database_up",
    help: "1 where the database answers, else 0.",
    registers: [registry],
    async collect() {
      this.set((await look()) === null ? 0 : 1)
    },
  })
  gauge("simpul_outbox_waiting", "Mails that wait to be sent.", ({ waiting }) => waiting)
  gauge("simpul_outbox_oldest_age_seconds", "Age of the oldest mail that waits; 0 where none does.", ({ oldest }) =>
    secondsSince(oldest),
  )
  gauge(
    "simpul_outbox_overdue_seconds",
    "How long the mail whose turn it is has been due; 0 where all that wait are for later.",
    ({ nextDue }) => secondsSince(nextDue),
  )
  gauge("simpul_outbox_failed", "Mails that were given up.", ({ failed }) => failed)
}

const secondsSince = (moment: string | null): number =>
  moment === null ? 0 : Math.max(0, (Date.now() - Date.parse(moment)) / 1000)

function diskGauges(registry: Registry, dataDir: string): void {
  const registers = [registry]
  new Gauge({
    name: "simpul_disk_free_bytes",
    help: "Space that is left for the data folder.",
    registers,
    async collect() {
      const disk = await statfs(dataDir).catch(() => null)
      if (disk === null) this.remove()
      else this.set(disk.bavail * disk.bsize)
    },
  })
  new Gauge({
    name: "simpul_backup_last_success_timestamp_seconds",
    help: "When the newest backup of this data folder was taken; absent where none is known.",
    registers,
    async collect() {
      const backup = await lastBackup(dataDir)
      if (backup === null) this.remove()
      else this.set(Date.parse(backup.at) / 1000)
    },
  })
}

function reused<T>(look: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | null = null
  return () => {
    const now = performance.now()
    if (last === null || now - last.at >= reuseMs) last = { at: now, answer: look() }
    return last.answer
  }
}

async function within(work: Promise<OutboxState>): Promise<OutboxState | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs)
  })
  const state = await Promise.race([work.catch(() => null), late])
  clearTimeout(timer)
  return state
}
