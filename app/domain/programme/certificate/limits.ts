import type { CertificateRevokeClass } from "#db/schema.ts"

/** Longest entries, in UTF-16 code units as `maxlength` in a form counts them. */
export const certificateLimits = { number: 60, place: 80, reason: 1_000 } as const

/** Why a certificate is revoked, in the order in which a form offers it. */
export const revokeClasses = [
  "content",
  "entitlement",
  "replacement",
  "other",
] as const satisfies readonly CertificateRevokeClass[]
