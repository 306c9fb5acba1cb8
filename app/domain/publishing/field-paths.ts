import type { z } from "zod"
import type { FieldErrors } from "../kernel/errors.ts"

/**
 * What a schema found wrong, as message keys by field: `contributions[0].value`. A field that it does not know is named
 * by itself; "" is the whole.
 */
export function fieldsOf(error: z.ZodError): FieldErrors {
  const fields = new Map<string, Set<string>>()
  const note = (path: readonly PropertyKey[], key: string) => {
    const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")
    const field = name.replace(/^\./, "").slice(0, 200)
    fields.set(field, (fields.get(field) ?? new Set()).add(key))
  }
  for (const issue of error.issues)
    if (issue.code === "unrecognized_keys")
      for (const key of issue.keys.slice(0, 20)) note([...issue.path, key], "api.unknownField")
    else note(issue.path, issue.message)
  return Object.fromEntries([...fields].map(([field, keys]) => [field, [...keys]]))
}
