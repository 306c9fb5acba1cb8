import { classNames } from "../class-names.ts"
import { STRANDS } from "../strand.ts"
import { type BraidShape, braidBox, braidPieces } from "./braid-geometry.ts"
import { StrandDrawing } from "./strand-drawing.tsx"

const shape: BraidShape = { columns: 16, loose: 130, tail: 0, step: 84, pitch: 62, spread: 1.34, ragged: 70 }
const pieces = braidPieces(shape)
const box = braidBox(shape)

/**
 * The large picture of the portal's idea: five loose strands come in from the left and leave as one plait, cut by the
 * edge of its box. Fills the box that the caller gives it. Decoration.
 */
export function Braid({ className }: { className?: string }) {
  return (
    <svg
      className={classNames("braid", className)}
      viewBox={`${-shape.ragged / 2} ${-box.height / 2} ${box.width} ${box.height}`}
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <StrandDrawing pieces={pieces} paint={(strand) => STRANDS[strand] ?? "plain"} />
    </svg>
  )
}
