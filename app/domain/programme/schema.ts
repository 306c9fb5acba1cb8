import { z } from "zod"
import { practiceKeys } from "#content/practices/titles.ts"
import { isCalendarDay } from "../agreement/particulars.ts"
import { lineField, optionalLineField, optionalParagraphField, paragraphField, seenField } from "../agreement/schema.ts"
import { personNameField } from "../identity/schema.ts"
import { isId } from "../kernel/ids.ts"
import { isDistrictCode } from "../region/kind.ts"
import { numberKinds } from "./civil-servant-number.ts"
import { programmeLimits as limits } from "./limits.ts"
import { ranks } from "./ranks.ts"

const dayField = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .max(40, { error: "field.date", abort: true })
  .refine(isCalendarDay, { error: "field.date" })

const countField = (most: number) =>
  z
    .string({ error: "field.required" })
    .trim()
    .min(1, { error: "field.required", abort: true })
    .regex(/^\d{1,4}$/, { error: "field.number", abort: true })
    .transform(Number)
    .pipe(z.number().min(1, { error: "field.number" }).max(most, { error: "field.number" }))

const idField = z.string({ error: "field.choose" }).refine(isId, { error: "field.choose" })

/** The version that a form of one button was made at. */
export const seenForm = z.object({ lockVersion: seenField })

/** Why somebody ends or refuses something; the other side reads it. */
export const reasonForm = z.object({ lockVersion: seenField, reason: paragraphField(limits.reason, 5) })

const clauseKey = z.string({ error: "field.choose" }).regex(/^[a-z][a-z0-9-]{0,63}$/, { error: "field.choose" })

const programmeWords = {
  title: lineField(limits.title, 5),
  summary: paragraphField(limits.summary, 40),
  aims: paragraphField(limits.aims, 10),
}

export const programmeForm = z.object({ agreement: z.string().max(40).default(""), clauseKey, ...programmeWords })
/** `clauseKey` stays out of the form once the programme is open. */
export const programmeEditForm = z.object({
  lockVersion: seenField,
  clauseKey: clauseKey.optional(),
  ...programmeWords,
})

export const moduleForm = z.object({
  lockVersion: seenField,
  practice: z.enum(practiceKeys as [string, ...string[]], { error: "field.choose" }),
  form: z.string({ error: "field.choose" }).regex(/^[a-z][a-z0-9-]{0,40}$/, { error: "field.choose" }),
  hours: countField(limits.hours),
})

const cohortFields = {
  name: lineField(limits.cohortName, 3),
  seats: countField(limits.seats),
  nominateUntil: dayField,
  startsOn: dayField,
  endsOn: dayField,
}
const dayOrder = (value: { nominateUntil: string; startsOn: string; endsOn: string }, check: z.RefinementCtx): void => {
  if (value.startsOn < value.nominateUntil)
    check.addIssue({ code: "custom", path: ["startsOn"], message: "programme.startsBeforeNomination" })
  if (value.endsOn < value.startsOn)
    check.addIssue({ code: "custom", path: ["endsOn"], message: "programme.endsBeforeStart" })
}
/** `lockVersion` is the programme's for a new cohort, the cohort's own for a change. */
export const cohortForm = z.object({ lockVersion: seenField, ...cohortFields }).superRefine(dayOrder)

export const sessionForm = z.object({
  lockVersion: seenField,
  moduleId: idField,
  form: z.string({ error: "field.choose" }).regex(/^[a-z][a-z0-9-]{0,40}$/, { error: "field.choose" }),
  title: lineField(limits.sessionTitle, 3),
  startsAt: z.string({ error: "field.required" }).trim().min(1, { error: "field.required" }).max(40),
  endsAt: z.string({ error: "field.required" }).trim().min(1, { error: "field.required" }).max(40),
  place: lineField(limits.place, 3),
})

export const nominationForm = z
  .object({
    accountId: idField,
    supervisorId: idField,
    name: personNameField,
    numberKind: z.enum(numberKinds, { error: "field.choose" }),
    number: z.string({ error: "field.required" }).trim().min(1, { error: "field.required" }).max(60),
    rank: z.string({ error: "field.choose" }).max(80),
    office: lineField(limits.office, 3),
    unitCode: z.string({ error: "field.choose" }).refine(isUnitCode, { error: "field.choose" }),
  })
  .superRefine(({ numberKind, rank, accountId, supervisorId }, check) => {
    if (!ranks[numberKind].includes(rank))
      check.addIssue({
        code: "custom",
        path: ["rank"],
        message: rank === "" ? "field.choose" : "programme.rankOfOtherKind",
      })
    if (accountId === supervisorId)
      check.addIssue({ code: "custom", path: ["supervisorId"], message: "programme.ownSupervisor" })
  })

export const supervisorForm = z.object({ lockVersion: seenField, supervisorId: idField })

/** Roster of a session: who was ticked. One name with several values reads as a list. */
export const presenceForm = z.object({
  learnerIds: z
    .union([z.array(idField).max(limits.seats), idField.transform((one) => [one])])
    .optional()
    .transform((value) => value ?? []),
})

export const codeForm = z.object({
  code: z
    .string({ error: "field.required" })
    .trim()
    .min(1, { error: "field.required" })
    .max(40, { error: "programme.codeWrong" }),
})

export const strikeForm = z.object({ reason: paragraphField(limits.reason, 5) })

/** A plan as it is being written: incomplete is fine. `planVersion` is empty before the first save. */
export const planForm = z.object({
  planVersion: z
    .union([z.literal("").transform(() => null), seenField])
    .optional()
    .transform((value) => value ?? null),
  title: optionalLineField(limits.planTitle),
  body: optionalParagraphField(limits.planBody),
  dueOn: z
    .string()
    .trim()
    .optional()
    .transform((value) => value ?? "")
    .refine((value) => value === "" || isCalendarDay(value), { error: "field.date" }),
})

/** What a plan needs before a superior reads it. */
export const completePlan = z.object({
  title: lineField(limits.planTitle, 5),
  body: paragraphField(limits.planBody, 40),
  dueOn: dayField,
})

export const planSeenForm = z.object({ planVersion: seenField })
export const planRemarkForm = z.object({ planVersion: seenField, remark: paragraphField(limits.remark, 5) })
export const planApprovalForm = z.object({ planVersion: seenField, remark: optionalParagraphField(limits.remark) })

function isUnitCode(code: string): boolean {
  return /^\d{2}(\.\d{2})?$/.test(code) || isDistrictCode(code) || /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code)
}

export type ProgrammeInput = z.output<typeof programmeForm>
export type ProgrammeEdit = z.output<typeof programmeEditForm>
export type ModuleInput = z.output<typeof moduleForm>
export type CohortInput = z.output<typeof cohortForm>
export type SessionInput = z.output<typeof sessionForm>
export type NominationInput = z.output<typeof nominationForm>
export type PlanInput = z.output<typeof planForm>
