import type { Trx } from "#db/transaction.ts"
import { clearTries, countTry, takeBackTry } from "../identity/rate-limit.server.ts"
import { confirmPassword } from "../identity/sign-in.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, isDomainError } from "../kernel/errors.ts"
import type { Mandate } from "../organisation/mandate-queries.server.ts"
import type { SigningOrder } from "./schema.ts"
import { type MadeSeal, makeSeal, type SealTarget } from "./seal-making.server.ts"
import type { LiveCertificate } from "./sealing-power.server.ts"

/**
 * The solemn part of a signature, the same for every kind of paper: asks for the account's password and the key's
 * passphrase, counts the tries of both, and makes the seal. Refuses (invalid, on its field) a wrong password or
 * passphrase, and after too many tries for a while. Nothing is registered yet: what the transaction that follows
 * refuses leaves a file without a row.
 */
export async function sealWithSecrets(
  ctx: Ctx,
  target: SealTarget,
  power: { readonly mandate: Mandate; readonly certificate: LiveCertificate },
  order: Pick<SigningOrder, "password" | "passphrase">,
): Promise<MadeSeal> {
  const { mandate, certificate } = power
  await confirmPassword(ctx, order.password)
  await countTry(ctx, "passphrase.certificate", certificate.id)
  await countTry(ctx, "passphrase.account", ctx.actor!.accountId)
  const made = await makeSeal(ctx, target, {
    certificate,
    name: mandate.holderName,
    passphrase: order.passphrase,
  }).catch(async (error: unknown) => {
    // Only a wrong passphrase is a try: a workshop that is busy or fails says nothing about what was typed.
    if (!(isDomainError(error) && error.key === "signature.wrongPassphrase")) {
      await takeBackTry(ctx, "passphrase.certificate", certificate.id)
      await takeBackTry(ctx, "passphrase.account", ctx.actor!.accountId)
    }
    throw error
  })
  await clearTries(ctx, "passphrase.certificate", certificate.id)
  await clearTries(ctx, "passphrase.account", ctx.actor!.accountId)
  return made
}

/**
 * Certificate and mandate are not part of what is sealed: they may have been withdrawn while the seal was made. The
 * certificate's row is held until the end of the transaction, so a withdrawal comes clearly before or clearly after.
 */
export async function holdCertificate(
  trx: Trx,
  ctx: Ctx,
  power: { certificateId: string; mandateId: string },
): Promise<void> {
  const held = await trx
    .updateTable("certificate")
    .set({ revokedAt: null })
    .where("id", "=", power.certificateId)
    .where("revokedAt", "is", null)
    .where("validUntil", ">", ctx.now)
    .executeTakeFirst()
  if (held.numUpdatedRows !== 1n) throw conflict("signing.certificateRevoked")
  const mandate = await trx
    .selectFrom("mandate")
    .select("status")
    .where("id", "=", power.mandateId)
    .executeTakeFirstOrThrow()
  if (mandate.status !== "verified") throw conflict("signing.certificateRevoked")
}
