/** What tells the page cache that pages rendered before now may be out of date. */
export interface Freshness {
  /** Moves on whenever something that public pages show may have changed, here or in another process. */
  epoch(): number
  /** False while changes made elsewhere cannot be seen; nothing is kept or served from memory then. */
  trusted(): boolean
  /** A change made by this process, after its commit. Other processes are told where there can be any. */
  changed(): void
  /** Tells the others what is still untold and stops listening. */
  close(): Promise<void>
}

/** For one process that owns its data alone: tests, and SQLite in memory. */
export function localFreshness(): Freshness {
  let epoch = 0
  return {
    epoch: () => epoch,
    trusted: () => true,
    changed: () => {
      epoch += 1
    },
    close: async () => {},
  }
}
