import { z } from "zod"
import { agreementLimits } from "./limits.ts"
import { isCalendarDay } from "./particulars.ts"
import { isPlainText, normaliseBody, normaliseTitle } from "./text/clause.ts"

/** One line of plain text; the raw length is bounded before anything is normalised. */
export const lineField = (most: number, least = 1) =>
  z
    .string({ error: "field.required" })
    .max(most * 4, { error: "field.tooLong", abort: true })
    .transform(normaliseTitle)
    .pipe(
      z
        .string()
        .min(1, { error: "field.required", abort: true })
        .min(least, { error: "field.tooShort" })
        .max(most, { error: "field.tooLong" })
        .refine(isPlainText, { error: "field.characters" }),
    )

/** One line that may stay empty; absent reads as empty. */
export const optionalLineField = (most: number) =>
  z
    .string()
    .max(most * 4, { error: "field.tooLong", abort: true })
    .transform(normaliseTitle)
    .pipe(z.string().max(most, { error: "field.tooLong" }).refine(isPlainText, { error: "field.characters" }))
    .optional()
    .transform((value) => value ?? "")

/** Several lines of plain text. */
export const paragraphField = (most: number, least = 1) =>
  z
    .string({ error: "field.required" })
    .max(most * 4, { error: "field.tooLong", abort: true })
    .transform(normaliseBody)
    .pipe(
      z
        .string()
        .min(1, { error: "field.required", abort: true })
        .min(least, { error: "field.tooShort" })
        .max(most, { error: "field.tooLong" })
        .refine(isPlainText, { error: "field.characters" }),
    )

/** Several lines that may stay empty; absent reads as empty. */
export const optionalParagraphField = (most: number) =>
  z
    .string()
    .max(most * 4, { error: "field.tooLong", abort: true })
    .transform(normaliseBody)
    .pipe(z.string().max(most, { error: "field.tooLong" }).refine(isPlainText, { error: "field.characters" }))
    .optional()
    .transform((value) => value ?? "")

/** A calendar day that may stay open: empty or absent reads as null. */
export const optionalDayField = z
  .string()
  .trim()
  .max(40, { error: "field.date" })
  .optional()
  .transform((value) => value || null)
  .refine((value) => value === null || isCalendarDay(value), { error: "field.date" })

const dayField = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .max(40, { error: "field.date", abort: true })
  .refine(isCalendarDay, { error: "field.date" })

/** One entry a line; empty lines do not count. */
const linesField = (required: boolean) =>
  z
    .string(required ? { error: "field.required" } : {})
    .max(agreementLimits.listItem * agreementLimits.listItems * 2, { error: "field.tooLong", abort: true })
    .transform((value) =>
      normaliseBody(value)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(
      z
        .array(
          z
            .string()
            .max(agreementLimits.listItem, { error: "field.lineTooLong" })
            .refine(isPlainText, { error: "field.characters" }),
        )
        .min(required ? 1 : 0, { error: "field.required" })
        .max(agreementLimits.listItems, { error: "field.tooManyLines" }),
    )

/** A lock version as a form carries it. Anything else cannot come from a page of ours: it reads as one never seen. */
export const seenField = z.coerce
  .number({ error: "form" })
  .int({ error: "form" })
  .min(0, { error: "form" })
  .max(2_147_483_647, { error: "form" })

const orderedPeriod = (value: { periodFrom: string | null; periodUntil: string | null }): boolean =>
  value.periodFrom === null || value.periodUntil === null || value.periodUntil >= value.periodFrom

export const particularsShape = {
  place: optionalLineField(agreementLimits.place),
  signingDate: optionalDayField,
  periodFrom: optionalDayField,
  periodUntil: optionalDayField,
}
export const periodOrder: [typeof orderedPeriod, { error: string; path: string[] }] = [
  orderedPeriod,
  { error: "agreement.periodBackwards", path: ["periodUntil"] },
]

export const startForm = z
  .object({
    partner: z.string({ error: "field.choose" }).regex(/^[a-z0-9-]{1,200}$/, { error: "field.choose" }),
    title: lineField(agreementLimits.title, 5),
    object: lineField(agreementLimits.object, 5),
    purposes: linesField(false)
      .optional()
      .transform((value) => value ?? []),
    scope: linesField(true),
    ...particularsShape,
    /** Given with the form, so that sending it twice starts one agreement. */
    id: z.uuid({ version: "v7", error: "form" }).optional(),
  })
  .refine(...periodOrder)

export const transitionForm = z.object({ lockVersion: seenField })

export const approvalForm = z.object({
  lockVersion: seenField,
  version: z.coerce
    .number({ error: "form" })
    .int({ error: "form" })
    .min(1, { error: "form" })
    .max(2_147_483_647, { error: "form" }),
  sha256: z.string({ error: "form" }).regex(/^[0-9a-f]{64}$/, { error: "form" }),
})

export const numberForm = z.object({
  lockVersion: seenField,
  number: lineField(agreementLimits.number),
  numberedOn: dayField,
})

export const reasonForm = z.object({ lockVersion: seenField, reason: paragraphField(agreementLimits.reason, 5) })

export type StartInput = z.output<typeof startForm>
