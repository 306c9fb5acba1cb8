import { useActionData } from "@remix-run/react"
import { hasMessage } from "#app/i18n/catalogue.ts"
import { catalogues, type Locale, translateKey } from "#app/i18n/messages.ts"
import { useLocale } from "#app/i18n/react.tsx"
import type { Refusal, RefusedAction } from "./refusal.ts"

export type FieldState = {
  readonly name: string
  readonly errors: readonly string[]
  readonly defaultValue: string | undefined
}

/** The sentence of an error key in the reader's language; a key that the catalogue lacks reads as the general one. */
export function errorText(locale: Locale, key: string, parameters: Refusal["parameters"] = {}): string {
  const full = hasMessage(catalogues[locale], `errors.${key}`) ? `errors.${key}` : "errors.general"
  return translateKey(locale, full, parameters)
}

/**
 * What a form shows after a refused submission: per field its messages and what was typed, and for the whole form
 * one sentence and the list for the error summary. Before any submission all of it is empty.
 */
export function useFormState(initial: Readonly<Record<string, string | undefined>> = {}) {
  const locale = useLocale()
  const answer = useActionData() as RefusedAction | undefined
  const refused = answer !== undefined && answer !== null && "refusal" in answer ? answer : undefined
  const refusal = refused?.refusal
  const messages = (name: string): string[] =>
    (refusal?.fields[name] ?? []).map((key) => errorText(locale, key, refusal?.parameters))
  const message = refusal ? errorText(locale, refusal.key, refusal.parameters) : undefined
  const summary = Object.keys(refusal?.fields ?? {}).flatMap((name) =>
    messages(name).map((text) => ({ text, ...(name ? { href: `#${fieldId(name)}` as const } : {}) })),
  )
  return {
    refusal,
    values: refused?.values,
    /** Spread into a control: `<TextInput {...form.field("email")} label=… />`. */
    field: (name: string): FieldState => ({
      name,
      errors: messages(name),
      defaultValue: refused?.values[name]?.[0] ?? (refused ? undefined : initial[name]),
    }),
    /**
     * The version for a form's hidden field. After a refusal it stays the one that was posted, so that whoever mends a
     * field does not pass over what somebody else saved meanwhile; after `stale` it is the newest, which the page shows.
     */
    seen: (name: string, newest: string): string =>
      refusal && refusal.key !== "stale" && !refusal.fields[name] ? (refused.values[name]?.[0] ?? newest) : newest,
    /** Several values of one name (checkbox groups). */
    all: (name: string): string[] | undefined => refused?.values[name],
    message,
    summary,
    /** Spread into the error summary: the fields' messages, or the one sentence where no field is to blame. */
    errorSummary:
      summary.length > 0 ? { title: message, errors: summary } : { errors: message ? [{ text: message }] : [] },
  }
}

/** The id that a control named `name` carries, so that the error summary can point at it. */
export const fieldId = (name: string): string => name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/-+$/, "")
