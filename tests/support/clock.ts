import { addMilliseconds, type Clock, type Instant } from "#app/domain/kernel/clock.ts"

/** A clock that stands still until a test turns it. */
export class TurnableClock implements Clock {
  #now: Instant

  constructor(start: Instant = "2026-03-02T03:00:00.000Z") {
    this.#now = start
  }

  now(): Instant {
    return this.#now
  }

  turn(milliseconds: number): void {
    this.#now = addMilliseconds(this.#now, milliseconds)
  }

  set(instant: Instant): void {
    this.#now = instant
  }
}
