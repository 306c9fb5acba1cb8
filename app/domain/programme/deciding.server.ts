import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { seatsTaken } from "./cohorts.server.ts"
import { learnerFlow } from "./flow.ts"
import { hold } from "./hold.server.ts"
import { getLearner, type Learner } from "./learners.server.ts"
import { notify } from "./notice.server.ts"
import { assertSeen } from "./queries.server.ts"

/**
 * Gives a nominated learner one of the cohort's seats. The cohort is held first, so of two who confirm for the last
 * seat at once the second finds it taken (conflict `programme.cohortFull`).
 */
export async function confirmLearner(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const learner = await getLearner(ctx, id)
  authorize(ctx.actor, "learner.confirm", learner)
  const status = next(learnerFlow, learner.status, "confirm")
  assertSeen(learner, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "cohort", learner.cohortId)
    await touch(trx, "learner", id, seen.lockVersion)
    const cohort = await trx
      .selectFrom("cohort")
      .select(["status", "seats"])
      .where("id", "=", learner.cohortId)
      .executeTakeFirstOrThrow()
    if (cohort.status !== "open" && cohort.status !== "running") throw conflict("programme.cohortEnded")
    if ((await seatsTaken(trx, learner.cohortId)) >= cohort.seats)
      throw conflict("programme.cohortFull", { seats: cohort.seats })
    await trx.updateTable("learner").set({ status, decidedAt: ctx.now }).where("id", "=", id).execute()
    await recordStep(trx, ctx, learner, "learner.confirmed", learner.hostId)
    await notify(trx, ctx, sendingSide(learner), "learner-confirmed", words(learner))
  })
  ctx.publicChanged()
}

/** Declines a nomination, with the reason to the sender, the learner and his superior. */
export async function declineLearner(
  ctx: Ctx,
  id: string,
  decision: { lockVersion: number; reason: string },
): Promise<void> {
  const learner = await getLearner(ctx, id)
  authorize(ctx.actor, "learner.decline", learner)
  const status = next(learnerFlow, learner.status, "decline")
  assertSeen(learner, decision.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "learner", id, decision.lockVersion)
    await trx
      .updateTable("learner")
      .set({ status, decidedAt: ctx.now, decisionReason: decision.reason })
      .where("id", "=", id)
      .execute()
    await recordStep(trx, ctx, learner, "learner.declined", learner.hostId)
    await notify(trx, ctx, sendingSide(learner), "learner-declined", { ...words(learner), reason: decision.reason })
  })
}

/** Takes a learner back, with the reason; his seat is free again. The host, he and his superior are told. */
export async function withdrawLearner(
  ctx: Ctx,
  id: string,
  decision: { lockVersion: number; reason: string },
): Promise<void> {
  const learner = await getLearner(ctx, id)
  authorize(ctx.actor, "learner.withdraw", learner)
  const status = next(learnerFlow, learner.status, "withdraw")
  if (learner.cohort.status === "completed" || learner.cohort.status === "cancelled")
    throw conflict("programme.cohortEnded")
  assertSeen(learner, decision.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "learner", id, decision.lockVersion)
    await trx
      .updateTable("learner")
      .set({ status, withdrawnAt: ctx.now, decisionReason: decision.reason })
      .where("id", "=", id)
      .execute()
    await recordStep(trx, ctx, learner, "learner.withdrawn", learner.senderId)
    await notify(
      trx,
      ctx,
      { organisationIds: [learner.hostId], accountIds: [learner.accountId, learner.supervisorId] },
      "learner-withdrawn",
      { ...words(learner), reason: decision.reason },
    )
  })
  ctx.publicChanged()
}

/** Names another superior: the one before has moved, or has left. The new one is told. */
export async function changeSupervisor(
  ctx: Ctx,
  id: string,
  change: { lockVersion: number; supervisorId: string },
): Promise<void> {
  const learner = await getLearner(ctx, id)
  authorize(ctx.actor, "learner.supervise", learner)
  if (learner.status !== "nominated" && learner.status !== "confirmed") throw conflict("programme.learnerOver")
  assertSeen(learner, change.lockVersion)
  const refuse = (key: string) => invalid("form", { fields: { supervisorId: [key] } })
  if (change.supervisorId === learner.accountId) throw refuse("programme.ownSupervisor")
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "learner", id, change.lockVersion)
    const member = await trx
      .selectFrom("membership")
      .select("id")
      .where("organisationId", "=", learner.senderId)
      .where("accountId", "=", change.supervisorId)
      .where("endedAt", "is", null)
      .executeTakeFirst()
    if (!member) throw refuse("field.choose")
    await trx.updateTable("learner").set({ supervisorId: change.supervisorId }).where("id", "=", id).execute()
    await recordStep(trx, ctx, learner, "learner.supervisor_changed", learner.senderId)
    await notify(trx, ctx, { accountIds: [change.supervisorId] }, "learning-supervision", words(learner))
  })
}

const sendingSide = (learner: Learner) => ({
  organisationIds: [learner.senderId],
  accountIds: [learner.accountId, learner.supervisorId],
})

const words = (learner: Learner) => ({
  title: learner.programme.title,
  cohort: learner.cohort.name,
  id: learner.id,
})

const recordStep = (
  trx: Parameters<typeof record>[0],
  ctx: Ctx,
  learner: Learner,
  type: "learner.confirmed" | "learner.declined" | "learner.withdrawn" | "learner.supervisor_changed",
  organisationId: string,
): Promise<void> =>
  record(trx, ctx, {
    type,
    subjectType: "learner",
    subjectId: learner.id,
    organisationId,
    data: { cohortId: learner.cohortId },
  })
