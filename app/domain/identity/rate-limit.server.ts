import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import { addMilliseconds, hours, type Instant, minutes } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { rateLimited } from "../kernel/errors.ts"
import { hashSecret } from "./secret.server.ts"

/** How often each action may be tried per counted thing, and within which time. */
export const limits = {
  "register.address": { hits: 10, within: hours(3) },
  "signIn.address": { hits: 50, within: minutes(15) },
  "signIn.email": { hits: 10, within: minutes(15) },
  "verificationMail.account": { hits: 5, within: hours(1) },
  "resetMail.email": { hits: 3, within: hours(1) },
  "resetMail.address": { hits: 20, within: hours(1) },
  "token.address": { hits: 60, within: minutes(15) },
  "invite.organisation": { hits: 50, within: hours(24) },
  "invite.account": { hits: 50, within: hours(24) },
  "invite.email": { hits: 5, within: hours(24) },
  "newOrganisation.account": { hits: 10, within: hours(24) },
  "upload.account": { hits: 100, within: hours(24) },
  "passphrase.certificate": { hits: 5, within: minutes(15) },
  "passphrase.account": { hits: 10, within: hours(24) },
  "enrol.account": { hits: 10, within: hours(24) },
  "confirmPassword.account": { hits: 10, within: minutes(15) },
  "verify.address": { hits: 60, within: minutes(15) },
  "verify.code": { hits: 120, within: minutes(15) },
  "presence.learner": { hits: 12, within: minutes(15) },
  "draftSave.account": { hits: 300, within: minutes(15) },
  "api.token": { hits: 120, within: hours(1) },
} as const satisfies Record<string, { hits: number; within: number }>

export type LimitedAction = keyof typeof limits

/**
 * Counts one try of `action` by `subject` (an address, an e-mail, an id) and refuses (`rate_limited`, with the
 * seconds to wait) when the window is full. Counts live in the database, so several processes share them.
 * Runs in its own statement: a try counts even where the work it belongs to fails.
 */
export async function countTry(ctx: Pick<Ctx, "db" | "now">, action: LimitedAction, subject: string): Promise<void> {
  const { hits, within } = limits[action]
  const row = await hit(ctx.db, action, hashSecret(subject), ctx.now, addMilliseconds(ctx.now, within))
  if (row.hits > hits)
    throw rateLimited(Math.max(1, Math.ceil((Date.parse(row.windowEndsAt) - Date.parse(ctx.now)) / 1000)))
}

/** Forgets the tries of `subject`, after it has proved itself. */
export async function clearTries(ctx: Pick<Ctx, "db">, action: LimitedAction, subject: string): Promise<void> {
  await ctx.db
    .deleteFrom("rateLimit")
    .where("action", "=", action)
    .where("subjectHash", "=", hashSecret(subject))
    .execute()
}

/** Takes back one counted try that turned out to be none. */
export async function takeBackTry(ctx: Pick<Ctx, "db">, action: LimitedAction, subject: string): Promise<void> {
  await ctx.db
    .updateTable("rateLimit")
    .set({ hits: sql<number>`hits - 1` })
    .where("action", "=", action)
    .where("subjectHash", "=", hashSecret(subject))
    .where("hits", ">", 0)
    .execute()
}

/** Removes windows that have ended; called by a job. */
export async function forgetEndedWindows(ctx: Pick<Ctx, "db" | "now">): Promise<void> {
  await ctx.db.deleteFrom("rateLimit").where("windowEndsAt", "<", ctx.now).execute()
}

const hit = (db: Db, action: string, subjectHash: string, now: Instant, windowEndsAt: Instant) =>
  db
    .insertInto("rateLimit")
    .values({ action, subjectHash, windowStartedAt: now, windowEndsAt, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(["action", "subjectHash"]).doUpdateSet({
        hits: sql<number>`case when rate_limit.window_ends_at <= ${now} then 1 else rate_limit.hits + 1 end`,
        windowStartedAt: sql<string>`case when rate_limit.window_ends_at <= ${now} then ${now} else rate_limit.window_started_at end`,
        windowEndsAt: sql<string>`case when rate_limit.window_ends_at <= ${now} then ${windowEndsAt} else rate_limit.window_ends_at end`,
      }),
    )
    .returning(["hits", "windowEndsAt"])
    .executeTakeFirstOrThrow()
