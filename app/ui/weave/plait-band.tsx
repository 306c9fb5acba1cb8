import { classNames } from "../class-names.ts"
import { STRANDS } from "../strand.ts"
import { braidPieces, type StrandPiece } from "./braid-geometry.ts"

const COLUMNS = 10

const thread = (strand: number): string => `thread-${STRANDS[strand]?.toLowerCase()}`

/**
 * The divider: five threads run across its whole width and are plaited once on the way. After ten crossings each is back
 * in its own place, so the colours keep their order A, B, C, G, M from edge to edge. Decoration only.
 */
export function PlaitBand({ height = 34, className }: { height?: number; className?: string }) {
  const pitch = height / 5
  const step = pitch * 1.55
  const lead = 7 * step
  const end = lead + COLUMNS * step
  const width = pitch * 0.56
  const pieces = braidPieces({ columns: COLUMNS, loose: lead, tail: 0, step, pitch, spread: 1, ragged: 0 })
  const stroke = (piece: StrandPiece) => <path className={thread(piece.strand)} strokeWidth={width} d={piece.path} />
  return (
    <svg
      className={classNames("plait", className)}
      width="100%"
      height={height}
      aria-hidden="true"
      focusable="false"
      fill="none"
    >
      <g transform={`translate(0 ${height / 2})`}>
        {pieces.map((piece) => (
          <g key={`${piece.strand}${piece.path}`}>
            {piece.over ? <path className="plait__casing" strokeWidth={width * 2} d={piece.clear} /> : null}
            {stroke(piece)}
          </g>
        ))}
        {STRANDS.map((strand, index) => (
          <path
            key={strand}
            className={thread(index)}
            strokeWidth={width}
            // Longer than any page: the drawing is cut at its right edge.
            d={`M${end - 0.5} ${(index - 2) * pitch}H9999`}
          />
        ))}
      </g>
    </svg>
  )
}
