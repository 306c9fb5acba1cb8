import type { ReactNode } from "react"
import { Anchor, RecordList, Section } from "#app/ui/index.ts"

/**
 * A part of a page that holds the first entries of a list and leads to the rest. Where there are none `none` says so;
 * without it nothing is drawn.
 */
export function FirstEntries<Entry>({
  title,
  lede,
  id,
  entries,
  item,
  none,
  rest,
  sideHead = false,
}: {
  title: string
  lede?: string
  id: string
  entries: readonly Entry[]
  /** Draws one entry, with its key. */
  item: (entry: Entry) => ReactNode
  /** What is said in their place where there are none. */
  none?: ReactNode
  /** Where all of them stand; null where nothing is left to show. */
  rest: { readonly href: string; readonly label: string } | null
  sideHead?: boolean
}) {
  if (entries.length === 0 && none === undefined) return null
  return (
    <Section title={title} lede={lede} id={id} sideHead={sideHead}>
      {entries.length === 0 ? <p>{none}</p> : <RecordList label={title}>{entries.map(item)}</RecordList>}
      {rest ? (
        <p className="mt-4">
          <Anchor href={rest.href}>{rest.label}</Anchor>
        </p>
      ) : null}
    </Section>
  )
}
