import type { Trx } from "#db/transaction.ts"
import { hashSecret } from "../../identity/secret.server.ts"
import { addMilliseconds, days } from "../../kernel/clock.ts"
import type { Ctx } from "../../kernel/context.ts"
import { forbidden, invalid } from "../../kernel/errors.ts"
import { newId } from "../../kernel/ids.ts"

/** How long a request is remembered under its key. */
export const answersKept = days(30)

export type Once = {
  /** The `Idempotency-Key` of the request; null where it has none and is answered as it comes. */
  readonly key: string | null
  /** The request in one spelling, so that the same one is known again. */
  readonly request: string
}

/**
 * Does `work` at most once for a key of the token, in the transaction that does it, and answers what it answered then.
 * Two requests at once wait for each other here. Refuses (invalid `api.keyReused`) the key of another request, and
 * (forbidden) a token that was revoked meanwhile.
 */
export async function answerOnce<T>(trx: Trx, ctx: Ctx, once: Once, work: () => Promise<T>): Promise<T> {
  const tokenId = ctx.actor!.accountId
  const held = await trx
    .updateTable("apiToken")
    .set((eb) => ({ lastUsedOn: eb.ref("lastUsedOn") }))
    .where("id", "=", tokenId)
    .where("revokedAt", "is", null)
    .executeTakeFirst()
  if (held.numUpdatedRows !== 1n) throw forbidden()
  if (once.key === null) return work()
  const requestSha256 = hashSecret(once.request)
  const known = await trx
    .selectFrom("apiAnswer")
    .select(["requestSha256", "answer"])
    .where("tokenId", "=", tokenId)
    .where("idempotencyKey", "=", once.key)
    .executeTakeFirst()
  if (known) {
    if (known.requestSha256 !== requestSha256) throw invalid("api.keyReused")
    return JSON.parse(known.answer) as T
  }
  const answer = await work()
  await trx
    .insertInto("apiAnswer")
    .values({
      ...{ id: newId(), tokenId, idempotencyKey: once.key, requestSha256 },
      answer: JSON.stringify(answer),
      createdAt: ctx.now,
    })
    .execute()
  return answer
}

/** Forgets keys older than `answersKept`; called by a job. */
export async function forgetOldAnswers(ctx: Pick<Ctx, "db" | "now">): Promise<void> {
  await ctx.db.deleteFrom("apiAnswer").where("createdAt", "<", addMilliseconds(ctx.now, -answersKept)).execute()
}
