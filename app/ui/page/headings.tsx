import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import type { LinkItem } from "./link-item.ts"

/** The page's only h1, with what stands around it. */
export function PageHeading({
  title,
  eyebrow,
  lede,
  actions,
  meta,
  display = false,
  lang,
  className,
}: {
  title: ReactNode
  eyebrow?: ReactNode
  lede?: ReactNode
  actions?: ReactNode
  meta?: ReactNode
  /** The large setting of editorial pages. */
  display?: boolean
  lang?: string
  className?: string
}) {
  return (
    <header className={classNames("heading", display && "heading--display", className)}>
      {eyebrow ? <p className="heading__eyebrow">{eyebrow}</p> : null}
      <h1 className="heading__title" lang={lang}>
        {title}
      </h1>
      {lede ? <p className="heading__lede">{lede}</p> : null}
      {meta ? <div className="heading__meta">{meta}</div> : null}
      {actions ? <div className="heading__actions">{actions}</div> : null}
    </header>
  )
}

/** Where this page stands. The last item is the page itself and is no link. */
export function Breadcrumbs({
  items,
  className,
}: {
  items: readonly { readonly href?: string; readonly label: ReactNode }[]
  className?: string
}) {
  const t = useT()
  return (
    <nav className={classNames("breadcrumbs", className)} aria-label={t("ui.breadcrumbs")}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href ?? index}>
            {item.href && index < items.length - 1 ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A titled part of a page. `sideHead` sets the title in the margin on wide screens, as in a printed report. */
export function Section({
  title,
  id,
  level = 2,
  lede,
  actions,
  children,
  ruled = false,
  sideHead = false,
  className,
}: {
  title?: ReactNode
  id?: string
  level?: 2 | 3
  lede?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  ruled?: boolean
  sideHead?: boolean
  className?: string
}) {
  const Heading = level === 2 ? "h2" : "h3"
  const headingId = id ? `${id}-judul` : undefined
  return (
    <section
      id={id}
      aria-labelledby={title ? headingId : undefined}
      className={classNames(
        "section",
        `section--level-${level}`,
        (ruled || sideHead) && "section--ruled",
        sideHead && "section--side-head",
        className,
      )}
    >
      {title || actions ? (
        <div className="section__head">
          {title ? (
            <Heading id={headingId} className="section__title">
              {title}
            </Heading>
          ) : null}
          {lede ? <p className="section__lede">{lede}</p> : null}
          {actions ? <div className="section__actions">{actions}</div> : null}
        </div>
      ) : null}
      {children ? <div className="section__body">{children}</div> : null}
    </section>
  )
}

/** Views of the same thing at addresses of their own, set as tabs. */
export function TabLinks({
  label,
  items,
  className,
}: {
  label: string
  items: readonly LinkItem[]
  className?: string
}) {
  return (
    <nav className={classNames("tabs", className)} aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="count tabular">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
