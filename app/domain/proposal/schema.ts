import { z } from "zod"
import { isCalendarDay } from "../agreement/particulars.ts"
import { lineField, optionalLineField, optionalParagraphField, paragraphField, seenField } from "../agreement/schema.ts"
import { isId } from "../kernel/ids.ts"
import { readAmount } from "./amount.ts"
import { newRowKey, rowKeyPattern } from "./codes.ts"
import { type DraftContent, pointParts, valuations } from "./content.ts"
import { contributionKinds } from "./kinds.ts"
import { proposalLimits as limits } from "./limits.ts"

const idField = z.string({ error: "form" }).refine(isId, { error: "form" })
const slugField = z.string({ error: "field.choose" }).regex(/^[a-z0-9-]{1,200}$/, { error: "field.choose" })

/** The version that a form of one button was made at. */
export const seenForm = z.object({ lockVersion: seenField })

export const startForm = z.object({ title: lineField(limits.title, 5), recipient: slugField })
/** The need says who is asked. */
export const answerForm = z.object({ title: lineField(limits.title, 5), need: slugField })

/** One of a few words that may still be open; anything else reads as open. */
const openChoice = <const T extends readonly string[]>(choices: T) =>
  z
    .string()
    .optional()
    .transform((value): T[number] | "" => choices.find((choice) => choice === value) ?? "")

const dayAsTyped = z
  .string()
  .trim()
  .max(40, { error: "field.date" })
  .optional()
  .transform((value) => value ?? "")

const draftShape = {
  title: optionalLineField(limits.title),
  summary: optionalParagraphField(limits.summary),
  plan: optionalParagraphField(limits.plan),
  periodFrom: dayAsTyped,
  periodUntil: dayAsTyped,
  contributions: z
    .array(
      z.object({
        key: z
          .string()
          .optional()
          .transform((value) => (value && rowKeyPattern.test(value) ? value : newRowKey())),
        kind: openChoice(contributionKinds),
        description: optionalLineField(limits.contribution),
        valued: openChoice(valuations),
        amount: optionalLineField(limits.amountTyped),
      }),
    )
    .max(limits.contributions, { error: "proposal.tooManyContributions" })
    .optional()
    .transform((rows) => (rows ?? []).filter((row) => row.kind || row.description || row.valued || row.amount))
    .refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, { error: "form" }),
  answers: z
    .array(z.object({ key: idField, text: optionalParagraphField(limits.answer) }))
    .max(limits.points, { error: "form" })
    .optional()
    .transform((rows) => (rows ?? []).filter(({ text }) => text !== ""))
    .refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, { error: "form" }),
}

/** A draft as the form hands it in: loose, with what the writer had before him. */
export const draftForm = z.object({
  ...draftShape,
  draftNumber: seenField,
  seen: z
    .string()
    .max(8_000, { error: "form" })
    .optional()
    .transform((value) => value ?? ""),
})

export type DraftInput = DraftContent & { readonly draftNumber: number; readonly seen: string }

/** What is wrong with the amount of a contribution, as a message key; null where nothing is, or none is asked for. */
export function amountFault({ valued, amount }: { readonly valued: string; readonly amount: string }): string | null {
  if (valued !== "valued") return null
  if (amount.trim() === "") return "field.required"
  const rupiah = readAmount(amount)
  return rupiah === null || rupiah < 1 || rupiah > limits.amount ? "proposal.amount" : null
}

const dayField = z
  .string()
  .min(1, { error: "field.required", abort: true })
  .refine(isCalendarDay, { error: "field.date" })

/** A draft, read strictly: what may be submitted, once `amountFault` finds nothing either. */
export const submissionSchema = z
  .object({
    title: lineField(limits.title, 5),
    summary: paragraphField(limits.summary, 40),
    plan: paragraphField(limits.plan, 40),
    periodFrom: dayField,
    periodUntil: dayField,
    contributions: z
      .array(
        z
          .object({
            key: z.string(),
            kind: z.enum(contributionKinds, { error: "field.choose" }),
            description: lineField(limits.contribution, 3),
            valued: z.enum(valuations, { error: "field.choose" }),
            amount: z.string(),
          })
          .transform(({ amount, ...row }) => ({ ...row, amount: row.valued === "valued" ? readAmount(amount) : null })),
      )
      .min(1, { error: "proposal.noContributions" })
      .max(limits.contributions, { error: "proposal.tooManyContributions" }),
  })
  .refine(({ periodFrom, periodUntil }) => periodUntil >= periodFrom, {
    error: "proposal.periodBackwards",
    path: ["periodUntil"],
  })

export const invitationForm = z.object({
  lockVersion: seenField,
  organisation: slugField,
  part: lineField(limits.part, 3),
})

export const answerInvitationForm = z.object({
  lockVersion: seenField,
  answer: z.enum(["accept", "decline", "leave"], { error: "field.choose" }),
})

export const revisionForm = z.object({
  lockVersion: seenField,
  points: z
    .array(
      z.object({
        part: z.enum(pointParts, { error: "field.choose" }),
        text: paragraphField(limits.point, 3),
      }),
      { error: "proposal.noPoints" },
    )
    .min(1, { error: "proposal.noPoints" })
    .max(limits.points, { error: "proposal.tooManyPoints" }),
})
export type PointInput = z.output<typeof revisionForm>["points"][number]

export const acceptanceForm = z.object({ lockVersion: seenField, remark: optionalParagraphField(limits.reason) })
export const declineForm = z.object({ lockVersion: seenField, reason: paragraphField(limits.reason, 10) })
export const withdrawalForm = z.object({ lockVersion: seenField, reason: optionalParagraphField(limits.reason) })
