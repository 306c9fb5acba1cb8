import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { agreementFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import { assertSeen, getAgreement, sidesOf } from "./queries.server.ts"

export type Ending = { readonly lockVersion: number; readonly reason: string }

/** Gives up a draft that the other side has not seen. */
export async function withdrawAgreement(ctx: Ctx, code: string, ending: Ending): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.withdraw", agreement)
  const { own } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "withdraw")
  assertSeen(agreement, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, ending.lockVersion)
    await trx
      .updateTable("agreement")
      .set({ status, endedAt: ctx.now, endReason: ending.reason, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.withdrawn",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { reason: ending.reason },
    })
  })
}

/** Ends the negotiation for both sides, before anything was locked; either side may, with a reason. */
export async function cancelAgreement(ctx: Ctx, code: string, ending: Ending): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.cancel", agreement)
  const { own, other } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "cancel")
  assertSeen(agreement, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, ending.lockVersion)
    await trx
      .updateTable("agreement")
      .set({ status, endedAt: ctx.now, endReason: ending.reason, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.cancelled",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { reason: ending.reason },
    })
    await notify(trx, ctx, { organisationIds: [other.organisationId] }, "agreement-stopped", {
      title: agreement.title,
      region: own.regionName,
      reason: ending.reason,
      code,
    })
  })
}
