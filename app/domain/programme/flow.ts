import type { ActionPlanStatus, CohortStatus, LearnerStatus, ProgrammeStatus } from "#db/schema.ts"
import { defineFlow } from "../kernel/flow.ts"

/** A programme: its host's own until it is opened, then everybody's to read. */
export const programmeFlow = defineFlow<ProgrammeStatus, "edit" | "amend" | "open" | "complete" | "cancel">({
  initial: "draft",
  steps: {
    edit: { from: ["draft"], to: "draft" },
    /** Words only: on what has been opened, its clause and its modules stand fast. */
    amend: { from: ["open"], to: "open" },
    open: { from: ["draft"], to: "open" },
    complete: { from: ["open"], to: "completed" },
    cancel: { from: ["draft", "open"], to: "cancelled" },
  },
})

/** A cohort. Learners are nominated while it is open, and confirmed as long as it has not ended. */
export const cohortFlow = defineFlow<CohortStatus, "open" | "run" | "complete" | "cancel">({
  initial: "planned",
  steps: {
    open: { from: ["planned"], to: "open" },
    run: { from: ["open"], to: "running" },
    complete: { from: ["running"], to: "completed" },
    cancel: { from: ["planned", "open", "running"], to: "cancelled" },
  },
})

/** A learner in a cohort. The sender nominates and withdraws, the host confirms, declines and completes. */
export const learnerFlow = defineFlow<LearnerStatus, "confirm" | "decline" | "withdraw" | "complete">({
  initial: "nominated",
  steps: {
    confirm: { from: ["nominated"], to: "confirmed" },
    decline: { from: ["nominated"], to: "declined" },
    withdraw: { from: ["nominated", "confirmed"], to: "withdrawn" },
    complete: { from: ["confirmed"], to: "completed" },
  },
})

/** What a learner means to do at home with what he learned. What was returned keeps the remark until it is submitted again. */
export const actionPlanFlow = defineFlow<ActionPlanStatus, "save" | "rework" | "submit" | "approve" | "return">({
  initial: "draft",
  steps: {
    save: { from: ["draft"], to: "draft" },
    rework: { from: ["returned"], to: "returned" },
    submit: { from: ["draft", "returned"], to: "submitted" },
    approve: { from: ["submitted"], to: "approved" },
    return: { from: ["submitted"], to: "returned" },
  },
})

export type ProgrammeStep = keyof typeof programmeFlow.steps
export type CohortStep = keyof typeof cohortFlow.steps
export type LearnerStep = keyof typeof learnerFlow.steps
export type ActionPlanStep = keyof typeof actionPlanFlow.steps
