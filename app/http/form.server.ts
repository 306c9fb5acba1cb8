import { parseWithZod } from "@conform-to/zod/v4"
import type { z } from "zod"
import { invalid } from "#app/domain/kernel/errors.ts"

/**
 * A posted form as `schema` reads it (nested names like `clauses[0].title` included). Refuses (invalid `form`) with
 * the message keys of each field; whatever the form holds, it does not throw anything else.
 */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): z.output<S> {
  const submission = parseWithZod(withoutBlanks(form), { schema })
  if (submission.status === "success") return submission.value as z.output<S>
  const fields: Record<string, string[]> = {}
  for (const [name, keys] of Object.entries(submission.error ?? {})) if (keys?.length) fields[name] = keys
  throw invalid("form", { fields })
}

/** What holds nothing but white space was left empty: every field then says so in the same words. */
function withoutBlanks(form: FormData): FormData {
  const typed = new FormData()
  for (const [name, value] of form) typed.append(name, typeof value === "string" && value.trim() === "" ? "" : value)
  return typed
}
