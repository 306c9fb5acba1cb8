import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, isDomainError } from "../kernel/errors.ts"
import { fromBase64, trustOf } from "../signature/authority.server.ts"
import type { VerificationReport } from "../signature/engine/verification/report.ts"
import type { Agreement } from "./queries.server.ts"
import type { SealingState } from "./sealing-state.server.ts"
import type { LiveCertificate } from "./signing-power.server.ts"

/** A sealed file that has been checked and stored, not yet registered. */
export type MadeSeal = { readonly sha256: string; readonly size: number }

/**
 * Seals the document's newest file in the worker, checks the result as a stranger would, and stores it. A wrong
 * passphrase is refused (invalid, on its field). A seal that does not verify is never handed out.
 */
export async function makeSeal(
  ctx: Ctx,
  agreement: Agreement,
  document: SealingState,
  signer: { certificate: LiveCertificate; name: string; passphrase: string },
): Promise<MadeSeal> {
  const base = await ctx.files.get(document.newest.sha256)
  if (!base) throw new Error(`The file ${document.newest.sha256} of ${agreement.code} is missing`)
  const authority = await ctx.db
    .selectFrom("authority")
    .select("certificate")
    .where("id", "=", signer.certificate.authorityId)
    .executeTakeFirstOrThrow()
  const sealed = await ctx.workshop
    .seal({
      pdf: base,
      certificate: fromBase64(signer.certificate.certificate),
      chain: [fromBase64(authority.certificate)],
      keyId: signer.certificate.id,
      keyEnvelope: signer.certificate.keyEnvelope,
      passphrase: signer.passphrase,
      reason: `Kesepakatan Bersama ${agreement.code}`,
      location: agreement.place,
      name: signer.name,
      signedAt: ctx.now,
    })
    .catch((error: unknown) => {
      if (isDomainError(error) && error.key === "signature.wrongPassphrase")
        throw invalid(error.key, { fields: { passphrase: [error.key] } })
      throw error
    })
  await checkSeal(ctx, document, signer.certificate.serial, base, sealed)
  return { sha256: await ctx.files.put(sealed), size: sealed.byteLength }
}

/** Each earlier seal is judged for the time at which it was made, the new one for now. */
async function checkSeal(
  ctx: Ctx,
  document: SealingState,
  serial: string,
  base: Uint8Array,
  sealed: Uint8Array,
): Promise<void> {
  const report = await ctx.workshop.verify({
    pdf: sealed,
    ...(await trustOf(ctx.db)),
    judgedAt: ctx.now,
    judgedAtByRevision: Object.fromEntries(document.seals.map(({ sha256After, signedAt }) => [sha256After, signedAt])),
  })
  const last = report.signatures.at(-1)
  if (last?.reasons.includes("verification.reason.certificateRevoked")) throw conflict("signing.certificateRevoked")
  const good =
    report.verdict === "valid" &&
    report.signatures.length === document.seals.length + 1 &&
    last?.coversWholeFile === true &&
    last.details.certificate?.serial === serial &&
    document.seals.every(
      ({ sha256After }, index) => report.signatures[index]?.details.revision?.sha256 === sha256After,
    ) &&
    Buffer.compare(sealed.subarray(0, base.byteLength), base) === 0
  if (!good) throw new Error(`A new seal does not verify: ${summary(report)}`)
}

const summary = (report: VerificationReport): string =>
  JSON.stringify({
    verdict: report.verdict,
    reasons: report.reasons,
    seals: report.signatures.map((one) => one.reasons),
  })
