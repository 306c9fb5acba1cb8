import type { ReactNode } from "react"
import { useId } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"

export type Column<Row> = {
  readonly key: string
  readonly header: ReactNode
  /** The label in the stacked form where `header` is not plain text. */
  readonly label?: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: "start" | "end"
  /** Tabular figures, right aligned. */
  readonly numeric?: boolean
  /** The cell that names the row; it leads the record when stacked. */
  readonly rowHeader?: boolean
  readonly nowrap?: boolean
  readonly sort?: { readonly href: string; readonly direction?: "asc" | "desc" }
  /** Leaves the label away when stacked. */
  readonly hideLabel?: boolean
}

/** Stacking sets `display`, which makes some browsers forget what the elements are; the roles keep it said. */
const role = {
  table: { role: "table" },
  rowGroup: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnHeader: { role: "columnheader" },
  rowHeader: { role: "rowheader" },
} as const

function SortLink({ header, sort }: { header: ReactNode; sort: NonNullable<Column<never>["sort"]> }) {
  const t = useT()
  return (
    <a className="table__sort" href={sort.href}>
      {header}
      {sort.direction ? (
        <>
          <Icon
            name="chevron-down"
            size="sm"
            className={sort.direction === "asc" ? "table__arrow table__arrow--up" : "table__arrow"}
          />
          <span className="visually-hidden">
            ({t(sort.direction === "asc" ? "ui.sortAscending" : "ui.sortDescending")})
          </span>
        </>
      ) : null}
    </a>
  )
}

/** A real table that turns into stacked records where its place is narrow. */
export function RecordTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
  dense = false,
  className,
}: {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
  dense?: boolean
  className?: string
}) {
  const t = useT()
  const captionId = useId()
  if (rows.length === 0) return <div className="table-empty">{empty ?? t("ui.empty")}</div>
  const shape = (column: Column<Row>) =>
    classNames(
      (column.numeric || column.align === "end") && "cell--end",
      column.numeric && "tabular",
      column.nowrap && "cell--nowrap",
    ) || undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, since the section around it often is one
    <div role="group" className={classNames("table-wrap", className)} aria-labelledby={captionId} tabIndex={0}>
      <table className={classNames("table", dense && "table--dense")} {...role.table}>
        <caption id={captionId} className={captionHidden ? "visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead {...role.rowGroup}>
          <tr {...role.row}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...role.columnHeader}
                className={shape(column)}
                aria-sort={
                  column.sort?.direction === "asc"
                    ? "ascending"
                    : column.sort?.direction === "desc"
                      ? "descending"
                      : undefined
                }
              >
                {column.sort ? <SortLink header={column.header} sort={column.sort} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role.rowGroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...role.row}>
              {columns.map((column) => {
                const label = column.label ?? (typeof column.header === "string" ? column.header : undefined)
                const Cell = column.rowHeader ? "th" : "td"
                return (
                  <Cell
                    key={column.key}
                    {...(column.rowHeader ? { ...role.rowHeader, scope: "row" } : role.cell)}
                    className={shape(column)}
                    data-label={column.hideLabel || column.rowHeader ? undefined : label}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
