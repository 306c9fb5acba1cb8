import {
  type Authority,
  createAuthority,
  issueCertificate,
  newSerialNumber,
} from "#app/domain/signature/engine/authority.server.ts"
import type { CertificateSubject } from "#app/domain/signature/engine/certificate-subject.server.ts"
import { generateSigningKey } from "#app/domain/signature/engine/key-pair.server.ts"
import { sealPdf } from "#app/domain/signature/engine/sealing.server.ts"
import type { VerificationReport } from "#app/domain/signature/engine/verification/report.ts"
import { type VerificationOptions, verifyPdf } from "#app/domain/signature/engine/verification/verify.server.ts"

export const BEGIN = "2025-01-01T00:00:00.000Z"
export const SIGNED_AT = "2025-06-02T03:04:05.000Z"
export const NOW = "2025-07-01T00:00:00.000Z"
export const END = "2027-01-01T00:00:00.000Z"
export const LATER = "2028-01-01T00:00:00.000Z"

export interface Signer {
  name: string
  serial: string
  certificate: Uint8Array
  privateKey: Uint8Array
  authority: Authority
}

export const newAuthority = (commonName: string): Promise<Authority> =>
  createAuthority({
    subject: { commonName, organisation: "Simpul", country: "ID" },
    notBefore: "2024-01-01T00:00:00.000Z",
    notAfter: "2044-01-01T00:00:00.000Z",
    serial: newSerialNumber(),
  })

export async function newSigner(
  authority: Authority,
  subject: Partial<CertificateSubject> & { commonName: string },
  period: { notBefore?: string; notAfter?: string } = {},
): Promise<Signer> {
  const { publicKey, privateKey } = await generateSigningKey()
  const serial = newSerialNumber()
  const certificate = await issueCertificate(authority, {
    subject: { organisation: "Pemerintah Daerah", country: "ID", ...subject },
    publicKey,
    notBefore: period.notBefore ?? BEGIN,
    notAfter: period.notAfter ?? END,
    serial,
    crlUrl: "https://simpul.example/pki/ca.crl",
  })
  return { name: subject.commonName, serial, certificate, privateKey, authority }
}

/** The authority and the two heads of region of the tests. */
export async function twoSigners() {
  const authority = await newAuthority("Simpul Uji CA")
  const [governor, mayor] = await Promise.all([
    newSigner(authority, { commonName: "Gubernur Jawa Barat (peraga)", title: "Gubernur Jawa Barat" }),
    newSigner(authority, { commonName: "Wali Kota Magelang (peraga)", title: "Wali Kota Magelang" }),
  ])
  return { authority, governor, mayor }
}

export const seal = (pdf: Uint8Array, signer: Signer, more: { name?: string; reason?: string } = {}) =>
  sealPdf({
    pdf,
    certificate: signer.certificate,
    chain: [signer.authority.certificate],
    privateKey: signer.privateKey,
    reason: more.reason ?? "Menandatangani Kesepakatan Bersama",
    location: "Bandung",
    name: more.name ?? signer.name,
    signedAt: SIGNED_AT,
  })

/** Verifies with the authority of `signer` as the only trust anchor. */
export const verify = (
  pdf: Uint8Array,
  authority: Authority,
  options: Partial<VerificationOptions> = {},
): VerificationReport =>
  verifyPdf(pdf, { trustAnchors: [authority.certificate], revoked: [], judgedAt: NOW, ...options })

/** The kinds of forbidden changes after the first signature, without their prefix. */
export const changeKinds = (report: VerificationReport, signature = 0): string[] =>
  (report.signatures[signature]?.details.changes ?? []).map(
    ({ kind, page }) => kind.replace("verification.change.", "") + (page === undefined ? "" : ` ${page}`),
  )

/** Reasons against a signature, without their prefix. */
export const reasonsOf = (report: VerificationReport, signature = 0): string[] =>
  (report.signatures[signature]?.reasons ?? []).map((reason) => reason.replace("verification.reason.", ""))
