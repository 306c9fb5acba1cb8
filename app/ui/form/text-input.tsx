import type { InputHTMLAttributes, ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { asText, type ControlProps, resolveControl } from "./control.ts"
import { Field } from "./field.tsx"

export type TextInputProps = ControlProps &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "autoComplete"
    | "inputMode"
    | "placeholder"
    | "spellCheck"
    | "maxLength"
    | "minLength"
    | "min"
    | "max"
    | "step"
    | "pattern"
    | "readOnly"
    | "enterKeyHint"
    | "lang"
  > & {
    type?: "text" | "email" | "tel" | "url" | "search" | "number"
    /** How long an answer is expected to be. */
    width?: "xs" | "sm" | "md" | "full"
    prefix?: ReactNode
    suffix?: ReactNode
  }

/** One line of text. */
export function TextInput({
  field,
  name,
  id,
  label,
  hint,
  errors,
  required,
  optional,
  defaultValue,
  className,
  width = "full",
  prefix,
  suffix,
  type = "text",
  ...input
}: TextInputProps) {
  const control = resolveControl({ field, name, id, errors, required, defaultValue })
  return (
    <Field
      label={label}
      hint={hint}
      errors={control.errors}
      required={control.required}
      optional={optional}
      id={control.id}
      className={className}
    >
      {(aria) => (
        <div className={classNames("input-group", `input-group--${width}`)}>
          {prefix ? <span className="input-group__affix">{prefix}</span> : null}
          <input
            className="input"
            {...(field
              ? {
                  maxLength: field.maxLength,
                  minLength: field.minLength,
                  min: field.min,
                  max: field.max,
                  step: field.step,
                  pattern: field.pattern,
                }
              : {})}
            {...input}
            {...aria}
            type={type}
            name={control.name}
            defaultValue={asText(control.initial)}
          />
          {suffix ? <span className="input-group__affix">{suffix}</span> : null}
        </div>
      )}
    </Field>
  )
}

/** A secret. What was typed is never sent back into the page. */
export function PasswordInput({
  autoComplete,
  ...props
}: Omit<ControlProps, "defaultValue"> & {
  defaultValue?: unknown
  autoComplete: "current-password" | "new-password" | "one-time-code" | "off"
}) {
  const control = resolveControl({ ...props, defaultValue: undefined })
  return (
    <Field
      label={props.label}
      hint={props.hint}
      errors={control.errors}
      required={control.required}
      optional={props.optional}
      id={control.id}
      className={props.className}
    >
      {(aria) => (
        <div className="input-group input-group--md">
          <input
            className="input"
            {...aria}
            type="password"
            name={control.name}
            disabled={props.disabled}
            autoComplete={autoComplete}
            spellCheck={false}
            autoCapitalize="none"
          />
        </div>
      )}
    </Field>
  )
}

/** A day, a moment or a month; `zone` names the time zone that a moment is read in. */
export function DateInput({
  min,
  max,
  type = "date",
  zone,
  ...props
}: ControlProps & { min?: string; max?: string; type?: "date" | "datetime-local" | "month"; zone?: ReactNode }) {
  const control = resolveControl(props)
  return (
    <Field
      label={props.label}
      hint={props.hint}
      errors={control.errors}
      required={control.required}
      optional={props.optional}
      id={control.id}
      className={props.className}
    >
      {(aria) => (
        <div className={`input-group input-group--${type === "datetime-local" ? "md" : "sm"}`}>
          <input
            className="input tabular"
            {...aria}
            type={type}
            name={control.name}
            disabled={props.disabled}
            min={min}
            max={max}
            defaultValue={asText(control.initial)}
          />
          {zone ? <span className="input-group__affix">{zone}</span> : null}
        </div>
      )}
    </Field>
  )
}
