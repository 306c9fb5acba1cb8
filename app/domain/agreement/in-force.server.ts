import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import type { AppServices, Ctx } from "../kernel/context.ts"
import { isDomainError } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { agreementFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import type { Agreement } from "./queries.server.ts"

/**
 * The last seal's second half, in the same transaction: the agreement is in force from this moment and everybody
 * may read it. The caller has touched the agreement.
 */
export async function enterIntoForce(
  trx: Trx,
  ctx: Ctx,
  agreement: Agreement,
  sealed: { sha256: string; signerAccountIds: readonly string[] },
): Promise<void> {
  await trx
    .updateTable("agreement")
    .set({
      status: next(agreementFlow, agreement.status, "enterIntoForce"),
      inForceAt: ctx.now,
      updatedAt: ctx.now,
    })
    .where("id", "=", agreement.id)
    .execute()
  await record(trx, ctx, {
    type: "agreement.entered_into_force",
    subjectType: "agreement",
    subjectId: agreement.id,
    organisationId: null,
    data: { sha256: sealed.sha256 },
  })
  const everybody = { organisationIds: agreement.partyOrganisationIds, accountIds: sealed.signerAccountIds }
  await notify(trx, ctx, everybody, "agreement-in-force", { title: agreement.title, code: agreement.code })
}

/**
 * Ends the agreements whose term is over: the day named as its last, in Western Indonesian Time, counts in full.
 * Run by a job; answers how many lapsed. One that somebody else touches at the same moment waits for the next run.
 */
export async function lapseDueAgreements(services: AppServices): Promise<number> {
  const now = services.clock.now()
  const occasion = { actor: null, now, requestId: "lapse" }
  const due = await services.db
    .selectFrom("agreement")
    .select(["id", "status", "lockVersion", "periodUntil"])
    .where("status", "=", "in_force")
    .where("periodUntil", "<", officialDay(now))
    .orderBy("periodUntil")
    .limit(500)
    .execute()
  let lapsed = 0
  for (const { id, status, lockVersion, periodUntil } of due) {
    if (periodUntil === null) continue
    const to = next(agreementFlow, status, "lapse")
    try {
      await inTransaction(services.db, async (trx) => {
        await touch(trx, "agreement", id, lockVersion)
        await trx
          .updateTable("agreement")
          .set({ status: to, endedAt: now, updatedAt: now })
          .where("id", "=", id)
          .execute()
        await record(trx, occasion, {
          type: "agreement.lapsed",
          subjectType: "agreement",
          subjectId: id,
          data: { on: periodUntil },
        })
      })
      lapsed += 1
    } catch (error) {
      if (!isDomainError(error)) throw error
    }
  }
  if (lapsed > 0) services.publicChanged()
  return lapsed
}
