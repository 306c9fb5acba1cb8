import { useT } from "#app/i18n/react.tsx"
import { Icon } from "../icon/icon.tsx"
import { asText, type ControlProps, resolveControl } from "./control.ts"
import { Field } from "./field.tsx"

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean }
export type SelectOptions =
  | readonly SelectOption[]
  | readonly { readonly group: string; readonly options: readonly SelectOption[] }[]

function Options({ options }: { options: readonly SelectOption[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </>
  )
}

/** One of a known list. Without a chosen value it opens on `placeholder` (or "choose …"), which counts as no answer. */
export function Select({
  options,
  placeholder,
  width = "md",
  ...props
}: ControlProps & { options: SelectOptions; placeholder?: string; width?: "sm" | "md" | "full" }) {
  const t = useT()
  const control = resolveControl(props)
  const listed = options.flatMap((option) => ("group" in option ? option.options : [option]))
  const needsEmpty = !listed.some((option) => option.value === "")
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
        <div className={`select input-group--${width}`}>
          <select
            className="input"
            {...aria}
            name={control.name}
            disabled={props.disabled}
            defaultValue={asText(control.initial) ?? ""}
          >
            {needsEmpty ? <option value="">{placeholder ?? t("ui.choose")}</option> : null}
            {options.map((option) =>
              "group" in option ? (
                <optgroup key={option.group} label={option.group}>
                  <Options options={option.options} />
                </optgroup>
              ) : (
                <Options key={option.value} options={[option]} />
              ),
            )}
          </select>
          <Icon name="chevron-down" size="sm" className="select__sign" />
        </div>
      )}
    </Field>
  )
}
