import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { stepsFrom } from "../kernel/flow.ts"
import { type Action, authorize, can } from "../policy/table.ts"
import { type ActionPlan, planOf } from "./action-plan.server.ts"
import { type Mark, marksOfLearner } from "./attendance.server.ts"
import { type Completion, completionOf } from "./completion.server.ts"
import { actionPlanFlow, type LearnerStep, learnerFlow } from "./flow.ts"
import { type Ledger, ledgerOf } from "./hours.server.ts"
import { getLearner, type Learner } from "./learners.server.ts"
import { codeTimes } from "./presence-code.ts"
import { type Session, sessionsOf } from "./sessions.server.ts"

export type LearnerSession = Session & {
  /** The live mark of presence, or null. */
  readonly mark: Mark | null
  /** Whether a typed code counts at this moment. */
  readonly codeOpen: boolean
}

export type LearnerDesk = {
  readonly learner: Learner
  readonly sessions: readonly LearnerSession[]
  readonly struck: readonly Mark[]
  readonly ledger: Ledger
  readonly plan: ActionPlan | null
  readonly completion: Completion
  readonly events: readonly TimelineEvent[]
  readonly own: boolean
  readonly supervisor: boolean
  /** Coordinates the cohort at either side, so its page is his too. */
  readonly coordinates: boolean
  /** The learner can type a code: he has a seat in a cohort that has not ended. */
  readonly mayType: boolean
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  readonly maySupervise: boolean
  readonly mayReadNumber: boolean
  readonly steps: readonly LearnerStep[]
}

const rights = {
  confirm: "learner.confirm",
  decline: "learner.decline",
  withdraw: "learner.withdraw",
  complete: "learner.complete",
} as const satisfies Record<LearnerStep, Action>

/** All that the page of a learner shows to those who may know him. */
export async function getLearnerDesk(ctx: Ctx, id: string): Promise<LearnerDesk> {
  const learner = await getLearner(ctx, id)
  authorize(ctx.actor, "learner.read", learner)
  const { actor } = ctx
  const marks = await marksOfLearner(ctx, id)
  const live = marks.filter(({ struckAt }) => struckAt === null)
  const sessions = (await sessionsOf(ctx, learner.cohortId)).map((session): LearnerSession => {
    const { from, until } = codeTimes(session)
    return {
      ...session,
      mark: live.find(({ sessionId }) => sessionId === session.id) ?? null,
      codeOpen: session.cancelledAt === null && from <= ctx.now && ctx.now <= until,
    }
  })
  const plan = await planOf(ctx, id)
  const running = learner.cohort.status === "open" || learner.cohort.status === "running"
  const confirmed = learner.status === "confirmed"
  const planSteps = plan ? stepsFrom(actionPlanFlow, plan.status) : ["save"]
  const cohortOver = learner.cohort.status === "completed" || learner.cohort.status === "cancelled"
  return {
    learner,
    sessions,
    struck: marks.filter(({ struckAt }) => struckAt !== null),
    ledger: await ledgerOf(ctx, id, learner),
    plan,
    completion: await completionOf(ctx, id, learner),
    events: await timelineOf(ctx.db, "learner", id),
    own: actor?.accountId === learner.accountId,
    supervisor: can(actor, "plan.decide", learner),
    coordinates: can(actor, "cohort.roster", learner),
    mayType: confirmed && running && can(actor, "attendance.type", learner),
    mayWrite:
      confirmed &&
      learner.cohort.status !== "cancelled" &&
      (planSteps.includes("save") || planSteps.includes("rework")) &&
      can(actor, "plan.write", learner),
    mayDecide: confirmed && planSteps.includes("approve") && can(actor, "plan.decide", learner),
    maySupervise: (confirmed || learner.status === "nominated") && can(actor, "learner.supervise", learner),
    mayReadNumber: can(actor, "learner.readNumber", learner),
    steps: stepsFrom(learnerFlow, learner.status).filter(
      (step) => can(actor, rights[step], learner) && !(cohortOver && step !== "complete"),
    ),
  }
}
