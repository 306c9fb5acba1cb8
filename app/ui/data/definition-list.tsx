import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"

/** Facts by name. */
export function DefinitionList({
  items,
  columns = 1,
  className,
}: {
  items: readonly { readonly term: ReactNode; readonly value: ReactNode; readonly key?: string }[]
  columns?: 1 | 2
  className?: string
}) {
  return (
    <dl className={classNames("facts", columns === 2 && "facts--two", className)}>
      {items.map((item, index) => (
        <div key={item.key ?? (typeof item.term === "string" ? item.term : index)} className="facts__row">
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A row of figures, each with what it counts. */
export function Tally({
  items,
  className,
}: {
  items: readonly {
    readonly label: ReactNode
    readonly value: ReactNode
    readonly href?: string
    readonly note?: ReactNode
  }[]
  className?: string
}) {
  return (
    <dl className={classNames("tally", className)}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row
        <div key={index} className="tally__item">
          <dt>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</dt>
          <dd className="tally__value tabular">{item.value}</dd>
          {item.note ? <dd className="tally__note">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
