import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import type { IconName } from "../icon/paths.ts"

export type NoticeKind = "info" | "success" | "warning" | "danger"

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: "info",
  success: "check-circle",
  warning: "alert",
  danger: "cross-circle",
}

/**
 * Something that the reader should know now. `live` is for what answers the reader's action: the page opens on it, since
 * an alert that is there from the start is announced by no screen reader.
 */
export function Notice({
  kind = "info",
  title,
  children,
  actions,
  live = false,
  className,
}: {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  live?: boolean
  className?: string
}) {
  const t = useT()
  const announce = live ? { role: kind === "danger" ? "alert" : "status", tabIndex: -1, autoFocus: true } : {}
  return (
    <div className={classNames("notice", `notice--${kind}`, className)} {...announce}>
      <Icon name={icons[kind]} className="notice__sign" />
      <div className="notice__words">
        {title ? (
          <p className="notice__title">{title}</p>
        ) : (
          <span className="visually-hidden">{t(`ui.notice.${kind}`)}: </span>
        )}
        {typeof children === "string" ? <p>{children}</p> : children}
        {actions ? <div className="notice__actions">{actions}</div> : null}
      </div>
    </div>
  )
}
