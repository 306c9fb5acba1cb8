import { z } from "zod"
import { tokenScopes } from "../../kernel/actor.ts"
import { line } from "../fields.ts"

/** After how many days a token may end: there is none that lasts. */
export const tokenDays = [30, 90, 365] as const
export const longestTokenDays = 365

/** Tokens that one organisation can have at work at once. */
export const mostTokens = 20

export const labelField = line(3, 60)

/** A new token as the organisation's admin asks for it; there is one scope yet, so the form does not offer a choice. */
export const tokenForm = z.object({
  label: labelField,
  days: z.coerce
    .number({ error: "field.choose" })
    .refine((value) => tokenDays.some((days) => days === value), { error: "field.choose" }),
  password: z
    .string({ error: "field.required" })
    .min(1, { error: "field.required" })
    .max(200, { error: "field.tooLong" }),
})

/** What a token is stored with. Throws where the database holds something else: that is no refusal. */
export const readScopes = (json: string) => z.array(z.enum(tokenScopes)).parse(JSON.parse(json))
