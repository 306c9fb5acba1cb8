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
import { assertSeen, getAgreement, sidesOf } from "./queries.server.ts"
import { signatoriesOf } from "./signatories.server.ts"

/**
 * Takes a lock back because of an error found in the locked document, before the first seal (afterwards: conflict
 * `agreement.alreadySealed`). The document stays on record as void, with the reason; the approvals of the text lose
 * their effect, and the next lock is the next round.
 */
export async function voidLock(ctx: Ctx, code: string, ending: Ending): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.void", agreement)
  const { own } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "void")
  assertSeen(agreement, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, ending.lockVersion)
    const document = await trx
      .selectFrom("agreementDocument")
      .select(["id", "round"])
      .where("agreementId", "=", agreement.id)
      .where("voidedAt", "is", null)
      .executeTakeFirstOrThrow()
    const sealed = await trx
      .selectFrom("signature")
      .select("id")
      .where("documentId", "=", document.id)
      .limit(1)
      .executeTakeFirst()
    if (sealed) throw conflict("agreement.alreadySealed")
    await trx
      .updateTable("agreementDocument")
      .set({ voidedAt: ctx.now, voidReason: ending.reason })
      .where("id", "=", document.id)
      .execute()
    await trx
      .deleteFrom("agreementApproval")
      .where("agreementId", "=", agreement.id)
      .where("versionNumber", "=", agreement.versionNumber)
      .execute()
    await trx
      .updateTable("agreement")
      .set({ status, lockedAt: null, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.voided",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { round: document.round, reason: ending.reason },
    })
    const signatories = await signatoriesOf(trx, agreement, ctx.now)
    await notify(
      trx,
      ctx,
      {
        organisationIds: agreement.partyOrganisationIds,
        accountIds: [...signatories.values()].map(({ accountId }) => accountId),
      },
      "agreement-voided",
      { title: agreement.title, reason: ending.reason, code },
    )
  })
}
