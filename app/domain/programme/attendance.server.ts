import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { isId, newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { hold } from "./hold.server.ts"
import { getLearner } from "./learners.server.ts"
import { codeTimes, isPresenceCode, typedPresenceCode } from "./presence-code.ts"
import { getSession } from "./sessions.server.ts"

export type Mark = {
  readonly id: string
  readonly learnerId: string
  readonly sessionId: string
  readonly means: "host" | "code"
  readonly markedAt: string
  readonly struckAt: string | null
  readonly strikeReason: string
}

const marks = (db: Db) =>
  db
    .selectFrom("attendance")
    .select(["id", "learnerId", "sessionId", "means", "markedAt", "struckAt", "strikeReason"])
    .orderBy("markedAt")
    .orderBy("id")

/** The marks of a session, struck ones too, for the coordinators of either side. */
export async function marksOfSession(
  ctx: Ctx,
  session: { id: string; hostId: string; senderId: string },
): Promise<Mark[]> {
  authorize(ctx.actor, "cohort.roster", session)
  return marks(ctx.db).where("sessionId", "=", session.id).execute()
}

/** The marks of a learner whom the caller may see. */
export const marksOfLearner = (ctx: Pick<Ctx, "db">, learnerId: string): Promise<Mark[]> =>
  marks(ctx.db).where("learnerId", "=", learnerId).execute()

/** The code of a session, for the host that shows it in the room. */
export async function presenceCodeOf(ctx: Ctx, session: { id: string; hostId: string }): Promise<string> {
  authorize(ctx.actor, "attendance.mark", session)
  const row = await ctx.db.selectFrom("learningSession").select("code").where("id", "=", session.id).executeTakeFirst()
  if (!row) throw notFound()
  return row.code
}

/**
 * Notes that learners were present, as the host saw it; answers how many marks are new. Whoever is marked already stays
 * marked once. Refuses (conflict) before the session begins, and learners who are not confirmed in its cohort.
 */
export async function markPresent(ctx: Ctx, sessionId: string, learnerIds: readonly string[]): Promise<number> {
  const session = await getSession(ctx, sessionId)
  authorize(ctx.actor, "attendance.mark", session)
  if (ctx.now < codeTimes(session).from) throw conflict("programme.sessionNotBegun")
  return inTransaction(ctx.db, async (trx) => {
    await holdForMarks(trx, sessionId)
    let made = 0
    // In one order, so that two hosts with the same list never wait for each other.
    for (const learnerId of [...new Set(learnerIds)].sort())
      if (await mark(trx, ctx, { sessionId, learnerId, means: "host", cohortId: session.cohortId })) made += 1
    return made
  })
}

/**
 * Notes the presence of the learner who types the code that the room shows. Answers the session. Refuses (invalid) a
 * code that is no session's of his cohort at this moment; tries are counted.
 */
export async function typeCode(
  ctx: Ctx,
  learnerId: string,
  typed: string,
): Promise<{ sessionId: string; title: string; fresh: boolean }> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "attendance.type", learner)
  await countTry(ctx, "presence.learner", learnerId)
  const refuse = (key: string) => invalid("form", { fields: { code: [key] } })
  const code = typedPresenceCode(typed)
  if (!isPresenceCode(code)) throw refuse("programme.codeWrong")
  const rows = await ctx.db
    .selectFrom("learningSession")
    .select(["id", "title", "startsAt", "endsAt"])
    .where("cohortId", "=", learner.cohortId)
    .where("code", "=", code)
    .where("cancelledAt", "is", null)
    .execute()
  const session = rows.find((row) => {
    const { from, until } = codeTimes(row)
    return from <= ctx.now && ctx.now <= until
  })
  if (!session) throw refuse(rows.length > 0 ? "programme.codeNotNow" : "programme.codeWrong")
  const fresh = await inTransaction(ctx.db, async (trx) => {
    await holdForMarks(trx, session.id)
    return mark(trx, ctx, { sessionId: session.id, learnerId, means: "code", cohortId: learner.cohortId })
  })
  return { sessionId: session.id, title: session.title, fresh }
}

/** Strikes a mark that was wrong, with the reason; the row stays. Refuses what a completed learner's hours rest on. */
export async function strikeMark(ctx: Ctx, sessionId: string, attendanceId: string, reason: string): Promise<void> {
  const session = await getSession(ctx, sessionId)
  authorize(ctx.actor, "attendance.strike", session)
  const found = isId(attendanceId) ? await marks(ctx.db).where("id", "=", attendanceId).executeTakeFirst() : undefined
  if (!found || found.sessionId !== sessionId) throw notFound()
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "learner", found.learnerId)
    const learner = await trx
      .selectFrom("learner")
      .select("status")
      .where("id", "=", found.learnerId)
      .executeTakeFirstOrThrow()
    if (learner.status === "completed") throw conflict("programme.learnerCompleted")
    const result = await trx
      .updateTable("attendance")
      .set({ struckAt: ctx.now, struckBy: ctx.actor!.accountId, strikeReason: reason })
      .where("id", "=", attendanceId)
      .where("struckAt", "is", null)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) throw conflict("programme.markStruck")
    await record(trx, ctx, {
      type: "attendance.struck",
      subjectType: "learner",
      subjectId: found.learnerId,
      organisationId: session.hostId,
      data: { sessionId, attendanceId },
    })
  })
}

/** Holds the session, and proves inside the transaction that it can be marked. */
async function holdForMarks(trx: Trx, sessionId: string): Promise<void> {
  await hold(trx, "learningSession", sessionId)
  const now = await trx
    .selectFrom("learningSession as session")
    .innerJoin("cohort", "cohort.id", "session.cohortId")
    .select(["session.cancelledAt", "cohort.status"])
    .where("session.id", "=", sessionId)
    .executeTakeFirstOrThrow()
  if (now.cancelledAt !== null) throw conflict("programme.sessionCancelled")
  if (now.status !== "open" && now.status !== "running") throw conflict("programme.cohortEnded")
}

/** One live mark for a learner in a session, whoever makes it; answers whether it is new. */
async function mark(
  trx: Trx,
  ctx: Ctx,
  presence: { sessionId: string; learnerId: string; cohortId: string; means: "host" | "code" },
): Promise<boolean> {
  const { sessionId, learnerId, cohortId, means } = presence
  await hold(trx, "learner", learnerId)
  const learner = await trx
    .selectFrom("learner")
    .select(["status", "cohortId"])
    .where("id", "=", learnerId)
    .executeTakeFirst()
  if (!learner || learner.cohortId !== cohortId) throw notFound()
  const known = await trx
    .selectFrom("attendance")
    .select("id")
    .where("sessionId", "=", sessionId)
    .where("learnerId", "=", learnerId)
    .where("struckAt", "is", null)
    .executeTakeFirst()
  if (known) return false
  if (learner.status !== "confirmed") throw conflict("programme.notConfirmed")
  await trx
    .insertInto("attendance")
    .values({
      ...{ id: newId(), sessionId, learnerId, means },
      markedBy: ctx.actor!.accountId,
      markedAt: ctx.now,
      struckAt: null,
      struckBy: null,
      strikeReason: "",
    })
    .execute()
  await record(trx, ctx, {
    type: "attendance.marked",
    subjectType: "learner",
    subjectId: learnerId,
    organisationId: ctx.actor?.acting?.organisationId ?? null,
    data: { sessionId, means },
  })
  return true
}
