import type { ProposalStatus } from "#db/schema.ts"
import type { Actor } from "../kernel/actor.ts"
import { stepsFrom } from "../kernel/flow.ts"
import { type Action, can } from "../policy/table.ts"
import { type ProposalStep, proposalFlow } from "./flow.ts"

/** The policy action that a step stands under. */
const actionOf = {
  save: "proposal.draft",
  amend: "proposal.draft",
  detach: "proposal.submit",
  submit: "proposal.submit",
  open: "proposal.review",
  revise: "proposal.review",
  accept: "proposal.decide",
  decline: "proposal.decide",
  withdraw: "proposal.withdraw",
} as const satisfies Record<ProposalStep, Action>

type Subject = {
  readonly status: ProposalStatus
  readonly organisationId: string
  readonly recipientId: string
  readonly coauthorIds: readonly string[]
}

/** What the actor may do with a proposal now: the flow says when, the policy says who. */
export const openSteps = (actor: Actor | null, proposal: Subject): ProposalStep[] =>
  stepsFrom(proposalFlow, proposal.status).filter((step) => can(actor, actionOf[step], proposal))
