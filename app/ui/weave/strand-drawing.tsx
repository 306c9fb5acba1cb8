import type { Strand } from "../strand.ts"
import type { StrandPiece } from "./braid-geometry.ts"

/** How one strand is drawn: in its hue, as plain fibre, in the accent, or as a trace of one that is not there. */
export type Paint = Strand | "plain" | "accent" | "ink" | "trace"

const threadOf = (paint: Paint): string => `thread-${paint.toLowerCase()}`

/**
 * Draws strands split like rattan, with clear space where one passes over another. They lie on paper; set `--ground`
 * where they lie on something else.
 */
export function StrandDrawing({
  pieces,
  paint,
  wide,
}: {
  pieces: readonly StrandPiece[]
  paint: (strand: number) => Paint
  /** Strands drawn at nearly twice the width. */
  wide?: (strand: number) => boolean
}) {
  return (
    <g fill="none">
      {pieces.map((piece) => {
        const key = `${piece.strand} ${piece.path}`
        const look = paint(piece.strand)
        if (look === "trace") return <path key={key} className="fibre-trace" d={piece.clear} />
        const thread = threadOf(look)
        const size = wide?.(piece.strand) ? " strand-line--wide" : ""
        return (
          <g key={key}>
            {piece.over ? <path className={`strand-casing${size}`} d={piece.clear} /> : null}
            <path className={`strand-line ${thread}${size}`} d={piece.path} />
            <path className={`strand-groove${size}`} d={piece.path} />
            <path className={`strand-core ${thread}${size}`} d={piece.path} />
          </g>
        )
      })}
    </g>
  )
}
