import { z } from "zod"
import type { CertificateRevokeClass } from "#db/schema.ts"
import { lineField, paragraphField, seenField } from "../../agreement/schema.ts"
import { isId } from "../../kernel/ids.ts"

/** Longest entries, in UTF-16 code units as `maxlength` in a form counts them. */
export const certificateLimits = { number: 60, place: 80, reason: 1_000 } as const

/** Why a certificate is revoked, in the order in which a form offers it. */
export const revokeClasses = [
  "content",
  "entitlement",
  "replacement",
  "other",
] as const satisfies readonly CertificateRevokeClass[]

/** A new certificate: its number, where it is given, and under which mandate it will be sealed. */
export const preparationForm = z.object({
  lockVersion: seenField,
  number: lineField(certificateLimits.number, 3),
  place: lineField(certificateLimits.place, 3),
  mandateId: z.string({ error: "field.choose" }).refine(isId, { error: "field.choose" }),
})

export type Preparation = z.output<typeof preparationForm>

export const certificateRevocationForm = z.object({
  lockVersion: seenField,
  class: z.enum(revokeClasses, { error: "field.choose" }),
  reason: paragraphField(certificateLimits.reason, 10),
})

export type CertificateRevocation = z.output<typeof certificateRevocationForm>
