import { classNames } from "../class-names.ts"
import { artOf, type WeaveArtKind } from "./art.ts"
import { StrandDrawing } from "./strand-drawing.tsx"

export type { WeaveArtKind } from "./art.ts"

/** A small picture in strands that says what happened: begun, finished, missing, torn. Decoration beside words. */
export function WeaveArt({ kind, className }: { kind: WeaveArtKind; className?: string }) {
  const { pieces, viewBox, paint, wide } = artOf(kind)
  return (
    <svg
      className={classNames("weave-art", className)}
      viewBox={viewBox.map(Math.round).join(" ")}
      width={Math.round(viewBox[2] * 0.42)}
      height={Math.round(viewBox[3] * 0.42)}
      aria-hidden="true"
      focusable="false"
    >
      <StrandDrawing pieces={pieces} paint={paint} wide={wide} />
    </svg>
  )
}
