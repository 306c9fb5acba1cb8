import { round } from "./outline.ts"

/** One stretch of a strand; `over` when it passes above what it crosses and so needs clear space around it. */
export type StrandPiece = {
  readonly strand: number
  readonly path: string
  /** The same stretch without the run-up that closes the seam to the piece before. */
  readonly clear: string
  readonly over: boolean
}

export type BraidShape = {
  /** Crossings side by side along x. */
  readonly columns: number
  /** Length of the part at the start in which the strands still run apart, in view-box units. */
  readonly loose: number
  /** The same at the end; 0 ends in the plait. */
  readonly tail: number
  /** Distance from one crossing to the next along x. */
  readonly step: number
  /** Distance between two places in the order along y. */
  readonly pitch: number
  /** How much wider apart the loose ends lie than the plaited strands. */
  readonly spread: number
  /** How much the loose ends differ in length. */
  readonly ragged: number
}

const SEAM = 2

/** A stretch from one point to another that leaves and arrives level. */
export function levelPiece(strand: number, over: boolean, x0: number, y0: number, x1: number, y1: number): StrandPiece {
  const pull = (x1 - x0) * 0.5
  const curve = `C${round(x0 + pull)} ${round(y0)} ${round(x1 - pull)} ${round(y1)} ${round(x1)} ${round(y1)}`
  const back = x1 > x0 ? SEAM : -SEAM
  return {
    strand,
    over,
    path: `M${round(x0 - back)} ${round(y0)}H${round(x0)}${curve}`,
    clear: `M${round(x0)} ${round(y0)}${curve}`,
  }
}

/** Between -1/2 and 1/2, the same for a strand on every page: cut fibre is never of one length. */
const uneven = (strand: number): number => ((strand * 37 + 20) % 70) / 70 - 0.5

/**
 * Five strands that come in apart and are plaited: the alternating braid in which neighbours change places, the pairs
 * (0,1)(2,3) in even columns and (1,2)(3,4) in odd ones. Who goes down passes over at even places and under at odd ones.
 * Pieces come in drawing order: what lies beneath first. After ten columns every strand is back in its place.
 */
export function braidPieces({ columns, loose, tail, step, pitch, spread, ragged }: BraidShape): readonly StrandPiece[] {
  const order = [0, 1, 2, 3, 4]
  const y = (place: number): number => (place - 2) * pitch
  const pieces = order.map((strand) =>
    levelPiece(strand, false, uneven(strand) * ragged, y(strand) * spread, loose, y(strand)),
  )
  for (let column = 0; column < columns; column += 1) {
    const x0 = loose + column * step
    const x1 = x0 + step
    const beneath: StrandPiece[] = []
    const above: StrandPiece[] = []
    const idle = column % 2 === 0 ? 4 : 0
    beneath.push(levelPiece(order[idle] as number, false, x0, y(idle), x1, y(idle)))
    for (let place = column % 2; place < 4; place += 2) {
      const down = order[place] as number
      const up = order[place + 1] as number
      const downOver = place % 2 === 0
      ;(downOver ? above : beneath).push(levelPiece(down, downOver, x0, y(place), x1, y(place + 1)))
      ;(downOver ? beneath : above).push(levelPiece(up, !downOver, x0, y(place + 1), x1, y(place)))
      order[place] = up
      order[place + 1] = down
    }
    pieces.push(...beneath, ...above)
  }
  if (tail > 0) {
    const end = loose + columns * step
    order.forEach((strand, place) => {
      pieces.push(levelPiece(strand, false, end, y(place), end + tail + uneven(strand + 2) * ragged, y(place) * spread))
    })
  }
  return pieces
}

/** Width and height of the drawing; it starts at x = -ragged / 2 and lies around y = 0. */
export const braidBox = (shape: BraidShape): { width: number; height: number } => ({
  width: shape.loose + shape.columns * shape.step + shape.tail + shape.ragged,
  height: 4 * shape.pitch * Math.max(1, shape.spread) + shape.pitch,
})
