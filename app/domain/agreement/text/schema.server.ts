import { z } from "zod"
import { clauseKeyPattern, isPlainText, normaliseBody, normaliseTitle, textLength, textLimits } from "./clause.ts"

/**
 * What a form or an import may hand in as an agreement's text. Every message is a key of the error catalogue.
 * The raw length is bounded before anything is normalised, so that a huge field costs nothing.
 */
export const clauseSchema = z.object({
  key: z
    .string({ error: "clauseKeyInvalid" })
    .max(textLimits.key, { error: "clauseKeyInvalid" })
    .regex(clauseKeyPattern, { error: "clauseKeyInvalid" }),
  title: z
    .string({ error: "clauseTitleRequired" })
    .max(textLimits.title * 4, { error: "clauseTitleTooLong", abort: true })
    .transform(normaliseTitle)
    .pipe(
      z
        .string()
        .min(1, { error: "clauseTitleRequired" })
        .max(textLimits.title, { error: "clauseTitleTooLong" })
        .refine(isPlainText, { error: "textForbiddenCharacter" }),
    ),
  body: z
    .string({ error: "clauseBodyInvalid" })
    .max(textLimits.body * 2, { error: "clauseBodyTooLong", abort: true })
    .transform(normaliseBody)
    .pipe(
      z
        .string()
        .max(textLimits.body, { error: "clauseBodyTooLong" })
        .refine(isPlainText, { error: "textForbiddenCharacter" }),
    ),
})

/** The whole text: at least one clause, no key twice. An empty body is allowed: a draft may be half-written. */
export const agreementTextSchema = z.object({
  clauses: z
    .array(clauseSchema, { error: "clausesRequired" })
    .min(1, { error: "clausesRequired" })
    .max(textLimits.clauses, { error: "clausesTooMany", abort: true })
    .superRefine((clauses, context) => {
      const seen = new Set<string>()
      for (const [index, clause] of clauses.entries()) {
        if (seen.has(clause.key)) {
          context.addIssue({ code: "custom", message: "clauseKeyRepeated", path: [index, "key"] })
        }
        seen.add(clause.key)
      }
      if (textLength({ clauses }) > textLimits.total) {
        context.addIssue({ code: "custom", message: "agreementTextTooLong" })
      }
    }),
})
