import type { Instant } from "../../../kernel/clock.ts"
import type { PdfDocument } from "../pdf/document.server.ts"
import { READING_LIMITS, type ReadingLimits, UnreadablePdf } from "../pdf/limits.server.ts"
import { readCertificate } from "./certificate.server.ts"
import { compareRevisions } from "./changes.server.ts"
import type { Comparison } from "./comparison.server.ts"
import type { VerificationReason } from "./reasons.ts"
import type { Change, SignatureReport, TimestampReport, VerificationReport } from "./report.ts"
import { attempt, type FileHistory, readHistory } from "./revisions.server.ts"
import { type CheckedSignature, certificateDetails, checkSignatureField, sha256 } from "./signature-check.server.ts"
import type { RevokedCertificate } from "./trust.server.ts"
import { verdictOf } from "./verdict.server.ts"

export interface VerificationOptions {
  /** Certificates (DER) of the authorities that are believed. */
  trustAnchors: readonly Uint8Array[]
  /** Certificates of those authorities that were withdrawn. */
  revoked: readonly RevokedCertificate[]
  /**
   * The time for which certificates are judged: one for all, or by the SHA-256 of the revision that was signed (hex;
   * empty when the signature's revision cannot be told).
   */
  judgedAt: Instant | ((revisionSha256: string) => Instant)
  /**
   * Whether it is known otherwise than by the clock that the certificate stood when this revision (SHA-256, hex) was
   * signed; its withdrawal then came later, whatever the two times say.
   */
  stood?: (revisionSha256: string) => boolean
  limits?: Partial<ReadingLimits>
}

/**
 * Checks a PDF: every signature by its mathematics, its certificate, and by what the file became afterwards. Reads
 * strictly and nothing but the bytes and `options`; what only a repairing reader could open is never "valid". Any input
 * gets a report: bytes that are no PDF, encrypted, damaged or made to exhaust the reader are "unreadable".
 */
export function verifyPdf(bytes: Uint8Array, options: VerificationOptions): VerificationReport {
  const file = { bytes: bytes.length, sha256: sha256(bytes) }
  try {
    return { ...judge(bytes, options), ...file }
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error
    return { verdict: "unreadable", reasons: [fileReason(error)], signatures: [], timestamps: [], ...file }
  }
}

const fileReason = ({ reason }: UnreadablePdf): VerificationReason => `verification.reason.${reason}`

function judge(bytes: Uint8Array, options: VerificationOptions): Omit<VerificationReport, "bytes" | "sha256"> {
  const history = readHistory(bytes, { ...READING_LIMITS, ...options.limits })
  if (history.signatures.length === 0 && history.tailProblem)
    throw new UnreadablePdf(history.tailProblem, "last revision")
  const { judgedAt, stood = () => false } = options
  const question = {
    anchors: options.trustAnchors.map(readCertificate),
    revoked: options.revoked,
    judgedAt: typeof judgedAt === "string" ? () => judgedAt : judgedAt,
    stood,
  }
  const checked = history.signatures.map((field) => checkSignatureField(field, bytes, history, question))
  const later = laterChanges(checked, history)
  const signatures: SignatureReport[] = []
  const timestamps: TimestampReport[] = []
  for (const one of checked) {
    const comparison = one.range ? later(one.range.end) : { forbidden: [], permitted: [] }
    if (one.timestamp) timestamps.push(timestampReport(one, comparison, bytes.length))
    else signatures.push(signatureReport(one, comparison, bytes.length))
  }
  const reasons: VerificationReason[] = history.tailProblem ? ["verification.reason.unreadableTail"] : []
  return { verdict: verdictOf(signatures, timestamps), reasons, signatures, timestamps }
}

/**
 * What was done to the file after a given revision: each signed revision is compared with the next signed one and the last
 * with the file as it is, since those are the states that somebody saw.
 */
function laterChanges(checked: readonly CheckedSignature[], history: FileHistory): (end: number) => Comparison {
  const ends = [...new Set(checked.flatMap(({ range }) => (range && history.at(range.end) ? [range.end] : [])))]
  ends.sort((a, b) => a - b)
  const steps = ends.map((end, index) => {
    const before = history.at(end)!
    const after = index + 1 < ends.length ? history.at(ends[index + 1]!)! : history.current
    return { end, comparison: compare(before, after) }
  })
  const tail: Change[] = history.tailProblem || history.trailing ? [{ kind: "verification.change.hiddenBytes" }] : []
  return (end) => {
    const after = steps.filter((step) => step.end >= end).map((step) => step.comparison)
    return {
      forbidden: distinct([...after.flatMap((step) => step.forbidden), ...tail]),
      permitted: [...new Set(after.flatMap((step) => step.permitted))],
    }
  }
}

function compare(before: PdfDocument, after: PdfDocument): Comparison {
  // The newest readable revision may be older than a signed one that cannot be read in full.
  if (after.end < before.end) return { forbidden: [], permitted: [] }
  const comparison = attempt(() => compareRevisions(before, after))
  return comparison instanceof UnreadablePdf
    ? { forbidden: [{ kind: "verification.change.history" }], permitted: [] }
    : comparison
}

const distinct = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [`${change.kind} ${change.page ?? ""}`, change])).values(),
]

function signatureReport(one: CheckedSignature, later: Comparison, fileLength: number): SignatureReport {
  const forbidden = !one.range || later.forbidden.length > 0
  const reasons = [...one.reasons]
  if (one.range && forbidden) reasons.push("verification.reason.changedAfter")
  return {
    signer: one.certificate?.commonName ?? null,
    signedAt: one.at,
    intact: one.reasons.length === 0,
    coversWholeFile: one.range?.end === fileLength,
    changesAfter: forbidden ? "forbidden" : later.permitted.length > 0 ? "permitted" : "none",
    trusted: one.trusted,
    reasons: [...reasons, ...one.trustReasons],
    details: {
      format: one.format,
      purpose: one.purpose,
      location: one.location,
      certificate: one.certificate ? certificateDetails(one.certificate) : null,
      byteRange: one.byteRange,
      revision: one.range && one.revisionSha256 ? { bytes: one.range.end, sha256: one.revisionSha256 } : null,
      changes: later.forbidden,
      additions: later.permitted,
    },
  }
}

function timestampReport(one: CheckedSignature, later: Comparison, fileLength: number): TimestampReport {
  const reasons = [...one.reasons]
  if (one.range && later.forbidden.length > 0) reasons.push("verification.reason.changedAfter")
  return {
    authority: one.certificate?.commonName ?? null,
    stampedAt: one.at,
    intact: one.reasons.length === 0,
    coversWholeFile: one.range?.end === fileLength,
    trusted: one.trusted,
    reasons: [...reasons, ...one.trustReasons],
  }
}
