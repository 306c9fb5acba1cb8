import type { Ctx } from "#app/domain/kernel/context.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { type Action, authorize } from "#app/domain/policy/table.ts"
import { proposalFlow } from "#app/domain/proposal/flow.ts"
import { getProposal, type Proposal } from "#app/domain/proposal/queries.server.ts"
import { authorizeReview } from "#app/domain/proposal/review.server.ts"
import type { CaseHead } from "./case-heading.tsx"

type SideAction = Extract<Action, `proposal.${string}`>

/**
 * A proposal for the page of one action on it: whoever may not take the action does not see its page either, and a
 * reviewer who belongs to its authors is told why. Answers the proposal for further questions, and what the page shows
 * of it.
 */
export async function caseFor(
  ctx: Ctx,
  code: string | undefined,
  action: SideAction,
): Promise<{ proposal: Proposal; head: CaseHead }> {
  const proposal = await getProposal(ctx, code ?? "")
  if (action === "proposal.review" || action === "proposal.decide") authorizeReview(ctx, action, proposal)
  else authorize(ctx.actor, action, proposal)
  return { proposal, head: caseHead(proposal) }
}

export const caseHead = (proposal: Proposal): CaseHead => ({
  code: proposal.code,
  title: proposal.title,
  status: proposal.status,
  lockVersion: proposal.lockVersion,
  versionNumber: proposal.versionNumber,
  organisationName: proposal.organisationName,
  recipientName: proposal.recipientName,
  steps: stepsFrom(proposalFlow, proposal.status),
})
