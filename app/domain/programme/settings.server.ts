import { z } from "zod"
import type { Db } from "#db/connection.ts"
import {
  type CompletionSetting,
  type LearningForms,
  shippedCompletion,
  shippedForms,
  shippedYearlyRight,
  type YearlyRight,
} from "./learning-forms.ts"

export type LearningSettings = {
  readonly forms: LearningForms
  readonly yearly: YearlyRight
  readonly completion: CompletionSetting
}

const keys = { forms: "learning.forms", yearly: "learning.yearly", completion: "learning.completion" } as const

const storedForms = z
  .array(
    z
      .object({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
        name: z.object({ id: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
        rule: z.enum(["asProgrammed", "perDay", "perSession", "perActivity"]),
        hours: z.number().int().min(0).max(200),
        limit: z
          .object({
            per: z.enum(["month", "day"]),
            sessions: z.number().int().min(1).max(100).exactOptional(),
            hours: z.number().int().min(1).max(200).exactOptional(),
          })
          .exactOptional(),
      })
      .refine(({ rule, hours }) => rule === "asProgrammed" || hours > 0),
  )
  .min(1)
  .max(60)
const storedYearly = z.object({
  hours: z.number().int().min(1).max(500),
  pppkHours: z.number().int().min(1).max(500),
  pppkSource: z.string(),
})
const storedCompletion = z.object({ attendancePercent: z.number().int().min(1).max(100) })

/** What this installation counts by: its `setting` rows, and the shipped values where a row is missing or unreadable. */
export async function readLearningSettings(db: Db): Promise<LearningSettings> {
  const rows = await db.selectFrom("setting").selectAll().where("key", "in", Object.values(keys)).execute()
  const row = <T>(key: string, schema: z.ZodType<T>) => {
    const found = rows.find((candidate) => candidate.key === key)
    const value = found && schema.safeParse(parseJson(found.value))
    return found && value?.success ? { value: value.data, source: found.sourceNote } : null
  }
  const forms = row(keys.forms, storedForms)
  const yearly = row(keys.yearly, storedYearly)
  const completion = row(keys.completion, storedCompletion)
  return {
    forms: forms ? { forms: forms.value, source: forms.source } : shippedForms,
    yearly: yearly ? { ...yearly.value, source: yearly.source } : shippedYearlyRight,
    completion: completion ? { ...completion.value, source: completion.source } : shippedCompletion,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
