import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"

/** An editorial list: ruled entries, each with its own title. Holds `RecordItem` or `InboxItem`. */
export function RecordList({
  label,
  children,
  className,
}: {
  label?: string
  children: ReactNode
  className?: string
}) {
  return (
    <ul className={classNames("records", className)} aria-label={label}>
      {children}
    </ul>
  )
}

export function RecordItem({
  href,
  title,
  meta,
  badge,
  aside,
  children,
  level = 3,
}: {
  href: string
  title: ReactNode
  meta?: ReactNode
  badge?: ReactNode
  aside?: ReactNode
  children?: ReactNode
  level?: 2 | 3
}) {
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <li className="record">
      <div className="record__words">
        {badge ? <div className="record__badge">{badge}</div> : null}
        <Heading className="record__title">
          <a href={href}>{title}</a>
        </Heading>
        {children ? <div className="record__body">{children}</div> : null}
        {meta ? <div className="record__meta">{meta}</div> : null}
      </div>
      {aside ? <div className="record__aside">{aside}</div> : null}
    </li>
  )
}

/** Something that waits for the reader: what, why, since when, by when, and for which organisation. */
export function InboxItem({
  href,
  title,
  reason,
  since,
  due,
  overdue = false,
  for: organisation,
  badge,
  action,
}: {
  href: string
  title: ReactNode
  reason?: ReactNode
  since?: ReactNode
  due?: ReactNode
  overdue?: boolean
  for?: ReactNode
  badge?: ReactNode
  action?: ReactNode
}) {
  const t = useT()
  return (
    <li className={classNames("record inbox-item", overdue && "inbox-item--overdue")}>
      <div className="record__words">
        {badge ? <div className="record__badge">{badge}</div> : null}
        <h3 className="record__title">
          <a href={href}>{title}</a>
        </h3>
        {reason ? <p className="record__body">{reason}</p> : null}
        <dl className="inbox-item__facts">
          {organisation ? (
            <div>
              <dt>{t("ui.forOrganisation")}</dt>
              <dd>{organisation}</dd>
            </div>
          ) : null}
          {since ? (
            <div>
              <dt>{t("ui.since")}</dt>
              <dd>{since}</dd>
            </div>
          ) : null}
          {due ? (
            <div className={overdue ? "inbox-item__late" : undefined}>
              <dt>
                <Icon name={overdue ? "alert" : "calendar"} size="sm" />
                {overdue ? t("ui.overdue") : t("ui.due")}
              </dt>
              <dd>{due}</dd>
            </div>
          ) : null}
        </dl>
      </div>
      {action ? <div className="record__aside">{action}</div> : null}
    </li>
  )
}
