import { z } from "zod"
import { isAgreementCode } from "../agreement/codes.ts"
import { isCalendarDay } from "../agreement/particulars.ts"
import { lineField, optionalLineField, optionalParagraphField, paragraphField, seenField } from "../agreement/schema.ts"
import { clauseKeyPattern } from "../agreement/text/clause.ts"
import { affairs } from "../proposal/affairs.ts"
import { isProposalCode } from "../proposal/codes.ts"
import { isRegionCode } from "../region/kind.ts"
import { readDecimal } from "./decimals.ts"
import { initiativeLimits as limits } from "./limits.ts"

const dayField = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .max(40, { error: "field.date", abort: true })
  .refine(isCalendarDay, { error: "field.date" })

/** One choice of a list that may stay open: blank or absent reads as null. */
const openChoice = (isOne: (value: string) => boolean) =>
  z
    .string()
    .trim()
    .max(100, { error: "field.choose" })
    .optional()
    .transform((value) => value || null)
    .refine((value) => value === null || isOne(value), { error: "field.choose" })

const numberField = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .max(limits.numberTyped, { error: "initiative.number", abort: true })
  .transform((typed, issues) => {
    const value = readDecimal(typed)
    if (value === null) issues.addIssue({ code: "custom", message: "initiative.number" })
    return value ?? ""
  })

/** The version that a form of one button was made at. */
export const seenForm = z.object({ lockVersion: seenField })

const wordsShape = {
  title: lineField(limits.title, 5),
  summary: paragraphField(limits.summary, 40),
  affair: z.enum(affairs, { error: "field.choose" }),
  regionCode: z.string({ error: "field.choose" }).refine(isRegionCode, { error: "field.choose" }),
  place: lineField(limits.place, 3),
  startsOn: dayField,
  endsOn: dayField,
  agreement: openChoice(isAgreementCode),
  clause: openChoice((value) => clauseKeyPattern.test(value)),
}

const ordered: [(value: { startsOn: string; endsOn: string }) => boolean, { error: string; path: string[] }] = [
  ({ startsOn, endsOn }) => endsOn >= startsOn,
  { error: "initiative.periodBackwards", path: ["endsOn"] },
]

export const startForm = z
  .object({
    ...wordsShape,
    proposals: z
      .array(z.string({ error: "field.choose" }).refine(isProposalCode, { error: "field.choose" }))
      .max(limits.proposals, { error: "initiative.tooManyProposals" })
      .optional()
      .transform((codes) => [...new Set(codes ?? [])]),
    /** What the lead itself does. */
    part: optionalLineField(limits.part),
  })
  .refine(...ordered)

export const editForm = z
  .object({ ...wordsShape, story: optionalParagraphField(limits.story), lockVersion: seenField })
  .refine(...ordered)

export const stopForm = z.object({ lockVersion: seenField, reason: paragraphField(limits.reason, 10) })
/** May be emptied again. */
export const sequelForm = z.object({ lockVersion: seenField, sequel: optionalParagraphField(limits.sequel) })

export const partnerForm = z.object({
  lockVersion: seenField,
  organisation: z.string({ error: "field.choose" }).regex(/^[a-z0-9-]{1,200}$/, { error: "field.choose" }),
  part: lineField(limits.part, 3),
})
export const partForm = z.object({ lockVersion: seenField, part: lineField(limits.part, 3) })

export const milestoneForm = z.object({
  lockVersion: seenField,
  title: lineField(limits.milestone, 3),
  dueOn: dayField,
})
export const reachForm = z.object({
  lockVersion: seenField,
  reachedOn: dayField,
  note: optionalParagraphField(limits.note),
})

export const outcomeForm = z
  .object({
    lockVersion: seenField,
    indicator: lineField(limits.indicator, 3),
    unit: lineField(limits.unit),
    baseline: numberField,
    target: numberField,
    source: lineField(limits.source, 3),
  })
  .refine(({ baseline, target }) => baseline !== target, { error: "initiative.targetIsBaseline", path: ["target"] })
export const measureForm = z.object({
  lockVersion: seenField,
  value: numberField,
  measuredOn: dayField,
  note: optionalParagraphField(limits.note),
})

/** The words of an update; its picture comes beside them as a file. */
export const updateForm = z.object({
  title: lineField(limits.updateTitle, 3),
  body: paragraphField(limits.update, 10),
  alt: optionalLineField(limits.alt),
  /** Given with the form, so that sending it twice posts one update. */
  id: z.uuid({ version: "v7", error: "form" }).optional(),
})

export type StartInput = z.output<typeof startForm>
export type EditInput = z.output<typeof editForm>
export type Seen = z.output<typeof seenForm>
export type StopInput = z.output<typeof stopForm>
export type SequelInput = z.output<typeof sequelForm>
export type PartnerInput = z.output<typeof partnerForm>
export type PartInput = z.output<typeof partForm>
export type MilestoneInput = z.output<typeof milestoneForm>
export type ReachInput = z.output<typeof reachForm>
export type OutcomeInput = z.output<typeof outcomeForm>
export type MeasureInput = z.output<typeof measureForm>
export type UpdateInput = z.output<typeof updateForm>
