import type { Log } from "#app/domain/kernel/context.ts"

/** Answers out of memory since the start, 304 among them. */
export type KeptTotals = { readonly pages: number; readonly files: number; readonly notModified: number }

const spanMs = 60_000

/**
 * Answers out of memory are counted, and told in one line a minute: a line for each would cost a fifth of what the
 * answer itself does, and say nothing that the render's own line has not said.
 */
export class KeptTally {
  readonly #log: Log
  #answered = 0
  #notModified = 0
  readonly #totals = { pages: 0, files: 0, notModified: 0 }
  #timer: NodeJS.Timeout | null = null

  constructor(log: Log) {
    this.#log = log
  }

  get totals(): KeptTotals {
    return this.#totals
  }

  /** One more answer, with its status and where it came from. */
  add(status: number, from: "pages" | "files"): void {
    this.#totals[from] += 1
    if (status === 304) {
      this.#notModified += 1
      this.#totals.notModified += 1
    } else this.#answered += 1
    if (this.#timer === null) {
      this.#timer = setTimeout(() => this.tell(), spanMs)
      this.#timer.unref()
    }
  }

  /** Tells what was counted since the last time, if anything. */
  tell(): void {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    this.#log.info({ answered: this.#answered, notModified: this.#notModified }, "answered out of memory")
    this.#answered = 0
    this.#notModified = 0
  }
}
