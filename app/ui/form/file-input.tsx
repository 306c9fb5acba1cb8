import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { type ControlProps, resolveControl } from "./control.ts"
import { Field } from "./field.tsx"

/**
 * A file from the reader's machine. `limit` says types and size before they are refused; `most` is that size in bytes,
 * for the script that looks before a file is sent.
 */
export function FileInput({
  accept,
  multiple,
  limit,
  most,
  ...props
}: Omit<ControlProps, "defaultValue"> & {
  defaultValue?: unknown
  accept?: string
  multiple?: boolean
  limit?: ReactNode
  most?: number
}) {
  const t = useT()
  const control = resolveControl({ ...props, defaultValue: undefined })
  const hint =
    props.hint && limit ? (
      <>
        {props.hint} <span className="field__limit">{limit}</span>
      </>
    ) : (
      (props.hint ?? limit)
    )
  return (
    <Field
      label={props.label}
      hint={hint}
      errors={control.errors}
      required={control.required}
      optional={props.optional}
      id={control.id}
      className={props.className}
    >
      {(aria) => (
        <input
          className="input input--file"
          {...aria}
          type="file"
          name={control.name}
          accept={accept ?? props.field?.accept}
          multiple={multiple ?? props.field?.multiple}
          disabled={props.disabled}
          {...(most === undefined ? {} : { "data-most": most, "data-too-large": t("errors.field.fileTooLarge") })}
        />
      )}
    </Field>
  )
}
