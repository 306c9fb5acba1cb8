import type { ActionPlanStatus, CohortStatus } from "#db/schema.ts"
import { type Instant, type LocalDate, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { visibleLearners } from "./learners.server.ts"
import { codeTimes } from "./presence-code.ts"

/** Cohorts, and places of learners, looked through for an inbox; whoever has more works from the lists. */
const most = 100

/**
 * What waits for the reader in the learning exchange, longest waiting first: cohorts to nominate for, learners to
 * confirm, cohorts to begin, plans to write and to decide, and the session that is being held right now. Entries
 * name programmes and cohorts, never a learner.
 */
export async function programmeInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const { actor } = ctx
  if (!actor) return []
  const acting = actor.acting && actor.acting.role !== "member" ? actor.acting.organisationId : null
  const entries = [
    ...(acting === null ? [] : await forCoordinator(ctx, acting)),
    ...(await forLearnerAndSupervisor(ctx, actor.accountId)),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

/** Cohorts of the programmes that the organisation hosts or sends learners to. */
async function forCoordinator(ctx: Ctx, acting: string): Promise<InboxEntry[]> {
  const today = officialDay(ctx.now)
  const rows = await ctx.db
    .selectFrom("cohort")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .leftJoin("learner", (join) =>
      join
        .onRef("learner.cohortId", "=", "cohort.id")
        .on("learner.status", "in", ["nominated", "confirmed", "completed"]),
    )
    .select(["cohort.id", "cohort.name", "cohort.status", "cohort.seats", "cohort.startsOn", "cohort.nominateUntil"])
    .select(["cohort.createdAt", "programme.title", "programme.hostId", "programme.senderId"])
    .select("programme.status as programmeStatus")
    .select(({ fn }) => [
      fn.count<number>("learner.id").as("taken"),
      fn.count<number>("learner.id").filterWhere("learner.status", "=", "nominated").as("nominated"),
      fn.min("learner.nominatedAt").filterWhere("learner.status", "=", "nominated").as("nominatedAt"),
    ])
    .where("cohort.status", "in", ["open", "running"])
    .where((eb) => eb.or([eb("programme.hostId", "=", acting), eb("programme.senderId", "=", acting)]))
    .groupBy(["cohort.id", "programme.id"])
    .orderBy("cohort.startsOn", "desc")
    .orderBy("cohort.id")
    .limit(most)
    .execute()
  return rows.flatMap((row): InboxEntry[] => {
    const { name, seats, startsOn, nominateUntil, createdAt, nominatedAt } = row
    const [taken, nominated] = [Number(row.taken), Number(row.nominated)]
    const about = { title: row.title, values: { cohort: name }, ids: { id: row.id } }
    const hosts = row.hostId === acting
    const open = row.status === "open"
    const nominating = row.senderId === acting && open && row.programmeStatus === "open" && today <= nominateUntil
    return [
      ...(hosts && nominatedAt !== null
        ? [
            {
              ...about,
              kind: "programme.confirm",
              values: { cohort: name, count: String(nominated) },
              since: nominatedAt,
            },
          ]
        : []),
      ...(hosts && open && startsOn <= today
        ? [{ ...about, kind: "programme.run", since: createdAt, due: startsOn }]
        : []),
      ...(nominating && taken < seats
        ? [
            {
              ...about,
              kind: "programme.nominate",
              values: { cohort: name, count: String(seats - taken) },
              since: createdAt,
              due: nominateUntil,
            },
          ]
        : []),
    ]
  })
}

/** States of a cohort in which its learners have something to do. */
const learningStates: readonly CohortStatus[] = ["open", "running", "completed"]

async function forLearnerAndSupervisor(ctx: Ctx, accountId: string): Promise<InboxEntry[]> {
  const rows = await visibleLearners(ctx)
    .leftJoin("actionPlan", "actionPlan.learnerId", "learner.id")
    .select(["learner.id", "learner.accountId", "learner.supervisorId", "learner.decidedAt"])
    .select(["cohort.id as cohortId", "cohort.name", "cohort.endsOn", "cohort.status as cohortStatus"])
    .select(["programme.title", "actionPlan.status as planStatus", "actionPlan.updatedAt as planAt"])
    .select("actionPlan.submittedAt")
    .where("learner.status", "=", "confirmed")
    .where((eb) =>
      eb.or([
        eb.and([eb("learner.accountId", "=", accountId), eb("cohort.status", "in", learningStates)]),
        eb.and([eb("learner.supervisorId", "=", accountId), eb("actionPlan.status", "=", "submitted")]),
      ]),
    )
    .limit(most)
    .execute()
  const decisions = rows
    .filter((row) => row.supervisorId === accountId && row.planStatus === "submitted")
    .map(({ id, name, title, submittedAt }) => ({
      kind: "programme.decide",
      title,
      values: { cohort: name },
      ids: { id },
      since: submittedAt ?? ctx.now,
    }))
  const own = rows.filter((row) => row.accountId === accountId && learningStates.includes(row.cohortStatus))
  return [...(await forLearner(ctx, own)), ...decisions]
}

/** A learner's place in a cohort, with how far his plan is. */
type OwnPlace = {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly cohortId: string
  readonly endsOn: LocalDate
  readonly decidedAt: Instant | null
  readonly planStatus: ActionPlanStatus | null
  readonly planAt: Instant | null
}

async function forLearner(ctx: Ctx, rows: readonly OwnPlace[]): Promise<InboxEntry[]> {
  if (rows.length === 0) return []
  const cohortIds = rows.map(({ cohortId }) => cohortId)
  const sessions = await ctx.db
    .selectFrom("learningSession as session")
    .leftJoin("attendance", (join) =>
      join
        .onRef("attendance.sessionId", "=", "session.id")
        .on("attendance.struckAt", "is", null)
        .on(
          "attendance.learnerId",
          "in",
          rows.map(({ id }) => id),
        ),
    )
    .select(["session.cohortId", "session.title", "session.startsAt", "session.endsAt"])
    .where("session.cohortId", "in", cohortIds)
    .where("session.cancelledAt", "is", null)
    .where("attendance.id", "is", null)
    .execute()
  return rows.flatMap((row): InboxEntry[] => {
    const about = { title: row.title, values: { cohort: row.name }, ids: { id: row.id } }
    const now = sessions.find((session) => {
      const { from, until } = codeTimes(session)
      return session.cohortId === row.cohortId && from <= ctx.now && ctx.now <= until
    })
    const writing = row.planStatus === null || row.planStatus === "draft" || row.planStatus === "returned"
    return [
      ...(now
        ? [{ ...about, kind: "programme.attend", values: { ...about.values, session: now.title }, since: now.startsAt }]
        : []),
      ...(writing
        ? [
            {
              ...about,
              kind: row.planStatus === "returned" ? "programme.rework" : "programme.plan",
              since: row.planAt ?? row.decidedAt ?? ctx.now,
              due: row.endsOn,
            },
          ]
        : []),
    ]
  })
}
