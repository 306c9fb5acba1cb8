import { classNames } from "../class-names.ts"
import { asText, type ControlProps, resolveControl } from "./control.ts"
import { Field } from "./field.tsx"

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  rows = 5,
  maxLength,
  mono = false,
  lang,
  placeholder,
  ...props
}: ControlProps & { rows?: number; maxLength?: number; mono?: boolean; lang?: string; placeholder?: string }) {
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
        <textarea
          className={classNames("input input--area", mono && "input--mono")}
          {...aria}
          name={control.name}
          rows={rows}
          maxLength={maxLength ?? props.field?.maxLength}
          lang={lang}
          placeholder={placeholder}
          disabled={props.disabled}
          defaultValue={asText(control.initial)}
        />
      )}
    </Field>
  )
}
