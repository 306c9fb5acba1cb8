import { classNames } from "../class-names.ts"
import { STRANDS, type Strand } from "../strand.ts"
import { type MatPlan, type Strip, weaveMat } from "./mat.ts"

const strandClass = (strand: Strand): string => `fibre-${strand.toLowerCase()}`

/** Draws the strips of a mat: plain fibre, except where `colour` names a strand. */
export function Strips({
  strips,
  colour,
}: {
  strips: readonly Strip[]
  colour?: (strip: Strip) => Strand | "accent" | "ink" | undefined
}) {
  const groups = new Map<string, string>()
  for (const strip of strips) {
    const name = colour?.(strip)
    const kind =
      name === "accent" || name === "ink"
        ? `fibre-${name}`
        : name
          ? strandClass(name)
          : strip.direction === "warp"
            ? "fibre-warp"
            : "fibre-weft"
    groups.set(kind, (groups.get(kind) ?? "") + strip.path)
  }
  return (
    <>
      {[...groups].map(([kind, path]) => (
        <path key={kind} className={kind} d={path} />
      ))}
    </>
  )
}

export type WeavePatternProps = Pick<MatPlan, "columns" | "rows" | "over" | "under" | "step" | "cell"> & {
  /** Which strands run through it as wefts, spread evenly; all five by default, [] for plain fibre. */
  strands?: readonly Strand[]
  /** Columns at the left where the strands still run loose, side by side, before the weave begins. */
  loose?: number
  label?: string
  className?: string
}

/** A field of woven strips in which the strands come in loose from the left and leave as one cloth. Fills its box. */
export function WeavePattern({
  columns,
  rows,
  over = 2,
  under = 2,
  step = 1,
  cell = 12,
  strands = STRANDS,
  loose = 0,
  label,
  className,
}: WeavePatternProps) {
  const every = strands.length === 0 ? 0 : rows / strands.length
  const strandOf = (row: number): Strand | undefined =>
    strands.find((_, index) => Math.floor((index + 0.5) * every) === row)
  const strips = weaveMat({
    columns,
    rows,
    over,
    under,
    step,
    cell,
    warp: (column) => (column < loose ? null : [-0.5, rows - 0.5]),
    // Plain wefts begin in a slanted edge behind the loose part; strands run through all of it.
    weft: (row) => {
      if (strandOf(row) || loose === 0) return [-0.5, columns - 0.5]
      return [loose - 0.9 - ((row * 7) % 5) * 0.35, columns - 0.5]
    },
  })
  return (
    <svg
      className={classNames("weave", className)}
      viewBox={`0 0 ${columns * cell} ${rows * cell}`}
      preserveAspectRatio="xMaxYMid slice"
      focusable="false"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <Strips strips={strips} colour={(strip) => (strip.direction === "weft" ? strandOf(strip.index) : undefined)} />
    </svg>
  )
}
