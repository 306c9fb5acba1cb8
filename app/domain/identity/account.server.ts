import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { issueToken, redeemToken } from "./mail-token.server.ts"
import { hashPassword } from "./password.server.ts"
import { countTry } from "./rate-limit.server.ts"
import { hashSecret } from "./secret.server.ts"
import { confirmPassword } from "./sign-in.server.ts"

/** Changes the actor's own name and time zone. That somebody changed his name is recorded under the old one. */
export async function editAccount(ctx: Ctx, changes: { name: string; timeZone: string }): Promise<void> {
  authorize(ctx.actor, "account.read")
  const { accountId, name } = ctx.actor!
  await inTransaction(ctx.db, async (trx) => {
    await trx.updateTable("account").set(changes).where("id", "=", accountId).execute()
    if (changes.name !== name)
      await record(trx, ctx, { type: "account.renamed", subjectType: "account", subjectId: accountId, data: {} })
  })
}

/** Changes the actor's password after he has typed the old one; every other session ends. */
export async function changePassword(
  ctx: Ctx,
  typed: { currentPassword: string; password: string },
  sessionSecret: string,
): Promise<void> {
  authorize(ctx.actor, "account.read")
  await confirmPassword(ctx, typed.currentPassword, "currentPassword")
  const actor = ctx.actor!
  const passwordHash = await hashPassword(typed.password)
  await inTransaction(ctx.db, async (trx) => {
    await trx.updateTable("account").set({ passwordHash }).where("id", "=", actor.accountId).execute()
    await trx
      .deleteFrom("session")
      .where("accountId", "=", actor.accountId)
      .where("id", "!=", hashSecret(sessionSecret))
      .execute()
    await record(trx, ctx, {
      type: "account.password_changed",
      subjectType: "account",
      subjectId: actor.accountId,
      data: {},
    })
    await enqueueMail(trx, ctx.now, {
      to: actor.email,
      locale: actor.locale,
      kind: "password-changed",
      values: { name: actor.name },
    })
  })
}

/** Mails a link to set a new password where `email` has an account; says nothing about whether it has. */
export async function requestPasswordReset(ctx: Ctx, email: string): Promise<void> {
  authorize(ctx.actor, "account.resetPassword")
  await countTry(ctx, "resetMail.address", ctx.clientAddress)
  await countTry(ctx, "resetMail.email", email)
  await inTransaction(ctx.db, async (trx) => {
    const account = await trx
      .selectFrom("account")
      .select(["id", "email", "name", "locale"])
      .where("email", "=", email)
      .where("deletedAt", "is", null)
      .executeTakeFirst()
    if (!account) return
    const secret = await issueToken(trx, ctx.now, account, "reset_password")
    await enqueueMail(trx, ctx.now, {
      to: account.email,
      locale: account.locale,
      kind: "reset-password",
      values: { name: account.name, token: secret },
    })
  })
}

/**
 * Sets a new password with the token from the message and ends every session of the account. The link also proves
 * the address. Refuses unknown, used and expired tokens (invalid).
 */
export async function resetPassword(ctx: Ctx, secret: string, password: string): Promise<void> {
  authorize(ctx.actor, "account.resetPassword")
  await countTry(ctx, "token.address", ctx.clientAddress)
  const passwordHash = await hashPassword(password)
  await inTransaction(ctx.db, async (trx) => {
    const { accountId, email } = await redeemToken(trx, ctx.now, secret, "reset_password")
    const account = await trx
      .updateTable("account")
      .set((eb) => ({ passwordHash, emailVerifiedAt: eb.fn.coalesce("emailVerifiedAt", eb.val(ctx.now)) }))
      .where("id", "=", accountId)
      .returning(["name", "locale"])
      .executeTakeFirstOrThrow()
    await trx.deleteFrom("session").where("accountId", "=", accountId).execute()
    await record(trx, ctx, { type: "account.password_reset", subjectType: "account", subjectId: accountId, data: {} })
    await enqueueMail(trx, ctx.now, {
      to: email,
      locale: account.locale,
      kind: "password-changed",
      values: { name: account.name },
    })
  })
}

/**
 * Deletes the actor's own account: address, name and password go, sessions end, memberships and unverified
 * mandates end. What he signed and did stays as evidence under the name it was done in. Refuses (conflict) while
 * he is the last admin of an organisation or holds a verified mandate: hand over first.
 */
export async function deleteAccount(ctx: Ctx, typed: { password: string }): Promise<void> {
  const actor = ctx.actor
  authorize(actor, "account.delete", { accountId: actor?.accountId ?? "" })
  await confirmPassword(ctx, typed.password)
  const accountId = actor!.accountId
  await inTransaction(ctx.db, async (trx) => {
    if (actor!.secretariat) {
      const others = await trx
        .selectFrom("account")
        .select("id")
        .where("secretariatSince", "is not", null)
        .where("deletedAt", "is", null)
        .where("id", "!=", accountId)
        .limit(1)
        .executeTakeFirst()
      if (!others) throw conflict("account.lastSecretariat")
    }
    for (const membership of actor!.memberships.filter(({ role }) => role === "admin")) {
      const other = await trx
        .selectFrom("membership")
        .select("id")
        .where("organisationId", "=", membership.organisationId)
        .where("role", "=", "admin")
        .where("endedAt", "is", null)
        .where("accountId", "!=", accountId)
        .limit(1)
        .executeTakeFirst()
      if (!other) throw conflict("account.lastAdmin", { organisation: membership.organisationName })
    }
    const mandate = await trx
      .selectFrom("mandate")
      .select("office")
      .where("accountId", "=", accountId)
      .where("status", "=", "verified")
      .limit(1)
      .executeTakeFirst()
    if (mandate) throw conflict("account.holdsMandate", { office: mandate.office })
    const result = await trx
      .updateTable("account")
      .set({
        email: `deleted:${accountId}`,
        name: "",
        passwordHash: "",
        emailVerifiedAt: null,
        secretariatSince: null,
        deletedAt: ctx.now,
      })
      .where("id", "=", accountId)
      .where("deletedAt", "is", null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) throw invalid("account.gone")
    await trx.deleteFrom("session").where("accountId", "=", accountId).execute()
    await trx.deleteFrom("mailToken").where("accountId", "=", accountId).execute()
    await trx
      .updateTable("membership")
      .set({ endedAt: ctx.now })
      .where("accountId", "=", accountId)
      .where("endedAt", "is", null)
      .execute()
    await record(trx, ctx, { type: "account.deleted", subjectType: "account", subjectId: accountId, data: {} })
    await enqueueMail(trx, ctx.now, {
      to: actor!.email,
      locale: actor!.locale,
      kind: "account-deleted",
      values: { name: actor!.name },
    })
  })
}
