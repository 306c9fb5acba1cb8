import { closedPath, distanceToPolyline, type Point } from "./outline.ts"

/**
 * The knot of the mark: five strands tied into one. Geometrically the (2,5) torus knot, whose diagram has five crossings
 * and therefore exactly five visible arcs: under, over, under. Each arc is one strand. Pure and deterministic.
 */
export type KnotShape = {
  /** Radius on which the five crossings lie, in view-box units around the centre (0, 0). */
  readonly radius: number
  /** How far the lobes swing out of that radius and in towards the middle. */
  readonly swing: number
  /** Width of a strand. */
  readonly width: number
  /** Clear space between a strand and the one that passes over it. */
  readonly gap: number
  /** Bands that a strand is split into, as rattan is (1 for small sizes, 3 for large ones). */
  readonly bands: number
  /** Clear space between the bands of one strand. */
  readonly groove: number
}

/** Drawn for 16–40 px: one solid band a strand, wide gaps. */
export const SMALL_KNOT: KnotShape = { radius: 7.5, swing: 2.75, width: 3.2, gap: 0.75, bands: 1, groove: 0 }

/** Drawn for 64 px and more: three bands a strand, as split rattan. */
export const LARGE_KNOT: KnotShape = { radius: 7.42, swing: 2.85, width: 3.3, gap: 0.36, bands: 3, groove: 0.2 }

const PASSES = 10
const ROUNDING = 0.05
const TURN = (2 * Math.PI) / 5

const passAt = (index: number): number => Math.PI / 5 + TURN * index

function pointAt(shape: KnotShape, t: number): Point {
  const r = shape.radius + shape.swing * Math.cos(2.5 * t)
  // The sine widens the lobes and rounds the inner bends; the quarter turn lets one lobe point straight up.
  const angle = t + ROUNDING * Math.sin(5 * t) - Math.PI / 2
  return [r * Math.cos(angle), r * Math.sin(angle)]
}

function offsetPoint(shape: KnotShape, t: number, offset: number): Point {
  const step = 0.0005
  const [x0, y0] = pointAt(shape, t - step)
  const [x1, y1] = pointAt(shape, t + step)
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [x, y] = pointAt(shape, t)
  return [x - ((y1 - y0) / length) * offset, y + ((x1 - x0) / length) * offset]
}

const range = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count)

/** One edge of a band, cut where the strands that pass over its two ends begin. */
function edge(shape: KnotShape, arc: number, offset: number): Point[] {
  const first = 2 * arc + 1
  const from = passAt(first)
  const to = passAt(first + 2)
  const over = [first, first + 2].map((pass) => {
    const centre = passAt((pass + PASSES / 2) % PASSES)
    return range(centre - TURN * 0.7, centre + TURN * 0.7, 120).map((t) => pointAt(shape, t))
  })
  const clear = shape.width / 2 + shape.gap
  const kept = range(from, to, 400).filter((t) => {
    const point = offsetPoint(shape, t, offset)
    const end = t < (from + to) / 2 ? over[0] : over[1]
    return distanceToPolyline(point, end ?? []) >= clear
  })
  const start = kept[0] ?? from
  const stop = kept[kept.length - 1] ?? to
  return range(start, stop, shape.bands > 1 ? 12 : 8).map((t) => offsetPoint(shape, t, offset))
}

/** SVG path data of the five strands in order A, B, C, G, M; each holds one closed outline per band. */
export function knotPaths(shape: KnotShape): readonly string[] {
  const band = (shape.width - shape.groove * (shape.bands - 1)) / shape.bands
  return Array.from({ length: 5 }, (_, arc) =>
    Array.from({ length: shape.bands }, (_, index) => {
      const inner = -shape.width / 2 + index * (band + shape.groove)
      return closedPath(edge(shape, arc, inner), edge(shape, arc, inner + band))
    }).join(""),
  )
}
