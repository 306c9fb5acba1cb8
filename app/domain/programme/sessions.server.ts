import type { Selectable } from "kysely"
import type { LearningSessionTable } from "#db/schema.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { addMilliseconds, dayIn, hours } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { isId, newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { instantIn, zoneOfRegion } from "../region/time-zone.ts"
import { hold } from "./hold.server.ts"
import { longestSession, programmeLimits } from "./limits.ts"
import { notify, participantsOf } from "./notice.server.ts"
import { newPresenceCode } from "./presence-code.ts"
import { assertSeen, type Cohort, getCohort, modulesOf } from "./queries.server.ts"
import type { SessionInput } from "./schema.ts"
import { readLearningSettings } from "./settings.server.ts"

/** A session without its code: that is for the host's eyes alone (`presenceCodeOf`). */
export type Session = Omit<Selectable<LearningSessionTable>, "code">

const columns = [
  "learningSession.id",
  "learningSession.cohortId",
  "learningSession.moduleId",
  "learningSession.title",
  "learningSession.form",
  "learningSession.startsAt",
  "learningSession.endsAt",
  "learningSession.place",
  "learningSession.sequence",
  "learningSession.lockVersion",
  "learningSession.createdAt",
  "learningSession.updatedAt",
  "learningSession.cancelledAt",
  "learningSession.cancelReason",
] as const

/** A cohort's sessions in the order of their start, cancelled ones too. The caller may see the cohort. */
export const sessionsOf = (ctx: Pick<Ctx, "db">, cohortId: string): Promise<Session[]> =>
  ctx.db
    .selectFrom("learningSession")
    .select(columns)
    .where("cohortId", "=", cohortId)
    .orderBy("startsAt")
    .orderBy("id")
    .execute()

/** A session with its cohort, where the reader may know of that. */
export async function getSession(
  ctx: Ctx,
  id: string,
): Promise<Session & { cohort: Cohort; hostId: string; senderId: string }> {
  const row = isId(id)
    ? await ctx.db.selectFrom("learningSession").select(columns).where("id", "=", id).executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  const cohort = await getCohort(ctx, row.cohortId)
  return { ...row, cohort, hostId: cohort.hostId, senderId: cohort.senderId }
}

/** Plans a session; `lockVersion` is the cohort's. Answers its id. Confirmed learners are told. */
export async function planSession(ctx: Ctx, cohortId: string, input: SessionInput): Promise<string> {
  const cohort = await getCohort(ctx, cohortId)
  authorize(ctx.actor, "session.plan", cohort)
  assertLiving(cohort)
  assertSeen(cohort, input.lockVersion)
  const values = await sessionValues(ctx, cohort, input)
  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "cohort", cohortId, input.lockVersion)
    const known = await trx.selectFrom("learningSession").select("id").where("cohortId", "=", cohortId).execute()
    if (known.length >= programmeLimits.sessions) throw conflict("programme.tooManySessions")
    await trx
      .insertInto("learningSession")
      .values({
        ...{ id, cohortId, ...values },
        code: newPresenceCode(),
        createdAt: ctx.now,
        updatedAt: ctx.now,
        cancelledAt: null,
        cancelReason: "",
      })
      .execute()
    await recordSession(trx, ctx, cohort, "session.planned", { id, ...values })
    await tellLearners(trx, ctx, cohort, "session-planned", { id, ...values })
  })
  publicChanged(ctx, cohort)
  return id
}

/**
 * Moves a session, or changes what it is called and where it is held; calendars take the change by its sequence.
 * Refuses (conflict `programme.sessionAttended`) once somebody's presence is on record.
 */
export async function changeSession(ctx: Ctx, id: string, input: SessionInput): Promise<void> {
  const session = await getSession(ctx, id)
  const { cohort } = session
  authorize(ctx.actor, "session.plan", cohort)
  assertLiving(cohort)
  if (session.cancelledAt !== null) throw conflict("programme.sessionCancelled")
  assertSeen(session, input.lockVersion)
  const values = await sessionValues(ctx, cohort, input)
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "cohort", cohort.id)
    await touch(trx, "learningSession", id, input.lockVersion)
    await assertUnattended(trx, id)
    await trx
      .updateTable("learningSession")
      .set((eb) => ({ ...values, sequence: eb("sequence", "+", 1), updatedAt: ctx.now }))
      .where("id", "=", id)
      .execute()
    await recordSession(trx, ctx, cohort, "session.changed", { id, ...values })
    await tellLearners(trx, ctx, cohort, "session-changed", { id, ...values })
  })
  publicChanged(ctx, cohort)
}

/** Calls a session off, with the reason to the learners; it stays in calendars as cancelled. */
export async function cancelSession(
  ctx: Ctx,
  id: string,
  ending: { lockVersion: number; reason: string },
): Promise<void> {
  const session = await getSession(ctx, id)
  const { cohort } = session
  authorize(ctx.actor, "session.cancel", cohort)
  assertLiving(cohort)
  if (session.cancelledAt !== null) throw conflict("programme.sessionCancelled")
  assertSeen(session, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "cohort", cohort.id)
    await touch(trx, "learningSession", id, ending.lockVersion)
    await assertUnattended(trx, id)
    await trx
      .updateTable("learningSession")
      .set((eb) => ({
        cancelledAt: ctx.now,
        cancelReason: ending.reason,
        sequence: eb("sequence", "+", 1),
        updatedAt: ctx.now,
      }))
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "session.cancelled",
      subjectType: "cohort",
      subjectId: cohort.id,
      organisationId: cohort.hostId,
      data: { sessionId: id, title: session.title, reason: ending.reason },
    })
    const accountIds = await participantsOf(trx, cohort.id)
    const { title, startsAt, place } = session
    const zone = zoneOfRegion(cohort.programme.hostRegionCode)
    const values = { title: cohort.programme.title, session: title, startsAt, place, zone, reason: ending.reason }
    await notify(trx, ctx, { accountIds }, "session-cancelled", values)
  })
  publicChanged(ctx, cohort)
}

type SessionValues = Omit<SessionInput, "lockVersion">

/** The form's moments as instants. Refuses (invalid) what is no session of this cohort. */
async function sessionValues(ctx: Ctx, cohort: Cohort, input: SessionInput): Promise<SessionValues> {
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  const zone = zoneOfRegion(cohort.programme.hostRegionCode)
  const startsAt = instantIn(input.startsAt, zone)
  const endsAt = instantIn(input.endsAt, zone)
  if (startsAt === null) throw refuse("startsAt", "field.date")
  if (endsAt === null) throw refuse("endsAt", "field.date")
  if (endsAt <= startsAt) throw refuse("endsAt", "programme.sessionBackwards")
  if (endsAt > addMilliseconds(startsAt, hours(longestSession))) throw refuse("endsAt", "programme.sessionLong")
  const day = dayIn(startsAt, zone)
  if (day < cohort.startsOn || day > cohort.endsOn) throw refuse("startsAt", "programme.sessionOutside")
  const modules = await modulesOf(ctx.db, cohort.programmeId)
  if (!modules.some(({ id }) => id === input.moduleId)) throw refuse("moduleId", "field.choose")
  const { forms } = (await readLearningSettings(ctx.db)).forms
  if (!forms.some(({ key }) => key === input.form)) throw refuse("form", "field.choose")
  const { moduleId, form, title, place } = input
  return { moduleId, form, title, place, startsAt, endsAt }
}

function assertLiving(cohort: Cohort): void {
  if (!["planned", "open", "running"].includes(cohort.status)) throw conflict("programme.cohortEnded")
}

async function assertUnattended(trx: Trx, sessionId: string): Promise<void> {
  const mark = await trx
    .selectFrom("attendance")
    .select("id")
    .where("sessionId", "=", sessionId)
    .where("struckAt", "is", null)
    .limit(1)
    .executeTakeFirst()
  if (mark) throw conflict("programme.sessionAttended")
}

const recordSession = (
  trx: Trx,
  ctx: Ctx,
  cohort: Cohort,
  type: "session.planned" | "session.changed",
  session: SessionValues & { id: string },
): Promise<void> =>
  record(trx, ctx, {
    type,
    subjectType: "cohort",
    subjectId: cohort.id,
    organisationId: cohort.hostId,
    data: { sessionId: session.id, title: session.title, startsAt: session.startsAt },
  })

async function tellLearners(
  trx: Trx,
  ctx: Ctx,
  cohort: Cohort,
  kind: "session-planned" | "session-changed",
  session: SessionValues & { id: string },
): Promise<void> {
  await notify(trx, ctx, { accountIds: await participantsOf(trx, cohort.id) }, kind, {
    title: cohort.programme.title,
    session: session.title,
    startsAt: session.startsAt,
    place: session.place,
    zone: zoneOfRegion(cohort.programme.hostRegionCode),
  })
}

function publicChanged(ctx: Ctx, cohort: Cohort): void {
  if (cohort.status !== "planned") ctx.publicChanged()
}
