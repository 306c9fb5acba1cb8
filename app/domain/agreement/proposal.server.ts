import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { agreementFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import { assertPartiesVerified, assertSeen, getAgreement, sidesOf } from "./queries.server.ts"

/** Shows the draft to the other side; from its newest version on it sees everything. It cannot be taken back. */
export async function proposeAgreement(ctx: Ctx, code: string, seen: { lockVersion: number }): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.propose", agreement)
  const { own, other } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "propose")
  assertSeen(agreement, seen.lockVersion)
  assertPartiesVerified(agreement)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, seen.lockVersion)
    await trx
      .updateTable("agreement")
      .set({ status, proposedAt: ctx.now, proposedVersion: agreement.versionNumber, updatedAt: ctx.now })
      .where("id", "=", agreement.id)
      .execute()
    await record(trx, ctx, {
      type: "agreement.proposed",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { version: agreement.versionNumber },
    })
    await notify(trx, ctx, { organisationIds: [other.organisationId] }, "agreement-proposed", {
      title: agreement.title,
      region: own.regionName,
      code,
    })
  })
}
