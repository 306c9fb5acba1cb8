import { inTransaction } from "#db/transaction.ts"
import { confirmPassword } from "../identity/sign-in.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { getCertificate } from "./queries.server.ts"
import { revokeCertificate } from "./revocation.server.ts"
import type { OwnRevocationCode } from "./revocation-codes.ts"

/**
 * Withdraws one of the actor's own certificates; a new key can be made at once. Seals made before stay good.
 * Refuses a certificate that is withdrawn already (conflict) and a wrong password (invalid).
 */
export async function revokeOwnCertificate(
  ctx: Ctx,
  certificateId: string,
  typed: { code: OwnRevocationCode; reason: string; password: string },
): Promise<void> {
  authorize(ctx.actor, "key.revoke")
  const certificate = await getCertificate(ctx, certificateId)
  if (certificate.state === "revoked") throw conflict("key.alreadyRevoked")
  await confirmPassword(ctx, typed.password)
  await inTransaction(ctx.db, async (trx) => {
    const why = { code: typed.code, reason: typed.reason }
    if (!(await revokeCertificate(trx, ctx, certificate.id, why))) throw conflict("key.alreadyRevoked")
  })
}
