import type { CertificateRevokeClass } from "#db/schema.ts"

/** Without the learner's name or number, and without the words of a reason, which may hold either. */
export type CertificateEvents = {
  "learning_certificate.prepared": { number: string; hours: number; sha256: string }
  "learning_certificate.sealed": { number: string; office: string; sha256Before: string; sha256After: string }
  "learning_certificate.revoked": { number: string; class: CertificateRevokeClass }
}
