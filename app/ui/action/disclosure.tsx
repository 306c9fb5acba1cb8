import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"

/** Detail that most readers can skip. */
export function Disclosure({
  summary,
  open,
  children,
  className,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
  className?: string
}) {
  return (
    <details className={classNames("disclosure", className)} open={open}>
      <summary>
        <Icon name="chevron-right" size="sm" className="disclosure__sign" />
        {summary}
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  )
}
