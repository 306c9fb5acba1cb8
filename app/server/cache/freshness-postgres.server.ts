import { randomUUID } from "node:crypto"
import pg from "pg"
import type { Log } from "#app/domain/kernel/context.ts"
import type { Freshness } from "./freshness.ts"

const channel = "simpul_public_pages"

/**
 * Tells the other processes on the same PostgreSQL about changes and hears theirs (LISTEN/NOTIFY on one connection
 * of its own). While that connection is down nothing is trusted, and everything is stale when it is back.
 */
export function postgresFreshness(url: string, log: Log): Freshness {
  const self = randomUUID()
  let epoch = 0
  let client: pg.Client | null = null
  let untold = false
  let telling: Promise<void> | null = null
  let closed = false
  let retryMs = 250
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const candidate = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 })
    candidate.on("error", () => lose(candidate))
    candidate.on("end", () => lose(candidate))
    candidate.on("notification", (message) => {
      if (message.payload !== self) epoch += 1
    })
    try {
      await candidate.connect()
      await candidate.query(`listen ${channel}`)
    } catch {
      candidate.end().catch(() => {})
      reconnectLater()
      return
    }
    if (closed) {
      await candidate.end().catch(() => {})
      return
    }
    epoch += 1
    retryMs = 250
    client = candidate
    tell()
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = null
    epoch += 1
    if (!closed) log.warn({}, "page cache off: the change channel of PostgreSQL is lost")
    reconnectLater()
  }

  function reconnectLater(): void {
    if (closed || retry) return
    retry = setTimeout(() => {
      retry = undefined
      void connect()
    }, retryMs)
    retry.unref()
    retryMs = Math.min(retryMs * 2, 15_000)
  }

  /** One notice at a time; changes that come while it is under way make one more. */
  function tell(): void {
    if (telling || !untold || !client) return
    untold = false
    const sender = client
    telling = sender
      .query("select pg_notify($1, $2)", [channel, self])
      .then(
        () => {},
        () => {
          untold = true
        },
      )
      .finally(() => {
        telling = null
        if (untold && client === sender) tell()
      })
  }

  const first = connect()
  return {
    epoch: () => epoch,
    trusted: () => client !== null,
    changed() {
      epoch += 1
      untold = true
      tell()
    },
    async close() {
      await first
      while (telling) await telling
      closed = true
      clearTimeout(retry)
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}
