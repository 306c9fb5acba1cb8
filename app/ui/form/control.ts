import type { ReactNode } from "react"

/** What a control takes from a form library's field metadata (Conform's fits as it is). All of it is optional but the name. */
export type FieldSource = {
  readonly name: string
  readonly id?: string
  /** Sentences, already in the reader's language. */
  readonly errors?: readonly string[] | undefined
  readonly initialValue?: unknown
  readonly required?: boolean | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly step?: string | number | undefined
  readonly pattern?: string | undefined
  readonly multiple?: boolean | undefined
  readonly accept?: string | undefined
}

export type ControlProps<Value = string> = {
  field?: FieldSource
  name?: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[] | undefined
  required?: boolean
  /** Prints "optional" beside the label. */
  optional?: boolean
  disabled?: boolean
  defaultValue?: Value | undefined
  className?: string
}

export type ResolvedControl = {
  readonly id: string
  readonly name: string
  readonly errors: readonly string[]
  readonly required: boolean
  readonly initial: unknown
}

/** The id that a control named `name` carries where none is given: error summaries point at it. */
export const controlId = (name: string): string => name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/-+$/, "")

/** Merges a control's own props over those of its field. */
export function resolveControl(
  props: Pick<ControlProps<unknown>, "field" | "name" | "id" | "errors" | "required" | "defaultValue">,
): ResolvedControl {
  const name = props.name ?? props.field?.name ?? ""
  return {
    id: props.id ?? props.field?.id ?? controlId(name),
    name,
    errors: props.errors ?? props.field?.errors ?? [],
    required: props.required ?? props.field?.required ?? false,
    initial: props.defaultValue ?? props.field?.initialValue,
  }
}

/** Form values come as text or as lists of text; anything else is not shown. */
export const asText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined

export const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : typeof value === "string"
      ? [value]
      : []
