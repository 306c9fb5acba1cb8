import { Lucia, TimeSpan } from "lucia"
import type { Db } from "#db/connection.ts"
import type { Actor, ActorMembership } from "../kernel/actor.ts"
import { addMilliseconds, days, type Instant, minutes } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { isIdleTooLong, readIdleLimits } from "./idle-limit.server.ts"
import { luciaAdapter } from "./lucia-adapter.server.ts"
import { hashSecret, newSecret } from "./secret.server.ts"

/** A session ends after this long whatever happens; Lucia's own sliding renewal does not outlast it. */
export const sessionLifetime = days(14)

/** How far `last_seen_at` may lag, so that not every request writes. */
const seenResolution = minutes(1)

/** Lucia behind this one seam; it knows neither cookies nor requests here. */
const luciaOf = (db: Db) =>
  new Lucia(luciaAdapter(db), {
    sessionExpiresIn: new TimeSpan(sessionLifetime, "ms"),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })

/** Starts a session and answers its secret, which goes into the cookie and nowhere else. */
export async function startSession(ctx: Pick<Ctx, "db" | "now">, accountId: string, device: string): Promise<string> {
  const acting = await soleOrganisation(ctx.db, accountId)
  const session = await luciaOf(ctx.db).createSession(
    accountId,
    { createdAt: ctx.now, lastSeenAt: ctx.now, device, actingOrganisationId: acting },
    { sessionId: newSecret() },
  )
  return session.id
}

/**
 * Who holds `secret` at `now`, or null where the session is unknown, over its lifetime or idle for too long
 * (it is then removed). Notes the visit at most once a minute.
 */
export async function actorOf(services: { db: Db }, secret: string, now: Instant): Promise<Actor | null> {
  const { db } = services
  const { session, user } = await luciaOf(db).validateSession(secret)
  if (!session || !user) return null
  const memberships = await membershipsOf(db, session.userId)
  const idle = Date.parse(now) - Date.parse(session.lastSeenAt)
  const age = Date.parse(now) - Date.parse(session.createdAt)
  const secretariat = user.secretariatSince !== null
  if (age > sessionLifetime || (await isTooIdle(db, { accountId: session.userId, secretariat, memberships }, idle))) {
    await endSessionBySecret({ db }, secret)
    return null
  }
  if (idle > seenResolution)
    await db.updateTable("session").set({ lastSeenAt: now }).where("id", "=", hashSecret(secret)).execute()
  return {
    accountId: session.userId,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    secretariat,
    memberships,
    acting: memberships.find(({ organisationId }) => organisationId === session.actingOrganisationId) ?? null,
    locale: user.locale,
    timeZone: user.timeZone,
  }
}

/** Whether a session lay still for too long; asked of the database only after a minute, when the visit is written anyway. */
async function isTooIdle(
  db: Db,
  person: { accountId: string; secretariat: boolean; memberships: readonly ActorMembership[] },
  idle: number,
): Promise<boolean> {
  if (idle <= seenResolution) return false
  const limits = await readIdleLimits(db)
  const binds = person.secretariat || person.memberships.some(({ role }) => role === "admin" || role === "approver")
  if (isIdleTooLong(limits, binds, idle)) return true
  if (binds || !isIdleTooLong(limits, true, idle)) return false
  const mandate = await db
    .selectFrom("mandate")
    .select("id")
    .where("accountId", "=", person.accountId)
    .where("status", "=", "verified")
    .limit(1)
    .executeTakeFirst()
  return mandate !== undefined
}

/** Ends the session of one cookie; signing out twice is no error. */
export async function endSessionBySecret(services: { db: Db }, secret: string): Promise<void> {
  await services.db.deleteFrom("session").where("id", "=", hashSecret(secret)).execute()
}

export type SessionSummary = {
  readonly id: string
  readonly device: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly current: boolean
}

/** The actor's own sessions, the latest seen first. `secret` marks the one he is using. */
export async function listSessions(ctx: Ctx, secret: string): Promise<SessionSummary[]> {
  authorize(ctx.actor, "account.read")
  const rows = await ctx.db
    .selectFrom("session")
    .select(["id", "device", "createdAt", "lastSeenAt"])
    .where("accountId", "=", ctx.actor!.accountId)
    .where("expiresAt", ">", ctx.now)
    .orderBy("lastSeenAt", "desc")
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, current: row.id === hashSecret(secret) }))
}

/** Ends one of the actor's own sessions by its id (not_found for anybody else's), or all but the current one. */
export async function endSessions(ctx: Ctx, which: { id: string } | { allBut: string }): Promise<void> {
  authorize(ctx.actor, "account.read")
  const own = ctx.db.deleteFrom("session").where("accountId", "=", ctx.actor!.accountId)
  if ("id" in which) {
    const result = await own.where("id", "=", which.id).executeTakeFirst()
    if (result.numDeletedRows === 0n) throw notFound()
  } else await own.where("id", "!=", hashSecret(which.allBut)).execute()
}

/** Sets for which of his organisations the holder of `secret` acts; null for none. Foreign ones are not found. */
export async function actFor(ctx: Ctx, secret: string, organisationId: string | null): Promise<void> {
  authorize(ctx.actor, "organisation.actFor")
  if (organisationId !== null && !ctx.actor!.memberships.some((own) => own.organisationId === organisationId))
    throw notFound()
  await ctx.db
    .updateTable("session")
    .set({ actingOrganisationId: organisationId })
    .where("id", "=", hashSecret(secret))
    .execute()
}

/** Removes sessions whose lifetime or idle time is over; called by a job. */
export async function removeDeadSessions(ctx: Pick<Ctx, "db" | "now">): Promise<void> {
  const { ordinary } = await readIdleLimits(ctx.db)
  const longestIdle = addMilliseconds(ctx.now, -minutes(ordinary))
  await ctx.db
    .deleteFrom("session")
    .where((eb) => eb.or([eb("expiresAt", "<", ctx.now), eb("lastSeenAt", "<", longestIdle)]))
    .execute()
}

/** The live memberships of an account, by organisation name. */
export async function membershipsOf(db: Db, accountId: string): Promise<ActorMembership[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["membership.organisationId", "membership.role", "organisation.name", "organisation.slug"])
    .select("organisation.status")
    .where("membership.accountId", "=", accountId)
    .where("membership.endedAt", "is", null)
    .orderBy("organisation.name")
    .execute()
  return rows.map((row) => ({
    organisationId: row.organisationId,
    organisationName: row.name,
    organisationSlug: row.slug,
    organisationVerified: row.status === "verified",
    role: row.role,
  }))
}

/** The organisation a new session acts for: the only one, else none until the person chooses. */
async function soleOrganisation(db: Db, accountId: string): Promise<string | null> {
  const memberships = await membershipsOf(db, accountId)
  return memberships.length === 1 ? memberships[0]!.organisationId : null
}
