import { z } from "zod"
import { longestPeriod, minimumClauses } from "#content/agreements/kesepakatan-bersama/settings.ts"
import type { Db } from "#db/connection.ts"
import type { MinimumClause } from "./text/minimum.ts"

/** Expectations on an agreement. They warn and never block; a legal bureau can change them. */
export type AgreementSettings = {
  readonly minimumClauses: readonly MinimumClause[]
  readonly longestPeriod: { readonly months: number; readonly source: string }
}

const keys = { minimumClauses: "agreement.minimum_clauses", longestPeriod: "agreement.longest_period" } as const

const storedClauses = z.array(z.object({ key: z.string(), title: z.string() })).max(200)
const storedPeriod = z.object({ months: z.number().int().min(1).max(1_200) })

/** What this installation expects: its `setting` rows, and the shipped values where a row is missing or unreadable. */
export async function readAgreementSettings(db: Db): Promise<AgreementSettings> {
  const rows = await db.selectFrom("setting").selectAll().where("key", "in", Object.values(keys)).execute()
  const row = <T>(key: string, schema: z.ZodType<T>) => {
    const found = rows.find((candidate) => candidate.key === key)
    const value = found && schema.safeParse(parseJson(found.value))
    return found && value?.success ? { value: value.data, source: found.sourceNote } : null
  }
  const clauses = row(keys.minimumClauses, storedClauses)
  const period = row(keys.longestPeriod, storedPeriod)
  return {
    minimumClauses: clauses?.value.map((clause) => ({ ...clause, source: clauses.source })) ?? minimumClauses,
    longestPeriod: period ? { ...period.value, source: period.source } : longestPeriod,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
