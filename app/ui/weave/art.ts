import { STRANDS } from "../strand.ts"
import { type BraidShape, braidBox, braidPieces, levelPiece, type StrandPiece } from "./braid-geometry.ts"
import type { Paint } from "./strand-drawing.tsx"

export const WEAVE_ART_KINDS = [
  "list",
  "search",
  "inbox",
  "agreement",
  "people",
  "file",
  "error-403",
  "error-404",
  "error-409",
  "error-413",
  "error-422",
  "error-429",
  "error-500",
] as const
export type WeaveArtKind = (typeof WEAVE_ART_KINDS)[number]

export type ArtPlan = {
  readonly pieces: readonly StrandPiece[]
  readonly viewBox: readonly [x: number, y: number, width: number, height: number]
  readonly paint: (strand: number) => Paint
  readonly wide?: (strand: number) => boolean
}

const hue = (strand: number): Paint => STRANDS[strand] ?? "plain"
const only =
  (chosen: number, paint: Paint, others: Paint = "plain") =>
  (strand: number): Paint =>
    strand === chosen ? paint : others

const base: BraidShape = { columns: 6, loose: 70, tail: 70, step: 80, pitch: 62, spread: 1, ragged: 0 }

function braid(shape: Partial<BraidShape>, paint: (strand: number) => Paint, more: Partial<ArtPlan> = {}): ArtPlan {
  const whole = { ...base, ...shape }
  const { width, height } = braidBox(whole)
  return {
    pieces: braidPieces(whole),
    viewBox: [-whole.ragged / 2 - 10, -height / 2, width + 20, height],
    paint,
    ...more,
  }
}

/** The reef knot: two strands from two sides, each bight around the legs of the other. */
function reefKnot(): ArtPlan {
  const half = (strand: number, side: 1 | -1) => {
    // The leg overlaps the piece it goes on into, but clears space only up to it.
    const leg = (y: number): StrandPiece => ({
      strand,
      over: true,
      path: `M${side * 230} ${y}H${side * 51}`,
      clear: `M${side * 230} ${y}H${side * 57}`,
    })
    const rise = (y: number, over: boolean): StrandPiece =>
      levelPiece(strand, over, side * 54, y, side * -52, y < 0 ? -74 : 74)
    // Begins and ends a little inside its neighbours, so that no seam shows.
    const bight = `M${side * -48} -74H${side * -52}C${side * -150} -74 ${side * -150} 74 ${side * -52} 74H${side * -48}`
    return { leg, rise, bight: { strand, over: false, path: bight, clear: bight } }
  }
  const a = half(0, -1)
  const b = half(1, 1)
  return {
    pieces: [
      a.bight,
      b.bight,
      a.rise(-25, false),
      b.rise(25, false),
      b.rise(-25, true),
      a.rise(25, true),
      a.leg(-25),
      a.leg(25),
      b.leg(-25),
      b.leg(25),
    ],
    viewBox: [-240, -120, 480, 240],
    paint: only(1, "accent"),
  }
}

/** Two strands that want the same place and stand head to head in it. */
function headOn(): ArtPlan {
  const whole = braid({}, hue)
  const { loose, step, pitch, columns, tail } = base
  const end = loose + columns * step + tail
  const middle = end / 2
  return {
    ...whole,
    pieces: [
      ...[-2, -1, 1, 2].flatMap((place) => [levelPiece(place, false, 0, place * pitch, end, place * pitch)]),
      levelPiece(5, false, 0, 0, middle - 10, 0),
      levelPiece(6, false, end, 0, middle + 10, 0),
    ],
    paint: (strand) => (strand === 5 ? "accent" : strand === 6 ? "ink" : "plain"),
  }
}

/** What each picture says is said in words beside it; here it is drawn. */
const plans: Readonly<Record<WeaveArtKind, () => ArtPlan>> = {
  // Begun, and waiting to be carried on.
  list: () => braid({ columns: 2, loose: 120, tail: 230, spread: 1.25, ragged: 130 }, only(2, "accent")),
  // One strand is looked for and not found.
  search: () => braid({ columns: 6 }, only(1, "trace")),
  // Plaited to the end: nothing is left to do.
  inbox: () => braid({ columns: 8, loose: 30, tail: 30, step: 72 }, hue),
  agreement: reefKnot,
  // Five that have not met yet.
  people: () => braid({ columns: 3, loose: 230, tail: 0, spread: 1.4, ragged: 130 }, hue),
  // A plait of which one strand is still to come.
  file: () => braid({ columns: 4, loose: 60, tail: 190, ragged: 40 }, only(4, "accent")),
  // Drawn tight: no way through.
  "error-403": () => braid({ columns: 9, loose: 0, tail: 0, step: 62 }, only(2, "accent")),
  // One strand is not there.
  "error-404": () => braid({ columns: 7 }, only(3, "trace")),
  "error-409": headOn,
  // One strand is too thick for the plait.
  "error-413": () => braid({ columns: 5, step: 104 }, only(2, "accent"), { wide: (strand) => strand === 2 }),
  // One strand does not keep the rhythm.
  "error-422": () => {
    const plan = braid({ columns: 7 }, only(5, "accent"))
    const [x, , width] = plan.viewBox
    return {
      ...plan,
      pieces: [
        ...plan.pieces.filter((piece) => piece.strand !== 1),
        levelPiece(5, true, x + 10, -base.pitch / 2, x + width - 10, -base.pitch / 2),
      ],
    }
  },
  // Crowded: all at once, too fast.
  "error-429": () => braid({ columns: 15, loose: 20, tail: 20, step: 40 }, hue),
  // It comes apart.
  "error-500": () => braid({ columns: 4, loose: 130, tail: 300, spread: 1.35, ragged: 150 }, hue),
}

const drawn = new Map<WeaveArtKind, ArtPlan>()

/** The drawing of one picture; worked out once. */
export function artOf(kind: WeaveArtKind): ArtPlan {
  const known = drawn.get(kind)
  if (known) return known
  const plan = plans[kind]()
  drawn.set(kind, plan)
  return plan
}
