import { useId } from "react"
import { STRANDS, type Strand } from "../strand.ts"

export type WeaveRow = {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly values: Readonly<Record<Strand, number>>
}

const left = 148
const top = 34
const column = 40
const row = 30
const width = left + column * STRANDS.length + 6

/** Half the width of a strand where it crosses a region, by how much they share: from a thread to the whole cell. */
const half = (value: number): number => (value === 0 ? 3.5 : Math.min(16, 7 + 2.6 * Math.sqrt(value)))

/** What fits beside the drawing; the whole name stands in the link's title and in the table. */
const short = (label: string): string => (label.length > 23 ? `${label.slice(0, 22).trimEnd()}…` : label)

/**
 * Regions woven with the five strands: every region is a weft, every strand a warp. Where they share something the
 * strand lies on top, the wider the more, with the number on it; where they share nothing the region covers it.
 * Drawn for people who see; `title` and `description` say the same in words, and a table has to stand beside it.
 */
export function WeaveChart({
  rows,
  names,
  strandHref,
  title,
  description,
}: {
  rows: readonly WeaveRow[]
  names: Readonly<Record<Strand, string>>
  /** The page of a strand. */
  strandHref: (strand: Strand) => string
  title: string
  description: string
}) {
  const id = useId()
  const height = top + rows.length * row + 10
  const x = (index: number) => left + column * index + column / 2
  const y = (index: number) => top + row * index + row / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links; as a picture it would hide them
    <svg
      className="weave-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {STRANDS.map((strand, index) => (
        <g key={strand}>
          <a href={strandHref(strand)}>
            <title>{names[strand]}</title>
            <rect className="weave-chart__target" x={left + column * index} y={0} width={column} height={top - 10} />
            <text className="weave-chart__letter" x={x(index)} y={16} textAnchor="middle">
              {strand}
            </text>
          </a>
          <rect
            className={`fibre-${strand.toLowerCase()}`}
            x={x(index) - half(0)}
            y={top - 10}
            width={half(0) * 2}
            height={height - top + 10}
          />
        </g>
      ))}
      {rows.map((entry, index) => (
        <g key={entry.key}>
          <rect className="fibre-weft" x={left} y={y(index) - 8} width={column * STRANDS.length} height={16} />
          {STRANDS.map((strand, at) => {
            const value = entry.values[strand]
            if (value === 0) return null
            return (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing takes no focus
              <g key={strand} aria-hidden="true">
                <rect
                  fill={`var(--strand-${strand.toLowerCase()})`}
                  x={x(at) - half(value)}
                  y={y(index) - 12}
                  width={half(value) * 2}
                  height={24}
                  rx={1.5}
                />
                <text className="weave-chart__value" x={x(at)} y={y(index) + 4.5} textAnchor="middle">
                  {value}
                </text>
              </g>
            )
          })}
          <a href={entry.href}>
            <title>{entry.label}</title>
            <text className="weave-chart__label" x={0} y={y(index) + 4.5}>
              {short(entry.label)}
            </text>
          </a>
        </g>
      ))}
    </svg>
  )
}
