import type { Ctx } from "#app/domain/kernel/context.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { getLearner, type Learner } from "#app/domain/programme/learners.server.ts"
import type { LearnerHead } from "./learner-heading.tsx"

type LearnerAction =
  | "learner.confirm"
  | "learner.decline"
  | "learner.withdraw"
  | "learner.complete"
  | "learner.supervise"
  | "learner.readNumber"
  | "attendance.type"
  | "plan.write"
  | "plan.decide"

/** A learner's place for the page of one action on it: whoever may not take the action does not see its page either. */
export async function learnerFor(
  ctx: Ctx,
  id: string | undefined,
  action: LearnerAction,
): Promise<{ learner: Learner; head: LearnerHead }> {
  const learner = await getLearner(ctx, id ?? "")
  authorize(ctx.actor, action, learner)
  return { learner, head: learnerHead(learner) }
}

export const learnerHead = (learner: Learner): LearnerHead => ({
  id: learner.id,
  name: learner.name,
  status: learner.status,
  lockVersion: learner.lockVersion,
  cohortName: learner.cohort.name,
  programmeTitle: learner.programme.title,
  supervisorName: learner.supervisorName,
})
