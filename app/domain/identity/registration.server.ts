import type { z } from "zod"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { issueToken, readToken, redeemToken } from "./mail-token.server.ts"
import { hashPassword, verifyPassword } from "./password.server.ts"
import { privacyNoticeVersion } from "./privacy-notice.ts"
import { countTry } from "./rate-limit.server.ts"
import type { registrationForm } from "./schema.ts"

type Registration = z.output<typeof registrationForm>

/**
 * Registers a person and mails a link that proves the address. An address that has an account already gets a
 * message saying so instead, and the page says the same in both cases: it does not tell who is registered.
 */
export async function registerAccount(ctx: Ctx, registration: Registration): Promise<void> {
  authorize(ctx.actor, "account.register")
  await countTry(ctx, "register.address", ctx.clientAddress)
  const passwordHash = await hashPassword(registration.password)
  await inTransaction(ctx.db, async (trx) => {
    const account = {
      id: newId(),
      email: registration.email,
      name: registration.name,
      passwordHash,
      locale: ctx.locale,
      timeZone: registration.timeZone,
      emailVerifiedAt: null,
      secretariatSince: null,
      privacyNoticeVersion,
      privacyAcceptedAt: ctx.now,
      createdAt: ctx.now,
      deletedAt: null,
      demoSince: null,
    }
    const inserted = await trx
      .insertInto("account")
      .values(account)
      .onConflict((taken) => taken.column("email").doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const holder = await trx
        .selectFrom("account")
        .select(["name", "locale"])
        .where("email", "=", registration.email)
        .executeTakeFirstOrThrow()
      await enqueueMail(trx, ctx.now, {
        to: registration.email,
        locale: holder.locale,
        kind: "already-registered",
        values: { name: holder.name },
      })
      return
    }
    await record(trx, ctx, { type: "account.registered", subjectType: "account", subjectId: account.id, data: {} })
    await mailVerification(trx, ctx, account)
  })
}

/** Sends a new verification link to the actor's own address; the earlier link stops working. */
export async function resendVerification(ctx: Ctx): Promise<void> {
  authorize(ctx.actor, "account.read")
  const { accountId, email, name, emailVerified, locale } = ctx.actor!
  if (emailVerified) throw conflict("account.alreadyVerified")
  await countTry(ctx, "verificationMail.account", accountId)
  await inTransaction(ctx.db, (trx) => mailVerification(trx, ctx, { id: accountId, email, name, locale }))
}

/**
 * Proves an address with the token from its message and the account's password: whoever holds the mailbox proves
 * nothing for an account that somebody else has registered under his address. Signed in to that account, the token
 * is enough. Refuses (invalid) unknown, used and expired tokens and a wrong password.
 */
export async function verifyEmail(ctx: Ctx, secret: string, password: string): Promise<void> {
  authorize(ctx.actor, "account.verifyEmail")
  await countTry(ctx, "token.address", ctx.clientAddress)
  const token = await readToken(ctx.db, ctx.now, secret, "verify_email")
  if (ctx.actor?.accountId !== token.accountId) {
    await countTry(ctx, "confirmPassword.account", token.accountId)
    const { passwordHash } = await ctx.db
      .selectFrom("account")
      .select("passwordHash")
      .where("id", "=", token.accountId)
      .executeTakeFirstOrThrow()
    if (!(await verifyPassword(passwordHash, password)))
      throw invalid("form", { fields: { password: ["password.wrong"] } })
  }
  await inTransaction(ctx.db, async (trx) => {
    const { accountId, email } = await redeemToken(trx, ctx.now, secret, "verify_email")
    const result = await trx
      .updateTable("account")
      .set({ emailVerifiedAt: ctx.now })
      .where("id", "=", accountId)
      .where("email", "=", email)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) throw notFound()
    await record(trx, ctx, { type: "account.email_verified", subjectType: "account", subjectId: accountId, data: {} })
  })
}

/** Whether the reader is signed in to the account that a verification link was sent for. */
export async function ownsToken(ctx: Ctx, secret: string): Promise<boolean> {
  if (!ctx.actor) return false
  const { accountId } = ctx.actor
  return readToken(ctx.db, ctx.now, secret, "verify_email").then(
    (token) => token.accountId === accountId,
    () => false,
  )
}

async function mailVerification(
  trx: Trx,
  ctx: Ctx,
  account: { id: string; email: string; name: string; locale: "id" | "en" },
): Promise<void> {
  const secret = await issueToken(trx, ctx.now, account, "verify_email")
  await enqueueMail(trx, ctx.now, {
    to: account.email,
    locale: account.locale,
    kind: "verify-email",
    values: { name: account.name, token: secret },
  })
}
