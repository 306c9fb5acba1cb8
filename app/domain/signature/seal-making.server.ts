import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, isDomainError } from "../kernel/errors.ts"
import { fromBase64, trustOf } from "./authority.server.ts"
import type { VerificationReport } from "./engine/verification/report.ts"
import type { LiveCertificate } from "./sealing-power.server.ts"

/** What is sealed: the newest file of a document, and the seals that it carries already. */
export type SealTarget = {
  readonly sha256: string
  /** In their order: the file right after each seal, and when it was made. */
  readonly earlier: readonly { readonly sha256After: string; readonly signedAt: Instant }[]
  /** What the signature gives as its purpose and its place. */
  readonly reason: string
  readonly location: string
}

/** With what it is sealed. `name` is the signer's as it stands in the certificate. */
export type SealingHand = {
  readonly certificate: LiveCertificate
  readonly name: string
  readonly passphrase: string
}

/** A sealed file that has been checked and stored, not yet registered. */
export type MadeSeal = { readonly sha256: string; readonly size: number }

/**
 * Seals a document's newest file in the worker, checks the result as a stranger would, and stores it. A wrong
 * passphrase is refused (invalid, on its field). A seal that does not verify is never handed out.
 */
export async function makeSeal(ctx: Ctx, target: SealTarget, hand: SealingHand): Promise<MadeSeal> {
  const base = await ctx.files.get(target.sha256)
  if (!base) throw new Error(`The file ${target.sha256} (${target.reason}) is missing`)
  const authority = await ctx.db
    .selectFrom("authority")
    .select("certificate")
    .where("id", "=", hand.certificate.authorityId)
    .executeTakeFirstOrThrow()
  const sealed = await ctx.workshop
    .seal({
      pdf: base,
      certificate: fromBase64(hand.certificate.certificate),
      chain: [fromBase64(authority.certificate)],
      keyId: hand.certificate.id,
      keyEnvelope: hand.certificate.keyEnvelope,
      passphrase: hand.passphrase,
      reason: target.reason,
      location: target.location,
      name: hand.name,
      signedAt: ctx.now,
    })
    .catch((error: unknown) => {
      if (isDomainError(error) && error.key === "signature.wrongPassphrase")
        throw invalid(error.key, { fields: { passphrase: [error.key] } })
      throw error
    })
  await checkSeal(ctx, target, hand.certificate.serial, base, sealed)
  return { sha256: await ctx.files.put(sealed), size: sealed.byteLength }
}

/** Each earlier seal is judged for the time at which it was made, the new one for now. */
async function checkSeal(
  ctx: Ctx,
  { earlier }: SealTarget,
  serial: string,
  base: Uint8Array,
  sealed: Uint8Array,
): Promise<void> {
  const report = await ctx.workshop.check({
    pdf: sealed,
    ...(await trustOf(ctx.db)),
    judgedAt: ctx.now,
    judgedAtByRevision: Object.fromEntries(earlier.map(({ sha256After, signedAt }) => [sha256After, signedAt])),
  })
  const last = report.signatures.at(-1)
  if (last?.reasons.includes("verification.reason.certificateRevoked")) throw conflict("signing.certificateRevoked")
  const good =
    report.verdict === "valid" &&
    report.signatures.length === earlier.length + 1 &&
    last?.coversWholeFile === true &&
    last.details.certificate?.serial === serial &&
    earlier.every(({ sha256After }, index) => report.signatures[index]?.details.revision?.sha256 === sha256After) &&
    Buffer.compare(sealed.subarray(0, base.byteLength), base) === 0
  if (!good) throw new Error(`A new seal does not verify: ${summary(report)}`)
}

const summary = (report: VerificationReport): string =>
  JSON.stringify({
    verdict: report.verdict,
    reasons: report.reasons,
    seals: report.signatures.map((one) => one.reasons),
  })
