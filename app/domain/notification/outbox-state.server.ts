import type { Db } from "#db/connection.ts"
import { countAll } from "#db/portable.ts"
import type { Instant } from "../kernel/clock.ts"

export type OutboxState = {
  readonly waiting: number
  /** When the oldest message that still waits was written; null where none does. */
  readonly oldest: Instant | null
  /** Since when, or from when, the message that goes out next may be sent; null where none waits. */
  readonly nextDue: Instant | null
  /** Given up after the last try. */
  readonly failed: number
}

/** How the mail stands, without a word of what it says. */
export async function outboxState(db: Db): Promise<OutboxState> {
  const waiting = await db
    .selectFrom("outbox")
    .select((eb) => [countAll().as("n"), eb.fn.min("createdAt").as("oldest"), eb.fn.min("availableAt").as("nextDue")])
    .where("deliveredAt", "is", null)
    .where("failedAt", "is", null)
    .executeTakeFirstOrThrow()
  const failed = await db
    .selectFrom("outbox")
    .select(countAll().as("n"))
    .where("deliveredAt", "is", null)
    .where("failedAt", "is not", null)
    .executeTakeFirstOrThrow()
  return { waiting: waiting.n, oldest: waiting.oldest, nextDue: waiting.nextDue, failed: failed.n }
}
