import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"

/** A code, number or fingerprint: fixed width, may break anywhere, never translated. */
export function CodeText({
  children,
  label,
  block = false,
  className,
}: {
  children: string
  label?: ReactNode
  block?: boolean
  className?: string
}) {
  const code = (
    <code className={classNames("code", block && "code--block", className)} translate="no">
      {children}
    </code>
  )
  if (!label) return code
  return (
    <span className="code-labelled">
      <span className="code-labelled__label">{label}</span> {code}
    </span>
  )
}
