import { inTransaction } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { proposalFlow } from "./flow.ts"
import { getProposal } from "./queries.server.ts"
import { authorIds } from "./review.server.ts"

/** Withdraws a proposal before it is decided, for good. Its partners are told, and the region where it had it. */
export async function withdrawProposal(
  ctx: Ctx,
  code: string,
  input: { readonly lockVersion: number; readonly reason: string },
): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.withdraw", proposal)
  const status = next(proposalFlow, proposal.status, "withdraw")
  assertSeen(proposal, input.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, input.lockVersion)
    await trx
      .updateTable("proposal")
      .set({ status, endedAt: ctx.now, endReason: input.reason, updatedAt: ctx.now })
      .where("id", "=", proposal.id)
      .execute()
    await record(trx, ctx, {
      type: "proposal.withdrawn",
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.organisationId,
      data: { reason: input.reason },
    })
    const told = [...authorIds(proposal), ...proposal.invitedIds]
    await notify(
      trx,
      ctx,
      { organisationIds: proposal.submittedAt === null ? told : [...told, proposal.recipientId] },
      "proposal-withdrawn",
      { title: proposal.title, organisation: proposal.organisationName, reason: input.reason, code },
    )
  })
}
