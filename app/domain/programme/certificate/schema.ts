import { z } from "zod"
import { lineField, paragraphField, seenField } from "../../agreement/schema.ts"
import { isId } from "../../kernel/ids.ts"
import { certificateLimits, revokeClasses } from "./limits.ts"

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
