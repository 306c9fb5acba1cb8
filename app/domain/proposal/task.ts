import type { ProposalStatus } from "#db/schema.ts"
import type { ProposalStep } from "./flow.ts"

/** What somebody can do next to bring a proposal forward. */
export const taskKinds = ["answerInvitation", "finish", "revise", "open", "decide", "review"] as const
export type TaskKind = (typeof taskKinds)[number]

/**
 * The one thing that waits for this reader, by the steps that are open to him; null where it is somebody else's turn.
 * `invited`: his organisation has not yet answered whether it contributes.
 */
export function taskOf(status: ProposalStatus, steps: readonly ProposalStep[], invited: boolean): TaskKind | null {
  if (invited) return status === "draft" || status === "revision" ? "answerInvitation" : null
  if (steps.includes("submit")) return status === "draft" ? "finish" : "revise"
  if (steps.includes("amend")) return "revise"
  if (steps.includes("save")) return "finish"
  if (steps.includes("open")) return "open"
  if (steps.includes("accept")) return "decide"
  return steps.includes("revise") ? "review" : null
}
