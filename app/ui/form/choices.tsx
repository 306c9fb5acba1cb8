import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { asText, asTexts, type ControlProps, resolveControl } from "./control.ts"
import { controlAria, FieldErrors, hintId, LabelMark, labelId } from "./field.tsx"
import { useLabelNoted } from "./field-labels.ts"
import { Fieldset } from "./fieldset.tsx"

export type ChoiceOption = {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

type GroupProps = { options: readonly ChoiceOption[]; inline?: boolean }

function Choices({
  type,
  id,
  name,
  options,
  inline,
  chosen,
  required,
  disabled,
}: GroupProps & {
  type: "radio" | "checkbox"
  id: string
  name: string
  chosen: readonly string[]
  required: boolean
  disabled?: boolean
}) {
  return (
    <div className={classNames("choices", inline && "choices--inline")}>
      {options.map((option, index) => {
        // The first carries the group's own id, so that a link in the error summary lands on it.
        const own = index === 0 ? id : `${id}-${index}`
        return (
          <div key={option.value} className="choice">
            <input
              type={type}
              id={own}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={disabled || option.disabled}
              required={type === "radio" && required ? true : undefined}
              aria-describedby={option.hint ? `${own}-hint` : undefined}
            />
            <label htmlFor={own}>{option.label}</label>
            {option.hint ? (
              <div id={`${own}-hint`} className="choice__hint">
                {option.hint}
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

/** One of a few, all of them seen at once. */
export function RadioGroup({ options, inline, ...props }: ControlProps & GroupProps) {
  const control = resolveControl(props)
  const chosen = asText(control.initial)
  return (
    <Fieldset
      legend={props.label}
      hint={props.hint}
      errors={control.errors}
      required={control.required}
      optional={props.optional}
      id={control.id}
      className={classNames("fieldset--choice", props.className)}
    >
      <Choices
        type="radio"
        id={control.id}
        name={control.name}
        options={options}
        inline={inline}
        chosen={chosen === undefined ? [] : [chosen]}
        required={control.required}
        disabled={props.disabled}
      />
    </Fieldset>
  )
}

/** Any number of a few. */
export function CheckboxGroup({
  options,
  inline,
  ...props
}: Omit<ControlProps, "defaultValue"> & GroupProps & { defaultValue?: readonly string[] | string | undefined }) {
  const control = resolveControl(props)
  return (
    <Fieldset
      legend={props.label}
      hint={props.hint}
      errors={control.errors}
      required={control.required}
      optional={props.optional}
      id={control.id}
      className={classNames("fieldset--choice", props.className)}
    >
      <Choices
        type="checkbox"
        id={control.id}
        name={control.name}
        options={options}
        inline={inline}
        chosen={asTexts(control.initial)}
        required={false}
        disabled={props.disabled}
      />
    </Fieldset>
  )
}

/** One statement that is true or not. A refused form that sent it back ticked stays ticked. */
export function Checkbox({
  value = "on",
  defaultChecked,
  ...props
}: ControlProps & { value?: string; defaultChecked?: boolean }) {
  const control = resolveControl(props)
  useLabelNoted(control.id, props.label)
  const hasHint = props.hint !== undefined && props.hint !== null
  return (
    <div className={classNames("field", control.errors.length > 0 && "field--refused", props.className)}>
      <FieldErrors id={control.id} errors={control.errors} />
      <div className="choice">
        <input
          type="checkbox"
          name={control.name}
          value={value}
          defaultChecked={defaultChecked ?? asText(control.initial) === value}
          disabled={props.disabled}
          {...controlAria(control.id, { hint: hasHint, errors: control.errors.length > 0, required: control.required })}
        />
        <label id={labelId(control.id)} htmlFor={control.id}>
          {props.label} <LabelMark required={control.required} optional={props.optional} />
        </label>
        {hasHint ? (
          <div id={hintId(control.id)} className="choice__hint">
            {props.hint}
          </div>
        ) : null}
      </div>
    </div>
  )
}
