import { createHash } from "node:crypto"
import type { Instant } from "../../../kernel/clock.ts"
import { dateOf, textOf } from "../pdf/text-string.server.ts"
import { countOf, nameOf } from "../pdf/values.server.ts"
import type { Digest } from "./algorithms.server.ts"
import { type SignedRange, signedRange } from "./byte-range.server.ts"
import { type ReadCertificate, shownText } from "./certificate.server.ts"
import { type CheckedCms, checkCms } from "./cms.server.ts"
import { DATA } from "./cms-message.server.ts"
import type { VerificationReason } from "./reasons.ts"
import type { CertificateDetails } from "./report.ts"
import { attempt, type FileHistory, placeOf } from "./revisions.server.ts"
import { type SignedField, signedFields } from "./signature-fields.server.ts"
import { checkTimestamp } from "./timestamp.server.ts"
import { companions, judgeTrust, type RevokedCertificate } from "./trust.server.ts"

export interface TrustQuestion {
  anchors: readonly ReadCertificate[]
  revoked: readonly RevokedCertificate[]
  /** The time for which trust is judged, given the SHA-256 of the revision that was signed (empty when unknown). */
  judgedAt(revisionSha256: string): Instant
  /** Whether the certificate is known to have stood when that revision was signed; withdrawals then came later. */
  stood(revisionSha256: string): boolean
}

/** One signature judged by itself: its place, its mathematics and its certificate, not yet what came after it. */
export interface CheckedSignature {
  timestamp: boolean
  /** Undefined when the byte range cannot be relied on; nothing can then be said about later changes. */
  range: SignedRange | undefined
  reasons: VerificationReason[]
  trustReasons: VerificationReason[]
  /** Chain, usage and time are good, and the certificate's key really made this signature. */
  trusted: boolean
  certificate: ReadCertificate | undefined
  at: Instant | null
  revisionSha256: string | null
  format: string | null
  purpose: string | null
  location: string | null
  byteRange: [number, number, number, number] | null
}

const CADES = "ETSI.CAdES.detached"
const PKCS7 = "adbe.pkcs7.detached"
const TIME_STAMP = "ETSI.RFC3161"

/** Checks one signature of `file`. */
export function checkSignatureField(
  field: SignedField,
  file: Uint8Array,
  history: FileHistory,
  question: TrustQuestion,
): CheckedSignature {
  const { entries } = field.value
  const format = nameOf(entries.get("SubFilter")) ?? null
  const timestamp = nameOf(entries.get("Type")) === "DocTimeStamp" || format === TIME_STAMP
  const placed = signedRange(field.value, field.holder, file)
  const range = typeof placed === "string" ? undefined : placed
  const reasons: VerificationReason[] = typeof placed === "string" ? [placed] : placeReasons(field, placed, history)
  const supported = timestamp ? format === TIME_STAMP : format === CADES || format === PKCS7
  if (!supported) reasons.push("verification.reason.formatUnsupported")
  const contents = entries.get("Contents")
  const encoded = contents?.kind === "string" ? contents.bytes : new Uint8Array()
  // Certificates and messages are taken apart at some cost for each byte.
  history.current.meter.spend(encoded.length * 16)
  const digest = (algorithm: Digest) => (range ? rangeDigest(file, range, algorithm) : new Uint8Array())
  const cms: CheckedCms & { stampedAt?: Date | undefined } = timestamp
    ? checkTimestamp(encoded, digest)
    : checkCms(encoded, DATA, digest, { attached: false, signingCertificateRequired: format === CADES })
  // Without a reliable range there is no content to compare with.
  reasons.push(...cms.reasons.filter((reason) => range || reason !== "verification.reason.contentChanged"))
  if (companions(cms.pool, question.anchors) === "altered") reasons.push("verification.reason.certificateAltered")
  const revisionSha256 = range ? sha256(file.subarray(0, range.end)) : null
  const trustReasons = cms.certificate
    ? judgeTrust({
        leaf: cms.certificate,
        pool: cms.pool,
        anchors: question.anchors,
        revoked: revisionSha256 !== null && question.stood(revisionSha256) ? [] : question.revoked,
        judgedAt: question.judgedAt(revisionSha256 ?? ""),
        purpose: timestamp ? "timestamp" : "signature",
      })
    : []
  const claimed = timestamp ? cms.stampedAt : (stringDate(entries.get("M")) ?? cms.signingTime)
  return {
    timestamp,
    range,
    reasons: [...new Set(reasons)],
    trustReasons,
    trusted: cms.authentic && trustReasons.length === 0,
    certificate: cms.certificate,
    at: claimed?.toISOString() ?? null,
    revisionSha256,
    format: format === null ? null : shownText(format),
    purpose: stringText(entries.get("Reason")),
    location: stringText(entries.get("Location")),
    byteRange: fourNumbers(entries.get("ByteRange")),
  }
}

/** A signature must end its own revision, be shown by that revision's form, and that revision must be readable. */
function placeReasons(field: SignedField, range: SignedRange, history: FileHistory): VerificationReason[] {
  const own = history.at(range.end)
  const fields = own && attempt(() => signedFields(own))
  if (!Array.isArray(fields)) return ["verification.reason.revisionUnreadable"]
  return fields.some((one) => placeOf(one) === placeOf(field)) ? [] : ["verification.reason.notInField"]
}

function rangeDigest(file: Uint8Array, range: SignedRange, algorithm: Digest): Uint8Array {
  const hash = createHash(algorithm)
  hash.update(file.subarray(0, range.hole))
  hash.update(file.subarray(range.resume, range.end))
  return hash.digest()
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

type Value = Parameters<typeof countOf>[0]

const stringText = (value: Value): string | null => (value?.kind === "string" ? shownText(textOf(value.bytes)) : null)

const stringDate = (value: Value): Date | undefined => (value?.kind === "string" ? dateOf(value.bytes) : undefined)

function fourNumbers(value: Value): [number, number, number, number] | null {
  const numbers = value?.kind === "array" ? value.items.map(countOf) : []
  const [a, b, c, d] = numbers
  if (numbers.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined) return null
  return [a, b, c, d]
}

export function certificateDetails(certificate: ReadCertificate): CertificateDetails {
  return {
    commonName: certificate.commonName,
    office: certificate.title,
    organisation: certificate.organisation,
    issuer: certificate.issuerCommonName,
    serial: certificate.serial,
    sha256: certificate.sha256,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
  }
}
