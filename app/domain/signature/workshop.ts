import type { VerificationReport } from "./engine/verification/report.ts"

/** The seal job: the key is opened inside the worker, so the private key never reaches the main thread. */
export type SealJob = {
  readonly pdf: Uint8Array
  /** DER of the signer's certificate and of the certificates above it. */
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly keyId: string
  readonly keyEnvelope: string
  readonly passphrase: string
  readonly reason: string
  readonly location: string
  readonly name: string
  readonly signedAt: string
}

export type VerifyJob = {
  readonly pdf: Uint8Array
  readonly trustAnchors: readonly Uint8Array[]
  readonly revoked: readonly { readonly serial: string; readonly revokedAt: string }[]
  /** Instant for which certificates are judged. */
  readonly judgedAt: string
  /**
   * Registered seals are judged for their own sealing time: by the SHA-256 of the file as it was right after the seal.
   * Their certificates stood then, whatever time a withdrawal gives: the register takes a seal only in a transaction
   * that holds its certificate, and a seal and a withdrawal can carry the same millisecond, or times in the wrong order.
   */
  readonly judgedAtByRevision?: Readonly<Record<string, string>>
}

/**
 * Slow work on documents, done outside the thread that answers requests. Refusals come back as DomainErrors. What can
 * be rendered is told apart by its `kind`; each noun declares its own (`app/domain/printable.ts` gathers them).
 */
export interface DocumentWorkshop<Printable extends { readonly kind: string }> {
  render(document: Printable): Promise<{ pdf: Uint8Array; pages: number; sha256: string }>
  seal(job: SealJob): Promise<Uint8Array>
  /** Verifies what somebody brings. */
  verify(job: VerifyJob): Promise<VerificationReport>
  /** Verifies what the portal itself has just sealed, without waiting behind strangers' files. */
  check(job: VerifyJob): Promise<VerificationReport>
}
