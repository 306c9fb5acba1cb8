import type { Selectable } from "kysely"
import type { ActionPlanTable } from "#db/schema.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { actionPlanFlow } from "./flow.ts"
import { hold } from "./hold.server.ts"
import { getLearner, type Learner } from "./learners.server.ts"
import { notify } from "./notice.server.ts"
import { completePlan, type PlanInput } from "./schema.ts"

export type ActionPlan = Omit<Selectable<ActionPlanTable>, "learnerId" | "decidedBy">

/** The action plan of a learner whom the caller may see; null before he has begun one. */
export async function planOf(ctx: Pick<Ctx, "db">, learnerId: string): Promise<ActionPlan | null> {
  const row = await ctx.db.selectFrom("actionPlan").selectAll().where("learnerId", "=", learnerId).executeTakeFirst()
  if (!row) return null
  const { learnerId: _, decidedBy: __, ...plan } = row
  return plan
}

/** Saves the plan as far as it is written. Only a confirmed learner has one. */
export async function savePlan(ctx: Ctx, learnerId: string, input: PlanInput): Promise<void> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "plan.write", learner)
  assertConfirmed(learner)
  const { title, body, dueOn } = input
  const known = await planOf(ctx, learnerId)
  if (known) next(actionPlanFlow, known.status, known.status === "returned" ? "rework" : "save")
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "learner", learnerId)
    const plan = await trx.selectFrom("actionPlan").select(["id"]).where("learnerId", "=", learnerId).executeTakeFirst()
    if (plan && input.planVersion === null) throw conflict("stale")
    const id = plan?.id ?? newId()
    if (plan) {
      await touch(trx, "actionPlan", id, input.planVersion ?? -1)
      await trx.updateTable("actionPlan").set({ title, body, dueOn, updatedAt: ctx.now }).where("id", "=", id).execute()
    } else
      await trx
        .insertInto("actionPlan")
        .values({
          ...{ id, learnerId, title, body, dueOn },
          status: actionPlanFlow.initial,
          createdAt: ctx.now,
          updatedAt: ctx.now,
          submittedAt: null,
          decidedAt: null,
          decidedBy: null,
          remark: "",
        })
        .execute()
    await recordPlan(trx, ctx, learner, id, "plan.saved")
  })
}

/** Hands the plan to the superior. Refuses (invalid, by field) what is not complete. */
export async function submitPlan(ctx: Ctx, learnerId: string, seen: { planVersion: number }): Promise<void> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "plan.write", learner)
  assertConfirmed(learner)
  const plan = await planOf(ctx, learnerId)
  if (!plan) throw conflict("programme.noPlan")
  const status = next(actionPlanFlow, plan.status, "submit")
  assertPlanSeen(plan, seen)
  const complete = completePlan.safeParse(plan)
  if (!complete.success) {
    const fields: Record<string, string[]> = {}
    for (const { path, message } of complete.error.issues) {
      const name = String(path[0] ?? "")
      fields[name] = [...(fields[name] ?? []), message]
    }
    throw invalid("programme.planIncomplete", { fields })
  }
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "learner", learnerId)
    await touch(trx, "actionPlan", plan.id, seen.planVersion)
    await trx
      .updateTable("actionPlan")
      .set({ status, submittedAt: ctx.now, updatedAt: ctx.now, remark: "" })
      .where("id", "=", plan.id)
      .execute()
    await recordPlan(trx, ctx, learner, plan.id, "plan.submitted")
    await notify(trx, ctx, { accountIds: [learner.supervisorId] }, "plan-submitted", words(learner))
  })
}

/** The superior's approval, with or without a remark. The learner and the host are told. */
export async function approvePlan(
  ctx: Ctx,
  learnerId: string,
  decision: { planVersion: number; remark: string },
): Promise<void> {
  await decide(ctx, learnerId, "approve", decision)
}

/** Hands the plan back with what is to be changed in it. */
export async function returnPlan(
  ctx: Ctx,
  learnerId: string,
  decision: { planVersion: number; remark: string },
): Promise<void> {
  await decide(ctx, learnerId, "return", decision)
}

async function decide(
  ctx: Ctx,
  learnerId: string,
  step: "approve" | "return",
  decision: { planVersion: number; remark: string },
): Promise<void> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "plan.decide", learner)
  assertConfirmed(learner)
  const plan = await planOf(ctx, learnerId)
  if (!plan) throw conflict("programme.noPlan")
  const status = next(actionPlanFlow, plan.status, step)
  assertPlanSeen(plan, decision)
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "learner", learnerId)
    await touch(trx, "actionPlan", plan.id, decision.planVersion)
    await trx
      .updateTable("actionPlan")
      .set({
        status,
        decidedAt: ctx.now,
        decidedBy: ctx.actor!.accountId,
        remark: decision.remark,
        updatedAt: ctx.now,
      })
      .where("id", "=", plan.id)
      .execute()
    await recordPlan(trx, ctx, learner, plan.id, step === "approve" ? "plan.approved" : "plan.returned")
    if (step === "return")
      await notify(trx, ctx, { accountIds: [learner.accountId] }, "plan-returned", {
        ...words(learner),
        remark: decision.remark,
      })
    else
      await notify(
        trx,
        ctx,
        { organisationIds: [learner.hostId], accountIds: [learner.accountId] },
        "plan-approved",
        words(learner),
      )
  })
}

function assertConfirmed(learner: Learner): void {
  if (learner.status !== "confirmed") throw conflict("programme.notConfirmed")
  if (learner.cohort.status === "cancelled") throw conflict("programme.cohortEnded")
}

function assertPlanSeen(plan: ActionPlan, seen: { planVersion: number }): void {
  if (plan.lockVersion !== seen.planVersion) throw conflict("stale")
}

const words = (learner: Learner) => ({ title: learner.programme.title, cohort: learner.cohort.name, id: learner.id })

const recordPlan = (
  trx: Trx,
  ctx: Ctx,
  learner: Learner,
  planId: string,
  type: "plan.saved" | "plan.submitted" | "plan.approved" | "plan.returned",
): Promise<void> =>
  record(trx, ctx, {
    type,
    subjectType: "learner",
    subjectId: learner.id,
    organisationId: learner.senderId,
    data: { planId },
  })
