import type { Db } from "#db/connection.ts"
import type { ActionPlanStatus } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { learnerFlow } from "./flow.ts"
import { hold } from "./hold.server.ts"
import { ledgerOf } from "./hours.server.ts"
import { getLearner, type Learner } from "./learners.server.ts"
import { notify } from "./notice.server.ts"
import { assertSeen } from "./queries.server.ts"
import { readLearningSettings } from "./settings.server.ts"

/** One rule of completion, with what is there and what is asked for. */
export type CompletionRule =
  | { readonly key: "cohort"; readonly met: boolean }
  | {
      readonly key: "attendance"
      readonly met: boolean
      readonly attended: number
      readonly sessions: number
      /** Sessions that `percent` of them are. */
      readonly needed: number
      readonly percent: number
    }
  | { readonly key: "plan"; readonly met: boolean; readonly status: ActionPlanStatus | null }

export type Completion = {
  readonly rules: readonly CompletionRule[]
  readonly met: boolean
  /** Where the share of sessions comes from. */
  readonly source: string
}

/** What a learner has done of what completion asks for, rule by rule. */
export async function completionOf(ctx: Ctx, learnerId: string, known?: Learner): Promise<Completion> {
  const learner = known ?? (await getLearner(ctx, learnerId))
  authorize(ctx.actor, "learner.read", learner)
  return rulesFor(ctx.db, learner)
}

/**
 * Declares that a learner has completed the programme. Refuses (conflict `programme.notComplete`) while a rule is not
 * met; the page says which. He, his superior and the agency that sent him are told.
 */
export async function completeLearner(ctx: Ctx, learnerId: string, seen: { lockVersion: number }): Promise<void> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "learner.complete", learner)
  const status = next(learnerFlow, learner.status, "complete")
  assertSeen(learner, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "cohort", learner.cohortId)
    await touch(trx, "learner", learner.id, seen.lockVersion)
    const completion = await rulesFor(trx, learner)
    if (!completion.met) throw conflict("programme.notComplete")
    // Counted while the learner is held, so that a presence of this moment is in the hours or is refused.
    const { hours } = await ledgerOf({ ...ctx, db: trx }, learner.id, learner)
    await trx.updateTable("learner").set({ status, completedAt: ctx.now }).where("id", "=", learner.id).execute()
    const attendance = completion.rules.find((rule) => rule.key === "attendance")!
    await record(trx, ctx, {
      type: "learner.completed",
      subjectType: "learner",
      subjectId: learner.id,
      organisationId: learner.hostId,
      data: { cohortId: learner.cohortId, attended: attendance.attended, sessions: attendance.sessions, hours },
    })
    await notify(
      trx,
      ctx,
      { organisationIds: [learner.senderId], accountIds: [learner.accountId, learner.supervisorId] },
      "learner-completed",
      { title: learner.programme.title, cohort: learner.cohort.name, id: learner.id },
    )
  })
  ctx.publicChanged()
}

async function rulesFor(db: Db, learner: { id: string; cohortId: string }): Promise<Completion> {
  const { completion } = await readLearningSettings(db)
  const cohort = await db
    .selectFrom("cohort")
    .select("status")
    .where("id", "=", learner.cohortId)
    .executeTakeFirstOrThrow()
  const sessions = await db
    .selectFrom("learningSession as session")
    .leftJoin("attendance", (join) =>
      join
        .onRef("attendance.sessionId", "=", "session.id")
        .on("attendance.learnerId", "=", learner.id)
        .on("attendance.struckAt", "is", null),
    )
    .select(["session.id", "attendance.id as attendanceId"])
    .where("session.cohortId", "=", learner.cohortId)
    .where("session.cancelledAt", "is", null)
    .execute()
  const plan = await db.selectFrom("actionPlan").select("status").where("learnerId", "=", learner.id).executeTakeFirst()
  const attended = sessions.filter(({ attendanceId }) => attendanceId !== null).length
  const needed = Math.ceil((sessions.length * completion.attendancePercent) / 100)
  const rules: CompletionRule[] = [
    { key: "cohort", met: cohort.status === "running" || cohort.status === "completed" },
    {
      key: "attendance",
      met: sessions.length > 0 && attended >= needed,
      attended,
      sessions: sessions.length,
      needed,
      percent: completion.attendancePercent,
    },
    { key: "plan", met: plan?.status === "approved", status: plan?.status ?? null },
  ]
  return { rules, met: rules.every(({ met }) => met), source: completion.source }
}
