import type { FormHTMLAttributes, ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"

/** A form that the server checks: the browser's own bubbles stay away, so every message is ours and in one place. */
export function Form({
  method = "post",
  noValidate = true,
  className,
  children,
  ...rest
}: FormHTMLAttributes<HTMLFormElement>) {
  return (
    <form {...rest} method={method} noValidate={noValidate} className={classNames("form", className)}>
      {children}
    </form>
  )
}

/** The end of a form: what sends it, and what else one may do. */
export function FormActions({
  children,
  note,
  sticky = false,
  className,
}: {
  children: ReactNode
  note?: ReactNode
  /** Keeps the buttons in sight while a long text is edited. */
  sticky?: boolean
  className?: string
}) {
  return (
    <div className={classNames("form-actions", sticky && "form-actions--sticky", className)}>
      <div className="form-actions__buttons">{children}</div>
      {note ? <div className="form-actions__note">{note}</div> : null}
    </div>
  )
}

/** A field that people never see and machines fill in. */
export function HiddenHoneypot({ name = "situs" }: { name?: string }) {
  const t = useT()
  return (
    <div className="honeypot" aria-hidden="true">
      <label>
        {t("ui.honeypot")}
        <input type="text" name={name} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

/** Values that travel with a form unseen; absent ones are left out. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string | undefined>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
