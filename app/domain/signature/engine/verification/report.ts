import type { Instant } from "../../../kernel/clock.ts"
import type { ForbiddenChange, PermittedAddition, VerificationReason } from "./reasons.ts"

/** A change that is not permitted and, where it can be said, the page (from 1) that shows it. */
export interface Change {
  kind: ForbiddenChange
  page?: number
}

export type Verdict = "valid" | "changed" | "invalid" | "unsigned" | "unreadable"
export type ChangesAfter = "none" | "permitted" | "forbidden"

/** What the certificate says of itself. Names are its own words: nobody vouches for them unless it is trusted. */
export interface CertificateDetails {
  commonName: string | null
  /** The office, from the title attribute. */
  office: string | null
  organisation: string | null
  issuer: string | null
  /** Lower-case hex. */
  serial: string
  /** Of the DER, hex. */
  sha256: string
  notBefore: Instant
  notAfter: Instant
}

export interface SignatureReport {
  /** The name in the signer's certificate, never the one that the PDF claims; null when no certificate can be read. */
  signer: string | null
  /** The signer's own clock, unproven; null when he states no time. */
  signedAt: Instant | null
  intact: boolean
  coversWholeFile: boolean
  changesAfter: ChangesAfter
  trusted: boolean
  reasons: VerificationReason[]
  details: {
    /** /SubFilter, for instance ETSI.CAdES.detached. */
    format: string | null
    /** /Reason and /Location as signed. */
    purpose: string | null
    location: string | null
    certificate: CertificateDetails | null
    byteRange: [number, number, number, number] | null
    /** The file as it was when this signature was made: its length and SHA-256 in hex. */
    revision: { bytes: number; sha256: string } | null
    changes: Change[]
    additions: PermittedAddition[]
  }
}

/** A document time stamp: proves a time, not a person. */
export interface TimestampReport {
  authority: string | null
  stampedAt: Instant | null
  intact: boolean
  coversWholeFile: boolean
  trusted: boolean
  reasons: VerificationReason[]
}

export interface VerificationReport {
  verdict: Verdict
  /** Against the file as a whole. */
  reasons: VerificationReason[]
  signatures: SignatureReport[]
  timestamps: TimestampReport[]
  /** Of the file that was checked. */
  bytes: number
  sha256: string
}

/** Which registered document a file belongs to: an agreement by its code, anything else by the code beside its QR. */
export interface DocumentName {
  agreement: string | null
  /** Only for a certificate of learning. */
  certificate?: string
}

/** The report as the API gives it; the shape is part of the public contract. */
export interface PublicReport extends DocumentName {
  verdict: Verdict
  registered: boolean
  signatures: Omit<SignatureReport, "details">[]
}

/** Leaves out all that the contract does not name. */
export function publicReport(
  report: VerificationReport,
  register: DocumentName & { registered: boolean },
): PublicReport {
  return {
    verdict: report.verdict,
    registered: register.registered,
    agreement: register.agreement,
    ...(register.certificate === undefined ? {} : { certificate: register.certificate }),
    signatures: report.signatures.map(({ details: _, ...signature }) => signature),
  }
}
