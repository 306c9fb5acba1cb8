import type { InitiativeStatus } from "#db/schema.ts"
import { conflict } from "../kernel/errors.ts"
import { defineFlow } from "../kernel/flow.ts"

/**
 * The life of an initiative: prepared, running, and then completed or stopped. Publishing is no state of it: what is
 * published once stays public in every state that follows.
 */
export const initiativeFlow = defineFlow({
  initial: "prepared",
  steps: {
    edit: { from: ["prepared"], to: "prepared" },
    /** The same while it runs. */
    amend: { from: ["running"], to: "running" },
    start: { from: ["prepared"], to: "running" },
    complete: { from: ["running"], to: "completed" },
    stop: { from: ["prepared", "running"], to: "stopped" },
  },
})

export type InitiativeStep = keyof typeof initiativeFlow.steps

/** The step under which words, partners, milestones and outcomes change; it is open in neither final state. */
export const writingStep = (status: InitiativeStatus): InitiativeStep => (status === "running" ? "amend" : "edit")

/** What changes no state, with the states in which it can be done. */
export const deeds = {
  publish: ["prepared", "running", "completed"],
  report: ["prepared", "running", "completed"],
  measure: ["running", "completed"],
  sequel: ["completed", "stopped"],
} as const satisfies Record<string, readonly InitiativeStatus[]>
export type InitiativeDeed = keyof typeof deeds

export const mayNow = (deed: InitiativeDeed, status: InitiativeStatus): boolean =>
  (deeds[deed] as readonly InitiativeStatus[]).includes(status)

/** Refuses (conflict `flow.step`) a deed in a state that it cannot be done in. */
export function assertDeed(deed: InitiativeDeed, state: InitiativeStatus): void {
  if (!mayNow(deed, state)) throw conflict("flow.step", { state, step: deed })
}
