import { countAll } from "#db/portable.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { dayIn, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { zoneOfRegion } from "../region/time-zone.ts"
import { cohortFlow } from "./flow.ts"
import { hold } from "./hold.server.ts"
import { notify, participantsOf } from "./notice.server.ts"
import { assertSeen, assertStanding, type Cohort, getCohort, getProgramme } from "./queries.server.ts"
import type { CohortInput } from "./schema.ts"

const livingStates = ["planned", "open", "running"] as const
const isLiving = (status: string): boolean => (livingStates as readonly string[]).includes(status)

/** Plans a cohort of a programme that has not ended; `lockVersion` is the programme's. Answers its id. */
export async function planCohort(ctx: Ctx, programmeId: string, input: CohortInput): Promise<string> {
  const programme = await getProgramme(ctx, programmeId)
  authorize(ctx.actor, "cohort.plan", programme)
  if (programme.status !== "draft" && programme.status !== "open") throw conflict("programme.ended")
  assertSeen(programme, input.lockVersion)
  const { name, seats, nominateUntil, startsOn, endsOn } = input
  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", programmeId, input.lockVersion)
    const last = await trx
      .selectFrom("cohort")
      .select((eb) => eb.fn.max("number").as("number"))
      .where("programmeId", "=", programmeId)
      .executeTakeFirst()
    const number = Number(last?.number ?? 0) + 1
    await trx
      .insertInto("cohort")
      .values({
        ...{ id, programmeId, number, name, seats, nominateUntil, startsOn, endsOn },
        status: cohortFlow.initial,
        createdAt: ctx.now,
        endedAt: null,
        endReason: "",
      })
      .execute()
    await record(trx, ctx, {
      type: "cohort.planned",
      subjectType: "cohort",
      subjectId: id,
      organisationId: programme.hostId,
      data: { name, number, seats },
    })
  })
  return id
}

/**
 * Changes a cohort that has not ended. Refuses (invalid) fewer seats than are taken, and days that leave one of its
 * sessions outside.
 */
export async function editCohort(ctx: Ctx, id: string, input: CohortInput): Promise<void> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "cohort.plan", cohort)
  if (!isLiving(cohort.status)) throw conflict("programme.cohortEnded")
  assertSeen(cohort, input.lockVersion)
  const { name, seats, nominateUntil, startsOn, endsOn } = input
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "cohort", id, input.lockVersion)
    const taken = await seatsTaken(trx, id)
    if (seats < taken)
      throw invalid("form", { fields: { seats: ["programme.seatsTaken"] }, parameters: { count: taken } })
    const sessions = await trx
      .selectFrom("learningSession")
      .select("startsAt")
      .where("cohortId", "=", id)
      .where("cancelledAt", "is", null)
      .execute()
    const zone = zoneOfRegion(cohort.programme.hostRegionCode)
    const days = sessions.map(({ startsAt }) => dayIn(startsAt, zone))
    const outside = (field: string) => invalid("form", { fields: { [field]: ["programme.sessionsOutside"] } })
    if (days.some((day) => day < startsOn)) throw outside("startsOn")
    if (days.some((day) => day > endsOn)) throw outside("endsOn")
    await trx.updateTable("cohort").set({ name, seats, nominateUntil, startsOn, endsOn }).where("id", "=", id).execute()
    await record(trx, ctx, {
      type: "cohort.edited",
      subjectType: "cohort",
      subjectId: id,
      organisationId: cohort.hostId,
      data: { seats, startsOn, endsOn },
    })
  })
  publicChanged(ctx, cohort)
}

/** Opens a cohort for nomination and tells the sender. Its programme is open, its last day of nomination still to come. */
export async function openCohort(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "cohort.open", cohort)
  const status = next(cohortFlow, cohort.status, "open")
  assertSeen(cohort, seen.lockVersion)
  if (cohort.programme.status !== "open") throw conflict("programme.notOpen")
  assertStanding(cohort.programme)
  if (cohort.nominateUntil < officialDay(ctx.now)) throw conflict("programme.nominationPast")
  await inTransaction(ctx.db, async (trx) => {
    // The programme first: it may be ending at this moment.
    await hold(trx, "programme", cohort.programmeId)
    await touch(trx, "cohort", id, seen.lockVersion)
    const programme = await trx
      .selectFrom("programme")
      .select("status")
      .where("id", "=", cohort.programmeId)
      .executeTakeFirstOrThrow()
    if (programme.status !== "open") throw conflict("programme.notOpen")
    await trx.updateTable("cohort").set({ status }).where("id", "=", id).execute()
    await record(trx, ctx, {
      type: "cohort.opened",
      subjectType: "cohort",
      subjectId: id,
      organisationId: cohort.hostId,
      data: { until: cohort.nominateUntil },
    })
    await notify(trx, ctx, { organisationIds: [cohort.senderId] }, "cohort-opened", {
      title: cohort.programme.title,
      cohort: cohort.name,
      until: cohort.nominateUntil,
      id,
    })
  })
  ctx.publicChanged()
}

/** Begins a cohort: nomination closes, and its learners are told. Refuses (conflict) one without a confirmed learner. */
export async function runCohort(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "cohort.run", cohort)
  const status = next(cohortFlow, cohort.status, "run")
  assertSeen(cohort, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "cohort", id, seen.lockVersion)
    const confirmed = await seatsTaken(trx, id)
    if (confirmed === 0) throw conflict("programme.noLearners")
    await trx.updateTable("cohort").set({ status }).where("id", "=", id).execute()
    await record(trx, ctx, {
      type: "cohort.started",
      subjectType: "cohort",
      subjectId: id,
      organisationId: cohort.hostId,
      data: { confirmed },
    })
    const accountIds = await participantsOf(trx, id, { supervisors: true })
    const values = { title: cohort.programme.title, cohort: cohort.name, startsOn: cohort.startsOn }
    await notify(trx, ctx, { organisationIds: [cohort.senderId], accountIds }, "cohort-started", values)
  })
  ctx.publicChanged()
}

/** Closes a cohort. Who was not completed until then still can be, when his superior has approved his plan. */
export async function completeCohort(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "cohort.complete", cohort)
  const status = next(cohortFlow, cohort.status, "complete")
  assertSeen(cohort, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "cohort", id, seen.lockVersion)
    const { completed } = await trx
      .selectFrom("learner")
      .select(countAll().as("completed"))
      .where("cohortId", "=", id)
      .where("status", "=", "completed")
      .executeTakeFirstOrThrow()
    await trx.updateTable("cohort").set({ status, endedAt: ctx.now }).where("id", "=", id).execute()
    await record(trx, ctx, {
      type: "cohort.completed",
      subjectType: "cohort",
      subjectId: id,
      organisationId: cohort.hostId,
      data: { completed },
    })
    const accountIds = await participantsOf(trx, id, { supervisors: true })
    const values = { title: cohort.programme.title, cohort: cohort.name }
    await notify(trx, ctx, { organisationIds: [cohort.senderId], accountIds }, "cohort-completed", values)
  })
  ctx.publicChanged()
}

/** Gives a cohort up, with the reason to the sender and to everybody nominated or confirmed in it, and their superiors. */
export async function cancelCohort(
  ctx: Ctx,
  id: string,
  ending: { lockVersion: number; reason: string },
): Promise<void> {
  const cohort = await getCohort(ctx, id)
  authorize(ctx.actor, "cohort.cancel", cohort)
  const status = next(cohortFlow, cohort.status, "cancel")
  assertSeen(cohort, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "cohort", id, ending.lockVersion)
    await trx
      .updateTable("cohort")
      .set({ status, endedAt: ctx.now, endReason: ending.reason })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "cohort.cancelled",
      subjectType: "cohort",
      subjectId: id,
      organisationId: cohort.hostId,
      data: { reason: ending.reason },
    })
    if (cohort.status === "planned") return
    const people = await trx
      .selectFrom("learner")
      .select(["accountId", "supervisorId"])
      .where("cohortId", "=", id)
      .where("status", "in", ["nominated", "confirmed", "completed"])
      .execute()
    const accountIds = people.flatMap(({ accountId, supervisorId }) => [accountId, supervisorId])
    const values = { title: cohort.programme.title, cohort: cohort.name, reason: ending.reason }
    await notify(trx, ctx, { organisationIds: [cohort.senderId], accountIds }, "cohort-cancelled", values)
  })
  publicChanged(ctx, cohort)
}

/** Seats that are taken: by learners confirmed, and by those who have completed since. */
export async function seatsTaken(trx: Trx, cohortId: string): Promise<number> {
  const { count } = await trx
    .selectFrom("learner")
    .select(countAll().as("count"))
    .where("cohortId", "=", cohortId)
    .where("status", "in", ["confirmed", "completed"])
    .executeTakeFirstOrThrow()
  return count
}

/** A planned cohort is not public yet. */
function publicChanged(ctx: Ctx, cohort: Cohort): void {
  if (cohort.status !== "planned") ctx.publicChanged()
}
