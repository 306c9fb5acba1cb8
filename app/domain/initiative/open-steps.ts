import type { InitiativeStatus } from "#db/schema.ts"
import type { Actor } from "../kernel/actor.ts"
import { stepsFrom } from "../kernel/flow.ts"
import { type Action, can } from "../policy/table.ts"
import { type InitiativeStep, initiativeFlow, mayNow, writingStep } from "./flow.ts"

/** The policy action that a step stands under. */
const actionOf = {
  edit: "initiative.edit",
  amend: "initiative.edit",
  start: "initiative.begin",
  complete: "initiative.complete",
  stop: "initiative.stop",
} as const satisfies Record<InitiativeStep, Action>

type Subject = {
  readonly status: InitiativeStatus
  readonly publishedAt: string | null
  readonly organisationId: string
  readonly partnerIds: readonly string[]
}

/** Where the actor can bring an initiative now: the flow says when, the policy says who. */
export const openSteps = (actor: Actor | null, initiative: Subject): InitiativeStep[] =>
  stepsFrom(initiativeFlow, initiative.status).filter((step) => can(actor, actionOf[step], initiative))

/** What the actor may do with an initiative now, beside bringing it into another state. */
export type InitiativeRights = {
  readonly edit: boolean
  readonly publish: boolean
  readonly partners: boolean
  readonly milestones: boolean
  readonly outcomes: boolean
  readonly measure: boolean
  /** A measure can be struck in every state. */
  readonly strike: boolean
  readonly report: boolean
  readonly sequel: boolean
  readonly leave: boolean
}

export function rightsIn(actor: Actor | null, initiative: Subject): InitiativeRights {
  const { status, publishedAt } = initiative
  const open = stepsFrom(initiativeFlow, status).includes(writingStep(status))
  const may = (action: Action) => can(actor, action, initiative)
  return {
    edit: open && may("initiative.edit"),
    publish: publishedAt === null && mayNow("publish", status) && may("initiative.publish"),
    partners: open && may("initiative.partner"),
    milestones: open && may("initiative.milestone"),
    outcomes: open && may("initiative.outcome"),
    measure: mayNow("measure", status) && may("initiative.outcome"),
    strike: may("initiative.outcome"),
    report: mayNow("report", status) && may("initiative.report"),
    sequel: mayNow("sequel", status) && may("initiative.sequel"),
    leave: open && may("initiative.leave"),
  }
}
