import { inTransaction } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { forbidden } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { proposalFlow } from "./flow.ts"
import { independentReviewer } from "./policy.ts"
import { getProposal, type Proposal } from "./queries.server.ts"
import type { PointInput } from "./schema.ts"

type Seen = { readonly lockVersion: number }

/**
 * Whether the reader may examine or decide a proposal that he can see. Somebody who belongs to one of its authors is
 * told so (forbidden `proposal.conflictOfInterest`).
 */
export function authorizeReview(ctx: Ctx, action: "proposal.review" | "proposal.decide", proposal: Proposal): void {
  if (proposal.side === "recipient" && !independentReviewer(ctx.actor, proposal))
    throw forbidden("proposal.conflictOfInterest")
  authorize(ctx.actor, action, proposal)
}

/** The authors of a proposal: who is told what becomes of it. */
export const authorIds = (proposal: Proposal): string[] => [proposal.organisationId, ...proposal.coauthorIds]

/** Begins the review of a submission; its authors are told that somebody reads it. */
export async function openReview(ctx: Ctx, code: string, seen: Seen): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorizeReview(ctx, "proposal.review", proposal)
  const status = next(proposalFlow, proposal.status, "open")
  assertSeen(proposal, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, seen.lockVersion)
    await trx
      .updateTable("proposal")
      .set({ status, openedAt: ctx.now, openedBy: ctx.actor!.accountId, updatedAt: ctx.now })
      .where("id", "=", proposal.id)
      .execute()
    await record(trx, ctx, {
      type: "proposal.opened",
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.recipientId,
      data: { version: proposal.versionNumber },
    })
    await notify(trx, ctx, { organisationIds: authorIds(proposal) }, "proposal-opened", {
      title: proposal.title,
      organisation: proposal.recipientName,
      code,
    })
  })
}

/** Asks for a revision, point by point. The text opens to its authors again, and every point must be answered. */
export async function askRevision(
  ctx: Ctx,
  code: string,
  input: Seen & { readonly points: readonly PointInput[] },
): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorizeReview(ctx, "proposal.review", proposal)
  const status = next(proposalFlow, proposal.status, "revise")
  assertSeen(proposal, input.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, input.lockVersion)
    await trx
      .insertInto("proposalPoint")
      .values(
        input.points.map(({ part, text }, index) => ({
          id: newId(),
          proposalId: proposal.id,
          versionNumber: proposal.versionNumber,
          ordinal: index + 1,
          part,
          text,
          askedBy: ctx.actor!.accountId,
          createdAt: ctx.now,
          answer: "",
          answeredAt: null,
        })),
      )
      .execute()
    await trx.updateTable("proposal").set({ status, updatedAt: ctx.now }).where("id", "=", proposal.id).execute()
    await record(trx, ctx, {
      type: "proposal.revision_asked",
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.recipientId,
      data: { version: proposal.versionNumber, points: input.points.length },
    })
    await notify(trx, ctx, { organisationIds: authorIds(proposal) }, "proposal-revision", {
      title: proposal.title,
      organisation: proposal.recipientName,
      points: String(input.points.length),
      code,
    })
  })
}
