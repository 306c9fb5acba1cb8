import type Database from "better-sqlite3"
import type { Freshness } from "./freshness.ts"

/**
 * Sees what other processes commit to the same SQLite file through `PRAGMA data_version`, asked on the portal's own
 * connection (on any other it would move with every session that this process touches). It is asked at most once in
 * `windowMs`, so a change made by the operator's tool shows after that time at the latest.
 */
export function sqliteFreshness(handle: Database.Database, windowMs = 50): Freshness {
  const version = handle.prepare("pragma data_version").pluck()
  let epoch = 0
  let seen = version.get()
  let askedAt = performance.now()
  return {
    epoch() {
      const now = performance.now()
      if (now - askedAt >= windowMs) {
        askedAt = now
        const current = version.get()
        if (current !== seen) {
          seen = current
          epoch += 1
        }
      }
      return epoch
    },
    trusted: () => handle.open,
    changed() {
      epoch += 1
    },
    close: async () => {},
  }
}
