import { countAll } from "#db/portable.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { visibleLearners } from "./learners.server.ts"
import { codeTimes } from "./presence-code.ts"

/** Entries of one kind looked through for an inbox; whoever has more works from the lists. */
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
    ...(acting === null ? [] : await forHost(ctx, acting)),
    ...(acting === null ? [] : await forSender(ctx, acting)),
    ...(await forLearner(ctx, actor.accountId)),
    ...(await forSupervisor(ctx, actor.accountId)),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function forHost(ctx: Ctx, hostId: string): Promise<InboxEntry[]> {
  const nominated = await ctx.db
    .selectFrom("learner")
    .innerJoin("cohort", "cohort.id", "learner.cohortId")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .select(["cohort.id", "cohort.name", "programme.title", countAll().as("count")])
    .select((eb) => eb.fn.min("learner.nominatedAt").as("since"))
    .where("programme.hostId", "=", hostId)
    .where("learner.status", "=", "nominated")
    .where("cohort.status", "in", ["open", "running"])
    .groupBy(["cohort.id", "cohort.name", "programme.title"])
    .limit(most)
    .execute()
  const due = await ctx.db
    .selectFrom("cohort")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .select(["cohort.id", "cohort.name", "cohort.startsOn", "cohort.createdAt", "programme.title"])
    .where("programme.hostId", "=", hostId)
    .where("cohort.status", "=", "open")
    .where("cohort.startsOn", "<=", officialDay(ctx.now))
    .limit(most)
    .execute()
  return [
    ...nominated.map(({ id, name, title, count, since }) => ({
      kind: "programme.confirm",
      title,
      values: { cohort: name, count: String(count) },
      ids: { id },
      since,
    })),
    ...due.map(({ id, name, title, startsOn, createdAt }) => ({
      kind: "programme.run",
      title,
      values: { cohort: name },
      ids: { id },
      since: createdAt,
      due: startsOn,
    })),
  ]
}

async function forSender(ctx: Ctx, senderId: string): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("cohort")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .leftJoin("learner", (join) =>
      join
        .onRef("learner.cohortId", "=", "cohort.id")
        .on("learner.status", "in", ["nominated", "confirmed", "completed"]),
    )
    .select(["cohort.id", "cohort.name", "cohort.seats", "cohort.nominateUntil", "cohort.createdAt"])
    .select(["programme.title", (eb) => eb.fn.count<number>("learner.id").as("nominated")])
    .where("programme.senderId", "=", senderId)
    .where("programme.status", "=", "open")
    .where("cohort.status", "=", "open")
    .where("cohort.nominateUntil", ">=", officialDay(ctx.now))
    .groupBy([
      "cohort.id",
      "cohort.name",
      "cohort.seats",
      "cohort.nominateUntil",
      "cohort.createdAt",
      "programme.title",
    ])
    .limit(most)
    .execute()
  return rows
    .filter(({ seats, nominated }) => Number(nominated) < seats)
    .map(({ id, name, title, seats, nominated, nominateUntil, createdAt }) => ({
      kind: "programme.nominate",
      title,
      values: { cohort: name, count: String(seats - Number(nominated)) },
      ids: { id },
      since: createdAt,
      due: nominateUntil,
    }))
}

async function forLearner(ctx: Ctx, accountId: string): Promise<InboxEntry[]> {
  const rows = await visibleLearners(ctx)
    .leftJoin("actionPlan", "actionPlan.learnerId", "learner.id")
    .select(["learner.id", "learner.decidedAt", "cohort.id as cohortId", "cohort.name", "cohort.endsOn"])
    .select(["programme.title", "actionPlan.status as planStatus", "actionPlan.updatedAt as planAt"])
    .where("learner.accountId", "=", accountId)
    .where("learner.status", "=", "confirmed")
    .where("cohort.status", "in", ["open", "running", "completed"])
    .limit(most)
    .execute()
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

async function forSupervisor(ctx: Ctx, accountId: string): Promise<InboxEntry[]> {
  const rows = await visibleLearners(ctx)
    .innerJoin("actionPlan", "actionPlan.learnerId", "learner.id")
    .select(["learner.id", "cohort.name", "programme.title", "actionPlan.submittedAt"])
    .where("learner.supervisorId", "=", accountId)
    .where("learner.status", "=", "confirmed")
    .where("actionPlan.status", "=", "submitted")
    .limit(most)
    .execute()
  return rows.map(({ id, name, title, submittedAt }) => ({
    kind: "programme.decide",
    title,
    values: { cohort: name },
    ids: { id },
    since: submittedAt ?? ctx.now,
  }))
}
