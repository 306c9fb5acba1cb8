import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { errorId, FieldErrors, hintId, LabelMark, labelId } from "./field.tsx"
import { useLabelNoted } from "./field-labels.ts"

/** Controls that belong together, under one question. */
export function Fieldset({
  legend,
  hint,
  errors = [],
  required,
  optional,
  id,
  children,
  columns = 1,
  className,
}: {
  legend: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  required?: boolean
  optional?: boolean
  /** Needed where hint or errors are to be announced with the group. */
  id?: string
  children: ReactNode
  columns?: 1 | 2
  className?: string
}) {
  useLabelNoted(id, legend)
  const described = id ? [hint && hintId(id), errors.length > 0 && errorId(id)].filter(Boolean).join(" ") : ""
  return (
    <fieldset
      className={classNames("fieldset", errors.length > 0 && "field--refused", className)}
      {...(described ? { "aria-describedby": described } : {})}
    >
      <legend {...(id ? { id: labelId(id) } : {})} className="fieldset__legend">
        {legend} <LabelMark required={required} optional={optional} />
      </legend>
      {hint ? (
        <div {...(id ? { id: hintId(id) } : {})} className="field__hint">
          {hint}
        </div>
      ) : null}
      <FieldErrors id={id ?? ""} errors={errors} />
      <div className={classNames("fieldset__body", columns === 2 && "fieldset__body--two")}>{children}</div>
    </fieldset>
  )
}
