import type { Log } from "#app/domain/kernel/context.ts"

const spanMs = 60_000

/**
 * Answers out of memory are counted, and told in one line a minute: a line for each would cost a fifth of what the
 * answer itself does, and say nothing that the render's own line has not said.
 */
export class KeptTally {
  readonly #log: Log
  #answered = 0
  #notModified = 0
  #timer: NodeJS.Timeout | null = null

  constructor(log: Log) {
    this.#log = log
  }

  /** One more answer, with its status. */
  add(status: number): void {
    if (status === 304) this.#notModified += 1
    else this.#answered += 1
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
