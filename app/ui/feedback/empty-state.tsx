import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { WeaveArt } from "../weave/weave-art.tsx"

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  art = "list",
  title,
  children,
  actions,
  className,
}: {
  art?: "list" | "search" | "inbox" | "agreement" | "people" | "file"
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  className?: string
}) {
  return (
    <div className={classNames("empty", className)}>
      <WeaveArt kind={art} className="empty__art" />
      <div className="empty__words">
        <p className="empty__title">{title}</p>
        {children ? <div className="empty__body">{children}</div> : null}
        {actions ? <div className="empty__actions">{actions}</div> : null}
      </div>
    </div>
  )
}

/** The one thing to do next. */
export function ActionCard({
  title,
  children,
  action,
  eyebrow,
  kind = "accent",
  className,
}: {
  title: ReactNode
  children?: ReactNode
  action: ReactNode
  eyebrow?: ReactNode
  kind?: "accent" | "plain"
  className?: string
}) {
  return (
    <section className={classNames("action-card", `action-card--${kind}`, className)}>
      <div className="action-card__words">
        {eyebrow ? <p className="action-card__eyebrow">{eyebrow}</p> : null}
        <h2 className="action-card__title">{title}</h2>
        {children ? <div className="action-card__body">{children}</div> : null}
      </div>
      <div className="action-card__action">{action}</div>
    </section>
  )
}
