import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import { dialectOf } from "#db/portable.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { addMilliseconds, type Instant, minutes } from "../kernel/clock.ts"
import { newId } from "../kernel/ids.ts"
import type { MailKind, QueuedMail } from "./mail.ts"

/** Tries before a message is given up and shown to the operator. */
export const maximumAttempts = 10
const lease = minutes(2)

/** Puts a message into the outbox in the transaction of the change it tells of. */
export async function enqueueMail<K extends MailKind>(trx: Trx, now: Instant, mail: QueuedMail<K>): Promise<void> {
  await trx
    .insertInto("outbox")
    .values({
      id: newId(),
      kind: "mail",
      payload: JSON.stringify(mail),
      createdAt: now,
      availableAt: now,
      attempts: 0,
    } as never)
    .execute()
}

/** Wait before the n-th retry: one minute, doubled each time, at most six hours. */
export const backoff = (attempts: number): number => Math.min(minutes(1) * 2 ** Math.max(0, attempts - 1), minutes(360))

type Leased = { readonly id: string; readonly payload: string; readonly attempts: number }

/**
 * Takes up to `batch` due messages under a lease, so that a second worker leaves them alone and a crashed one's
 * are taken up again when the lease ends. PostgreSQL skips rows another worker holds.
 */
export async function leaseDue(db: Db, now: Instant, batch: number): Promise<Leased[]> {
  return inTransaction(db, async (trx) => {
    let due = trx
      .selectFrom("outbox")
      .select("id")
      .where("deliveredAt", "is", null)
      .where("failedAt", "is", null)
      .where("availableAt", "<=", now)
      .where((eb) => eb.or([eb("leasedUntil", "is", null), eb("leasedUntil", "<=", now)]))
      .orderBy("availableAt")
      .orderBy("id")
      .limit(batch)
    if (dialectOf(db) === "postgres") due = due.forUpdate().skipLocked()
    const ids = (await due.execute()).map(({ id }) => id)
    if (ids.length === 0) return []
    return trx
      .updateTable("outbox")
      .set({ leasedUntil: addMilliseconds(now, lease), attempts: sql<number>`attempts + 1` })
      .where("id", "in", ids)
      .returning(["id", "payload", "attempts"])
      .execute()
  })
}

/**
 * Delivers what is due through `deliver` and answers how many went out. A failure is tried again later, and given
 * up after ten tries with its reason kept. With `forget`, the text of a message that was delivered or given up (it may
 * hold a link that opens an account, and it names a person) is emptied.
 */
export async function deliverDue(
  services: { db: Db; clock: { now(): Instant } },
  deliver: (mail: QueuedMail) => Promise<void>,
  options: { batch?: number; forget: boolean },
): Promise<number> {
  const { db, clock } = services
  const leased = await leaseDue(db, clock.now(), options.batch ?? 20)
  let delivered = 0
  for (const { id, payload, attempts } of leased) {
    try {
      await deliver(JSON.parse(payload) as QueuedMail)
      await db
        .updateTable("outbox")
        .set({
          deliveredAt: clock.now(),
          leasedUntil: null,
          lastError: "",
          ...(options.forget ? { payload: "{}" } : {}),
        })
        .where("id", "=", id)
        .execute()
      delivered += 1
    } catch (error) {
      const now = clock.now()
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
      await db
        .updateTable("outbox")
        .set({
          leasedUntil: null,
          lastError: reason,
          ...(attempts >= maximumAttempts
            ? { failedAt: now, ...(options.forget ? { payload: "{}" } : {}) }
            : { availableAt: addMilliseconds(now, backoff(attempts)) }),
        })
        .where("id", "=", id)
        .execute()
    }
  }
  return delivered
}
