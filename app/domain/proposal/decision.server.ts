import { inTransaction } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { proposalFlow } from "./flow.ts"
import { getProposal } from "./queries.server.ts"
import { authorIds, authorizeReview } from "./review.server.ts"

/** Accepts the newest version, for good. A remark is public with the acceptance. */
export const acceptProposal = (
  ctx: Ctx,
  code: string,
  input: { readonly lockVersion: number; readonly remark: string },
): Promise<void> => decide(ctx, code, "accept", input.lockVersion, input.remark)

/** Declines the newest version, for good. The reason is public. */
export const declineProposal = (
  ctx: Ctx,
  code: string,
  input: { readonly lockVersion: number; readonly reason: string },
): Promise<void> => decide(ctx, code, "decline", input.lockVersion, input.reason)

async function decide(
  ctx: Ctx,
  code: string,
  step: "accept" | "decline",
  lockVersion: number,
  words: string,
): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorizeReview(ctx, "proposal.decide", proposal)
  const status = next(proposalFlow, proposal.status, step)
  assertSeen(proposal, lockVersion)
  const version = proposal.versionNumber
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, lockVersion)
    await trx
      .updateTable("proposal")
      .set({
        ...{ status, decisionReason: words },
        decidedAt: ctx.now,
        decidedBy: ctx.actor!.accountId,
        updatedAt: ctx.now,
      })
      .where("id", "=", proposal.id)
      .execute()
    const of = {
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.recipientId,
    } as const
    if (step === "accept") await record(trx, ctx, { ...of, type: "proposal.accepted", data: { version, note: words } })
    else await record(trx, ctx, { ...of, type: "proposal.declined", data: { version, reason: words } })
    const { title, recipientName: organisation } = proposal
    const to = { organisationIds: authorIds(proposal) }
    if (step === "accept") await notify(trx, ctx, to, "proposal-accepted", { title, organisation, remark: words, code })
    else await notify(trx, ctx, to, "proposal-declined", { title, organisation, reason: words, code })
  })
  ctx.publicChanged()
}
