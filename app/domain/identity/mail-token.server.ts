import type { Db } from "#db/connection.ts"
import type { MailTokenTable } from "#db/schema.ts"
import type { Trx } from "#db/transaction.ts"
import { addMilliseconds, hours, type Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { DomainError, invalid } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { hashSecret, newSecret } from "./secret.server.ts"

type Purpose = MailTokenTable["purpose"]

/** How long the link in a message works. */
export const tokenLifetime: Readonly<Record<Purpose, number>> = { verify_email: hours(48), reset_password: hours(1) }

/** Makes a one-time token for `account`; the earlier unused ones of the same purpose stop working. */
export async function issueToken(
  trx: Trx,
  now: Instant,
  account: { id: string; email: string },
  purpose: Purpose,
): Promise<string> {
  await trx
    .updateTable("mailToken")
    .set({ expiresAt: now })
    .where("accountId", "=", account.id)
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .execute()
  const secret = newSecret()
  await trx
    .insertInto("mailToken")
    .values({
      id: newId(),
      accountId: account.id,
      purpose,
      tokenHash: hashSecret(secret),
      email: account.email,
      createdAt: now,
      expiresAt: addMilliseconds(now, tokenLifetime[purpose]),
      usedAt: null,
    })
    .execute()
  return secret
}

/**
 * Uses up a token and answers whose it is and for which address it was sent.
 * Refuses (invalid): `token.unknown`, `token.used`, `token.expired`. Two at once: one wins.
 */
export async function redeemToken(
  trx: Trx,
  now: Instant,
  secret: string,
  purpose: Purpose,
): Promise<{ accountId: string; email: string }> {
  const token = await readToken(trx, now, secret, purpose)
  const result = await trx
    .updateTable("mailToken")
    .set({ usedAt: now })
    .where("id", "=", token.id)
    .where("usedAt", "is", null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) throw invalid("token.used")
  return { accountId: token.accountId, email: token.email }
}

/** Looks whether a token would be taken, without using it up; the same refusals. */
export async function readToken(
  db: Db | Trx,
  now: Instant,
  secret: string,
  purpose: Purpose,
): Promise<{ id: string; accountId: string; email: string }> {
  const token = await db
    .selectFrom("mailToken")
    .innerJoin("account", "account.id", "mailToken.accountId")
    .selectAll("mailToken")
    .where("tokenHash", "=", hashSecret(secret))
    .where("purpose", "=", purpose)
    .where("account.deletedAt", "is", null)
    .executeTakeFirst()
  if (!token) throw invalid("token.unknown")
  if (token.usedAt) throw invalid("token.used")
  if (token.expiresAt <= now) throw invalid("token.expired")
  return token
}

/** The key of the reason for which a token would be refused; null where it would be taken. */
export const refusalOfToken = (
  ctx: Pick<Ctx, "db" | "now">,
  secret: string,
  purpose: Purpose,
): Promise<string | null> =>
  readToken(ctx.db, ctx.now, secret, purpose).then(
    () => null,
    (error: unknown) => {
      if (error instanceof DomainError) return error.key
      throw error
    },
  )
