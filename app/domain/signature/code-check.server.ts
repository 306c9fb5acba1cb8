import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import type { CheckedDocument } from "../registered.ts"
import { readVerifyCode } from "./verify-code.ts"

/**
 * The document under a code as typed or as in the QR, whatever its kind. Not found for an unknown code; whoever tries
 * many is told to wait, so that codes cannot be guessed.
 */
export async function checkCode(ctx: Ctx, typed: string): Promise<CheckedDocument> {
  authorize(ctx.actor, "document.verify")
  const verifyCode = readVerifyCode(typed)
  if (verifyCode)
    for (const register of ctx.registers) {
      const checked = await register.checkCode(ctx, verifyCode)
      if (checked) return checked
    }
  await countTry(ctx, "verify.code", ctx.clientAddress)
  throw notFound("verification.codeUnknown")
}

/** The code as it was stored, where what somebody typed is the code of any registered document; else null. */
export async function knownCode(ctx: Ctx, typed: string): Promise<string | null> {
  const verifyCode = readVerifyCode(typed)
  if (!verifyCode) return null
  for (const register of ctx.registers) if (await register.hasCode(ctx.db, verifyCode)) return verifyCode
  return null
}
