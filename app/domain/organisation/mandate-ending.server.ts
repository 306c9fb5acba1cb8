import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import type { AppServices, Ctx } from "../kernel/context.ts"
import { isDomainError } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { mandateFlow } from "./flow.ts"
import { getMandate } from "./mandate-queries.server.ts"

type Ending = Pick<Ctx, "actor" | "now" | "requestId" | "reactions">

/** Ends a mandate with its reason; the certificate that rests on it is revoked in the same transaction. */
export async function endMandate(ctx: Ctx, id: string, reason: string, seenLockVersion: number): Promise<void> {
  const mandate = await getMandate(ctx, id)
  authorize(ctx.actor, "mandate.end", { organisationId: mandate.organisationId })
  next(mandateFlow, mandate.status, "end")
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "mandate", id, seenLockVersion)
    await end(trx, ctx, { id, organisationId: mandate.organisationId }, reason)
  })
}

/** Ends every open mandate that a person holds in an organisation, in the transaction that ends his membership. */
export async function endMandatesOf(
  trx: Trx,
  ctx: Ending,
  of: { organisationId: string; accountId: string },
  reason: string,
): Promise<void> {
  const open = await trx
    .selectFrom("mandate")
    .select(["id", "organisationId", "lockVersion"])
    .where("organisationId", "=", of.organisationId)
    .where("accountId", "=", of.accountId)
    .where("status", "in", ["entered", "verified"])
    .execute()
  for (const mandate of open) {
    await touch(trx, "mandate", mandate.id, mandate.lockVersion)
    await end(trx, ctx, mandate, reason)
  }
}

/** What is written of a mandate whose term has run out. */
export const termOver = "Masa berlaku mandat sudah habis"

/** Ends verified mandates whose last day is over; called by a job. Answers how many. */
export async function endExpiredMandates(services: AppServices): Promise<number> {
  const now = services.clock.now()
  const due = await services.db
    .selectFrom("mandate")
    .select(["id", "organisationId", "lockVersion"])
    .where("status", "=", "verified")
    .where("validUntil", "<", officialDay(now))
    .orderBy("id")
    .limit(100)
    .execute()
  const occasion = { actor: null, now, requestId: newId(), reactions: services.reactions }
  let ended = 0
  for (const mandate of due)
    try {
      await inTransaction(services.db, async (trx) => {
        await touch(trx, "mandate", mandate.id, mandate.lockVersion)
        await end(trx, occasion, mandate, termOver)
      })
      ended += 1
    } catch (error) {
      // Somebody was ending it in the same moment; the next run looks again.
      if (!isDomainError(error)) throw error
    }
  return ended
}

async function end(
  trx: Trx,
  ctx: Ending,
  mandate: { id: string; organisationId: string },
  reason: string,
): Promise<void> {
  await trx
    .updateTable("mandate")
    .set({ status: "ended", endedAt: ctx.now, endReason: reason })
    .where("id", "=", mandate.id)
    .execute()
  await record(trx, ctx, {
    type: "mandate.ended",
    subjectType: "mandate",
    subjectId: mandate.id,
    organisationId: mandate.organisationId,
    data: { reason },
  })
  await ctx.reactions.mandateEnded(trx, ctx, mandate.id, reason)
}
