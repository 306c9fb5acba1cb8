import { z } from "zod"
import { isCalendarDay } from "../agreement/particulars.ts"
import { lineField, optionalParagraphField, paragraphField, seenField } from "../agreement/schema.ts"
import { isRegionCode } from "../region/kind.ts"
import { affairs } from "./affairs.ts"
import { contributionKinds } from "./kinds.ts"
import { proposalLimits as limits } from "./limits.ts"

const dayField = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .max(40, { error: "field.date", abort: true })
  .refine(isCalendarDay, { error: "field.date" })

const needShape = {
  title: lineField(limits.title, 5),
  problem: paragraphField(limits.problem, 40),
  affair: z.enum(affairs as [string, ...string[]], { error: "field.choose" }),
  regionCode: z.string({ error: "field.choose" }).refine(isRegionCode, { error: "field.choose" }),
  place: lineField(limits.place, 3),
  kinds: z
    .array(z.enum(contributionKinds, { error: "field.choose" }), { error: "proposal.chooseKinds" })
    .min(1, { error: "proposal.chooseKinds" })
    .max(contributionKinds.length, { error: "field.choose" })
    .transform((chosen) => contributionKinds.filter((kind) => chosen.includes(kind))),
  periodFrom: dayField,
  periodUntil: dayField,
}

const ordered: [(value: { periodFrom: string; periodUntil: string }) => boolean, { error: string; path: string[] }] = [
  ({ periodFrom, periodUntil }) => periodUntil >= periodFrom,
  { error: "proposal.periodBackwards", path: ["periodUntil"] },
]

export const needForm = z.object(needShape).refine(...ordered)
export const needEditForm = z.object({ ...needShape, lockVersion: seenField }).refine(...ordered)
export const closingForm = z.object({ lockVersion: seenField, reason: optionalParagraphField(limits.reason) })

export type NeedInput = z.output<typeof needForm>
export type NeedEdit = z.output<typeof needEditForm>
