import { inTransaction } from "#db/transaction.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { proposalFlow } from "./flow.ts"
import { getProposal } from "./queries.server.ts"

/**
 * Turns a draft that answers a need into one made unasked, for the same region: what was written survives the closing
 * of the need. Refuses a draft that answers none (conflict), and everything once submitted.
 */
export async function detachNeed(ctx: Ctx, code: string, seen: { readonly lockVersion: number }): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.submit", proposal)
  const status = next(proposalFlow, proposal.status, "detach")
  const { needId } = proposal
  if (needId === null) throw conflict("proposal.answersNone")
  assertSeen(proposal, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, seen.lockVersion)
    await trx
      .updateTable("proposal")
      .set({ status, needId: null, updatedAt: ctx.now })
      .where("id", "=", proposal.id)
      .execute()
    await record(trx, ctx, {
      type: "proposal.detached",
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.organisationId,
      data: { needId },
    })
  })
}
