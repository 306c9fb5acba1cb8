import { type ReactNode, useContext } from "react"
import { useT } from "#app/i18n/react.tsx"
import { Icon } from "../icon/icon.tsx"
import { controlId, type FieldSource } from "./control.ts"
import { FieldLabels } from "./field-labels.ts"

export type ErrorItem = { readonly href?: `#${string}`; readonly text: ReactNode }

/**
 * Everything that keeps a form from being accepted, with a way to each field. Draws nothing when all is well. The page
 * that answers opens on it: an alert that is there from the start is announced by no screen reader.
 */
export function ErrorSummary({ title, errors }: { title?: ReactNode; errors: readonly ErrorItem[] }) {
  const t = useT()
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: it answers what the reader just did
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <p className="error-summary__title">
        <Icon name="alert" />
        {title ?? t("ui.errorSummary")}
      </p>
      <ul>
        {errors.map((error, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two fields may give the same sentence
          <li key={index}>{error.href ? <ToField href={error.href} text={error.text} /> : error.text}</li>
        ))}
      </ul>
    </div>
  )
}

/** Named by its field's label before its own words: three fields may all say "required". */
function ToField({ href, text }: { href: `#${string}`; text: ReactNode }) {
  const label = useContext(FieldLabels)?.get(href.slice(1))
  return (
    <a href={href}>
      {label ? <span className="error-summary__field">{label}: </span> : null}
      {text}
    </a>
  )
}

/** The items of an error summary from the fields of a form and the form's own messages. */
export const errorItems = (
  fields: readonly FieldSource[],
  formErrors: readonly string[] = [],
): readonly ErrorItem[] => [
  ...formErrors.map((text) => ({ text })),
  ...fields.flatMap((field) =>
    (field.errors ?? []).map((text) => ({ href: `#${field.id ?? controlId(field.name)}` as const, text })),
  ),
]
