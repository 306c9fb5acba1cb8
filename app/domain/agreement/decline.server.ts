import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import type { Ending } from "./ending.server.ts"
import { agreementFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import { assertSeen } from "./queries.server.ts"
import { openForSigning } from "./signing.server.ts"
import { signingPower } from "./signing-power.server.ts"

/**
 * Declines to sign, for good and on record. Only who could sign may decline: the head of region under a mandate in
 * force (a key is not needed for it), and only before he has signed himself.
 */
export async function declineAgreement(ctx: Ctx, code: string, ending: Ending): Promise<void> {
  const { agreement, document, own } = await openForSigning(ctx, code)
  authorize(ctx.actor, "agreement.decline", agreement)
  const status = next(agreementFlow, agreement.status, "decline")
  if (document.seals.some(({ partyId }) => partyId === own.id)) throw conflict("signing.alreadySigned")
  const power = await signingPower(ctx, agreement, document)
  if (!power.mandate && power.obstacle) {
    const { key, ...parameters } = power.obstacle
    throw conflict(key, parameters)
  }
  assertSeen(agreement, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, ending.lockVersion)
    await trx
      .updateTable("agreement")
      .set({ status, endedAt: ctx.now, endReason: ending.reason, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.declined",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { reason: ending.reason },
    })
    await notify(trx, ctx, { organisationIds: agreement.partyOrganisationIds }, "agreement-stopped", {
      title: agreement.title,
      region: own.regionName,
      reason: ending.reason,
      code,
    })
  })
}
