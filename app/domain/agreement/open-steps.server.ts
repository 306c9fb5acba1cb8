import type { AgreementStatus } from "#db/schema.ts"
import type { Actor } from "../kernel/actor.ts"
import { stepsFrom } from "../kernel/flow.ts"
import { type Action, can } from "../policy/table.ts"
import { type AgreementStep, agreementFlow } from "./flow.ts"

/** The policy action that a step stands under; null where it follows from other steps or from the calendar. */
const actionOf = {
  redraft: "agreement.draft",
  propose: "agreement.propose",
  withdraw: "agreement.withdraw",
  revise: "agreement.draft",
  approve: "agreement.approve",
  withdrawApproval: "agreement.approve",
  agree: null,
  reserveNumber: "agreement.number",
  number: "agreement.number",
  lock: "agreement.lock",
  void: "agreement.void",
  seal: "agreement.sign",
  enterIntoForce: null,
  decline: "agreement.decline",
  cancel: "agreement.cancel",
  lapse: null,
} as const satisfies Record<AgreementStep, Action | null>

export type StepFacts = {
  readonly ownApproved: boolean
  readonly ownSealed: boolean
  /** Somebody has sealed the live document. */
  readonly sealed: boolean
  /** The actor holds the mandate under which his side signs. */
  readonly signatory: boolean
}

const standing: Partial<Record<AgreementStep, (facts: StepFacts) => boolean>> = {
  approve: ({ ownApproved }) => !ownApproved,
  withdrawApproval: ({ ownApproved }) => ownApproved,
  void: ({ sealed }) => !sealed,
  seal: ({ signatory, ownSealed }) => signatory && !ownSealed,
  decline: ({ signatory, ownSealed }) => signatory && !ownSealed,
}

/** What the actor may do now: the flow says when, the policy says who, the facts say whether there is anything left. */
export const openSteps = (
  actor: Actor | null,
  agreement: { readonly status: AgreementStatus; readonly partyOrganisationIds: readonly string[] },
  facts: StepFacts,
): AgreementStep[] =>
  stepsFrom(agreementFlow, agreement.status).filter((step) => {
    const action = actionOf[step]
    return action !== null && can(actor, action, agreement) && (standing[step]?.(facts) ?? true)
  })
