import type { Ctx } from "../kernel/context.ts"
import { forbidden, invalid } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { verifyPassword, wasteComparison } from "./password.server.ts"
import { clearTries, countTry } from "./rate-limit.server.ts"
import { startSession } from "./session.server.ts"

/**
 * Checks address and password and starts a session; answers its secret. An unknown address and a wrong password
 * are the same refusal (invalid `signIn.wrong`) and take the same time. Limited per client address and per e-mail.
 */
export async function signIn(ctx: Ctx, typed: { email: string; password: string }, device: string): Promise<string> {
  authorize(ctx.actor, "account.signIn")
  await countTry(ctx, "signIn.address", ctx.clientAddress)
  await countTry(ctx, "signIn.email", typed.email)
  const account = await ctx.db
    .selectFrom("account")
    .select(["id", "passwordHash"])
    .where("email", "=", typed.email)
    .where("deletedAt", "is", null)
    .executeTakeFirst()
  if (!account) {
    await wasteComparison(typed.password)
    throw invalid("signIn.wrong")
  }
  if (!(await verifyPassword(account.passwordHash, typed.password))) throw invalid("signIn.wrong")
  await clearTries(ctx, "signIn.email", typed.email)
  return startSession(ctx, account.id, device)
}

/**
 * Asks the signed-in person for his password again before something that binds or cannot be undone.
 * Refuses (invalid `password.wrong` on field `field`), and after too many tries for a while.
 */
export async function confirmPassword(ctx: Ctx, password: string, field = "password"): Promise<void> {
  if (!ctx.actor) throw forbidden("signInFirst")
  await countTry(ctx, "confirmPassword.account", ctx.actor.accountId)
  const account = await ctx.db
    .selectFrom("account")
    .select("passwordHash")
    .where("id", "=", ctx.actor.accountId)
    .executeTakeFirstOrThrow()
  if (!(await verifyPassword(account.passwordHash, password)))
    throw invalid("password.wrong", { fields: { [field]: ["password.wrong"] } })
  await clearTries(ctx, "confirmPassword.account", ctx.actor.accountId)
}
