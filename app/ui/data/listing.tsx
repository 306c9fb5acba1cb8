import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { Button } from "../action/button.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"

/** Steps through a list by key: only what is before and what comes next. Draws nothing for a list of one page. */
export function Pagination({
  previous,
  next,
  label,
  summary,
  className,
}: {
  previous?: string | undefined
  next?: string | undefined
  label?: string
  summary?: ReactNode
  className?: string
}) {
  const t = useT()
  if (!previous && !next) return null
  return (
    <nav className={classNames("pagination", className)} aria-label={label ?? t("ui.pages")}>
      {previous ? (
        <a className="button button--quiet button--sm" href={previous} rel="prev">
          <Icon name="arrow-left" size="sm" />
          {t("ui.previous")}
        </a>
      ) : (
        <span />
      )}
      {summary ? <span className="pagination__summary tabular">{summary}</span> : null}
      {next ? (
        <a className="button button--quiet button--sm" href={next} rel="next">
          {t("ui.next")}
          <Icon name="arrow-right" size="sm" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** Filters of a list as a GET form, so that a filtered list has an address. */
export function FilterBar({
  action,
  children,
  count,
  resetHref,
  submitLabel,
  links,
  label,
  className,
}: {
  action: string
  children: ReactNode
  count?: ReactNode
  resetHref?: string | undefined
  submitLabel?: string
  links?: ReactNode
  label?: string
  className?: string
}) {
  const t = useT()
  return (
    <div className={classNames("filters", className)}>
      <search>
        <form method="get" action={action} className="filters__form" aria-label={label ?? t("ui.filters")}>
          {children}
          <div className="filters__actions">
            <Button kind="quiet" icon="filter">
              {submitLabel ?? t("ui.apply")}
            </Button>
            {resetHref ? (
              <a className="anchor" href={resetHref}>
                {t("ui.reset")}
              </a>
            ) : null}
          </div>
        </form>
      </search>
      {count || links ? (
        <div className="filters__result">
          {count ? <p className="filters__count tabular">{count}</p> : <span />}
          {links ? <div className="filters__links">{links}</div> : null}
        </div>
      ) : null}
    </div>
  )
}
