import type { ProposalStatus } from "#db/schema.ts"
import { defineFlow } from "../kernel/flow.ts"

/**
 * The life of a proposal. Only its own side sees a draft; from the first submission on the region reads what was
 * submitted, never what is being written. A decision is final, and so is a withdrawal.
 */
export const proposalFlow = defineFlow({
  initial: "draft",
  steps: {
    save: { from: ["draft"], to: "draft" },
    /** The same while a request for revision is being answered. */
    amend: { from: ["revision"], to: "revision" },
    /** No longer an answer to a need, which may have closed meanwhile. */
    detach: { from: ["draft"], to: "draft" },
    submit: { from: ["draft", "revision"], to: "submitted" },
    open: { from: ["submitted"], to: "in_review" },
    revise: { from: ["in_review"], to: "revision" },
    accept: { from: ["in_review"], to: "accepted" },
    decline: { from: ["in_review"], to: "declined" },
    withdraw: { from: ["draft", "submitted", "in_review", "revision"], to: "withdrawn" },
  },
})

export type ProposalStep = keyof typeof proposalFlow.steps

/** The step under which the text, its files and its partners are changed in `status`. */
export const writingStep = (status: ProposalStatus): "save" | "amend" => (status === "revision" ? "amend" : "save")

/** Whether the text can be written in this state. */
export const isWritable = (status: ProposalStatus): boolean => status === "draft" || status === "revision"
