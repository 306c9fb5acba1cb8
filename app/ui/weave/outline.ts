/** A point in view-box units. */
export type Point = readonly [x: number, y: number]

/** Two decimals are finer than any screen needs and keep the markup small. */
export const round = (value: number): number => {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded
}

const write = ([x, y]: Point): string => `${round(x)} ${round(y)}`

/** Cubic segments through the points (Catmull–Rom), without the opening move. */
function through(points: readonly Point[]): string {
  let path = ""
  for (let i = 0; i < points.length - 1; i += 1) {
    const b = points[i] as Point
    const c = points[i + 1] as Point
    const a = points[i - 1] ?? b
    const d = points[i + 2] ?? c
    const first: Point = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
    const second: Point = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6]
    path += `C${write(first)} ${write(second)} ${write(c)}`
  }
  return path
}

/** A closed outline from two edges that run side by side in the same direction. */
export function closedPath(left: readonly Point[], right: readonly Point[]): string {
  const back = [...right].reverse()
  const start = left[0]
  const turn = back[0]
  if (!start || !turn) return ""
  return `M${write(start)}${through(left)}L${write(turn)}${through(back)}Z`
}

/** Smallest distance from a point to a chain of straight pieces. */
export function distanceToPolyline(point: Point, line: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < line.length - 1; i += 1) {
    const [ax, ay] = line[i] as Point
    const [bx, by] = line[i + 1] as Point
    const dx = bx - ax
    const dy = by - ay
    const along = Math.max(0, Math.min(1, ((point[0] - ax) * dx + (point[1] - ay) * dy) / (dx * dx + dy * dy)))
    best = Math.min(best, Math.hypot(point[0] - ax - along * dx, point[1] - ay - along * dy))
  }
  return best
}
