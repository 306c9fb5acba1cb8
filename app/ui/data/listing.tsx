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

/** One thing that a list is narrowed by, and the address of the same list without it. */
export type ActiveFilter = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly href: string
}

/**
 * Fields that a narrow screen folds away behind one button; a wide one always shows them.
 *
 * The fields follow the `details` and do not lie in it: what lies in a closed one can be shown by style only where
 * `::details-content` is known (browsers of 2024 on), and without scripts nothing could open it for a wide screen. A
 * sibling selector on `[open]` is old, and `summary` keeps its focus, its keys and the state that is read out.
 */
export function FieldFold({ count, children }: { count: number; children: ReactNode }) {
  const t = useT()
  return (
    <>
      <details className="fold">
        <summary>
          <Icon name="filter" size="sm" />
          {count > 0 ? t("ui.narrowBy", { count }) : t("ui.narrow")}
          <Icon name="chevron-down" size="sm" className="fold__sign" />
        </summary>
      </details>
      <div className="fold__fields">{children}</div>
    </>
  )
}

/** What narrows a list, each with a way out of it; from two on, one way out of all. Draws nothing where nothing does. */
export function ActiveFilters({ filters, clearHref }: { filters: readonly ActiveFilter[]; clearHref: string }) {
  const t = useT()
  if (filters.length === 0) return null
  return (
    <ul className="chips" aria-label={t("ui.activeFilters")}>
      {filters.map(({ name, label, value, href }) => (
        <li key={name}>
          <a className="chip" href={href}>
            <span className="visually-hidden">{t("ui.removeFilter")} </span>
            <span>
              <span className="chip__label">{label}</span> {value}
            </span>
            <Icon name="cross" size="sm" />
          </a>
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <a className="chip chip--all" href={clearHref}>
            {t("ui.clearAll")}
          </a>
        </li>
      ) : null}
    </ul>
  )
}

/**
 * Filters of a list as a GET form, so that a filtered list has an address. `children` are always in sight; `folded` are
 * the fields that a narrow screen folds away. Where `active` is given, its chips take the place of the link that resets.
 */
export function FilterBar({
  action,
  children,
  folded,
  foldedCount = 0,
  active,
  count,
  resetHref,
  submitLabel,
  links,
  label,
  className,
}: {
  action: string
  children: ReactNode
  folded?: ReactNode
  /** How many of the folded fields narrow the list. */
  foldedCount?: number
  active?: readonly ActiveFilter[]
  count?: ReactNode
  resetHref?: string | undefined
  submitLabel?: string
  links?: ReactNode
  label?: string
  className?: string
}) {
  const t = useT()
  return (
    <div className={classNames("filters", folded ? "filters--folding" : undefined, className)}>
      <search>
        <form method="get" action={action} className="filters__form" aria-label={label ?? t("ui.filters")}>
          {children}
          {folded ? <FieldFold count={foldedCount}>{folded}</FieldFold> : null}
          <div className="filters__actions">
            <Button kind="quiet" icon="filter">
              {submitLabel ?? t("ui.apply")}
            </Button>
            {resetHref && !active ? (
              <a className="anchor" href={resetHref}>
                {t("ui.reset")}
              </a>
            ) : null}
          </div>
        </form>
      </search>
      {active ? <ActiveFilters filters={active} clearHref={resetHref ?? action} /> : null}
      {count || links ? (
        <div className="filters__result">
          {count ? <p className="filters__count tabular">{count}</p> : <span />}
          {links ? <div className="filters__links">{links}</div> : null}
        </div>
      ) : null}
    </div>
  )
}
