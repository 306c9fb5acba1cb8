import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import { useLabelNoted } from "./field-labels.ts"

/** What a control must carry so that label, hint and error are announced with it. */
export type ControlAria = {
  readonly id: string
  readonly "aria-describedby"?: string
  readonly "aria-invalid"?: true
  readonly required?: true
}

export const labelId = (id: string): string => `${id}-label`
export const hintId = (id: string): string => `${id}-description`
export const errorId = (id: string): string => `${id}-error`

/** The attributes of a control `id` that has (or lacks) a hint and errors. */
export function controlAria(id: string, has: { hint: boolean; errors: boolean; required: boolean }): ControlAria {
  const described = [has.hint && hintId(id), has.errors && errorId(id)].filter(Boolean).join(" ")
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(has.errors ? { "aria-invalid": true as const } : {}),
    ...(has.required ? { required: true as const } : {}),
  }
}

/** The sign behind a label: an asterisk for what must be answered, a word for what may be left. */
export function LabelMark({ required, optional }: { required?: boolean; optional?: boolean }) {
  const t = useT()
  if (required)
    return (
      <span className="field__required" title={t("ui.required")} aria-hidden="true">
        *
      </span>
    )
  return optional ? <span className="field__optional">({t("ui.optional")})</span> : null
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  const t = useT()
  if (errors.length === 0) return null
  return (
    <div id={errorId(id)} className="field__errors">
      {errors.map((error) => (
        <p key={error} className="field__error">
          <Icon name="alert" size="sm" />
          <span>
            <span className="visually-hidden">{t("ui.errorPrefix")} </span>
            {error}
          </span>
        </p>
      ))}
    </div>
  )
}

/** Label, hint and errors around one control that the caller draws. */
export function Field({
  label,
  hint,
  errors = [],
  required = false,
  optional = false,
  id,
  children,
  className,
}: {
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  required?: boolean
  optional?: boolean
  id: string
  children: (aria: ControlAria) => ReactNode
  className?: string
}) {
  useLabelNoted(id, label)
  const hasHint = hint !== undefined && hint !== null && hint !== ""
  return (
    <div className={classNames("field", errors.length > 0 && "field--refused", className)}>
      <label id={labelId(id)} className="field__label" htmlFor={id}>
        {label} <LabelMark required={required} optional={optional} />
      </label>
      {hasHint ? (
        <div id={hintId(id)} className="field__hint">
          {hint}
        </div>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      {children(controlAria(id, { hint: hasHint, errors: errors.length > 0, required }))}
    </div>
  )
}
