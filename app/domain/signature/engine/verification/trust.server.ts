import type { Instant } from "../../../kernel/clock.ts"
import { sameBytes } from "../pdf/values.server.ts"
import {
  DIGITAL_SIGNATURE,
  KEY_CERT_SIGN,
  NON_REPUDIATION,
  normalSerial,
  type ReadCertificate,
} from "./certificate.server.ts"
import type { VerificationReason } from "./reasons.ts"

/** A certificate that its authority withdrew; `serial` is hex. */
export interface RevokedCertificate {
  serial: string
  revokedAt: Instant
}

/** What a certificate is wanted for. */
export type Purpose = "signature" | "timestamp"

/** Extended key usages under which a person signs documents: any, e-mail, RFC 9336, Adobe, Microsoft. */
const SIGNING_PURPOSES = new Set([
  "2.5.29.37.0",
  "1.3.6.1.5.5.7.3.4",
  "1.3.6.1.5.5.7.3.36",
  "1.2.840.113583.1.1.5",
  "1.3.6.1.4.1.311.10.3.12",
])
const TIMESTAMPING = "1.3.6.1.5.5.7.3.8"

const LONGEST_CHAIN = 5

/** Candidate issuers are tried with real signature checks; a bag of look-alikes must not cost without bound. */
const MOST_CHECKS = 32

/**
 * Judges whether `leaf` leads to one of `anchors` and was good for `purpose` at `judgedAt` (RFC 5280 §6, without
 * policies and name constraints: a critical extension that is not understood is refused).
 * @param pool further certificates, from the signature; they are believed only through their signatures
 * @param revoked withdrawn certificates of the authorities that `anchors` stand for
 * @returns why it is not trusted; empty when it is
 */
export function judgeTrust(input: {
  leaf: ReadCertificate
  pool: readonly ReadCertificate[]
  anchors: readonly ReadCertificate[]
  revoked: readonly RevokedCertificate[]
  judgedAt: Instant
  purpose: Purpose
}): VerificationReason[] {
  const at = new Date(input.judgedAt)
  const chain = findChain(input.leaf, input.pool, input.anchors)
  const reasons = new Set<VerificationReason>()
  if (!chain || companions(input.pool, input.anchors) !== "sound") {
    reasons.add("verification.reason.certificateUntrusted")
  }
  if (!suits(input.leaf, input.purpose)) reasons.add("verification.reason.certificateUsage")
  const withdrawn = new Map(input.revoked.map(({ serial, revokedAt }) => [normalSerial(serial), new Date(revokedAt)]))
  const [anchor] = chain?.slice(-1) ?? []
  for (const certificate of chain ?? [input.leaf]) {
    if (at < certificate.notBefore) reasons.add("verification.reason.certificateNotYetValid")
    if (at > certificate.notAfter) reasons.add("verification.reason.certificateExpired")
    if (!certificate.strong) reasons.add("verification.reason.certificateWeak")
    if (certificate.unknownCritical) reasons.add("verification.reason.certificateExtension")
    const revokedAt = withdrawn.get(certificate.serial)
    if (chain && certificate !== anchor && revokedAt && revokedAt <= at) {
      reasons.add("verification.reason.certificateRevoked")
    }
  }
  return [...reasons]
}

function suits(leaf: ReadCertificate, purpose: Purpose): boolean {
  if (leaf.authority) return false
  if (leaf.keyUsage !== undefined && (leaf.keyUsage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) === 0) return false
  if (purpose === "timestamp") return leaf.extendedKeyUsage?.includes(TIMESTAMPING) ?? false
  return leaf.extendedKeyUsage?.some((id) => SIGNING_PURPOSES.has(id)) ?? true
}

/** The certificates from `leaf` to an anchor, both included, or undefined. */
function findChain(
  leaf: ReadCertificate,
  pool: readonly ReadCertificate[],
  anchors: readonly ReadCertificate[],
): ReadCertificate[] | undefined {
  let checks = 0
  const isAnchor = (certificate: ReadCertificate) => anchors.some((anchor) => anchor.sha256 === certificate.sha256)
  const extend = (chain: ReadCertificate[]): ReadCertificate[] | undefined => {
    const last = chain.at(-1)!
    if (chain.length > 1 && isAnchor(last)) return chain
    if (chain.length > LONGEST_CHAIN) return undefined
    for (const issuer of [...anchors, ...pool]) {
      if (chain.some((link) => link.sha256 === issuer.sha256)) continue
      if (!sameBytes(issuer.subjectName, last.issuerName) || !mayIssue(issuer, chain.length - 1)) continue
      checks += 1
      if (checks > MOST_CHECKS) return undefined
      if (!signedBy(last, issuer)) continue
      const found = extend([...chain, issuer])
      if (found) return found
    }
    return undefined
  }
  return extend([leaf])
}

/**
 * The state of the certificates that came along with a signature, which no digest covers: each must be signed by another
 * one at hand. "altered" when the one that should have signed it did not, "unvouched" when that one is not there.
 */
export function companions(
  pool: readonly ReadCertificate[],
  anchors: readonly ReadCertificate[],
): "sound" | "altered" | "unvouched" {
  const issuers = pool.map((certificate) => ({
    certificate,
    named: [...pool, ...anchors].filter((other) => sameBytes(other.subjectName, certificate.issuerName)),
  }))
  if (issuers.some(({ named }) => named.length === 0)) return "unvouched"
  return issuers.every(({ certificate, named }) => named.some((issuer) => signedBy(certificate, issuer)))
    ? "sound"
    : "altered"
}

function signedBy(certificate: ReadCertificate, issuer: ReadCertificate): boolean {
  try {
    return certificate.x509.verify(issuer.key)
  } catch {
    return false
  }
}

/** @param below how many authorities already stand between this one and the leaf */
function mayIssue(issuer: ReadCertificate, below: number): boolean {
  if (!issuer.authority) return false
  if (issuer.authority.pathLength !== undefined && issuer.authority.pathLength < below) return false
  return issuer.keyUsage === undefined || (issuer.keyUsage & KEY_CERT_SIGN) !== 0
}
