import { defineFlow } from "../kernel/flow.ts"

/**
 * The life of an agreement. `draft` is seen by side 1 alone; from `negotiation` on both sides see it; from `in_force`
 * on everybody does. What is done more than once in a state (saving, numbering, sealing) is a step that stays there.
 *
 * Which of two like-named steps is meant follows from the facts, never from the form: `redraft` or `revise` from the
 * state, `approve` or `agree` from whether the other side has approved the same version, `seal` or `enterIntoForce`
 * from whether it is the last seal.
 */
export const agreementFlow = defineFlow({
  initial: "draft",
  steps: {
    redraft: { from: ["draft"], to: "draft" },
    propose: { from: ["draft"], to: "negotiation" },
    withdraw: { from: ["draft"], to: "withdrawn" },
    /** A new version: every approval of the one before loses its effect. */
    revise: { from: ["negotiation", "agreed"], to: "negotiation" },
    approve: { from: ["negotiation"], to: "negotiation" },
    withdrawApproval: { from: ["negotiation"], to: "negotiation" },
    /** The second side's approval of the same newest version. */
    agree: { from: ["negotiation"], to: "agreed" },
    reserveNumber: { from: ["negotiation"], to: "negotiation" },
    number: { from: ["agreed"], to: "agreed" },
    lock: { from: ["agreed"], to: "signing" },
    /** Only before the first seal; the next lock is the next round. */
    void: { from: ["signing"], to: "negotiation" },
    seal: { from: ["signing"], to: "signing" },
    /** The last seal. */
    enterIntoForce: { from: ["signing"], to: "in_force" },
    decline: { from: ["signing"], to: "declined" },
    cancel: { from: ["negotiation", "agreed"], to: "cancelled" },
    lapse: { from: ["in_force"], to: "lapsed" },
  },
})

export type AgreementStep = keyof typeof agreementFlow.steps
