/** A point of a drawing. */
export type Point = readonly [x: number, y: number]

/** Reads a path of closed rings in relative coordinates (`m`, implied lines, `z`), as drawing programmes write maps. */
export function ringsOf(path: string): Point[][] {
  const rings: Point[][] = []
  let [x, y] = [0, 0]
  for (const part of path.split(/z/i)) {
    const steps = (part.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const ring: Point[] = []
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i] ?? 0
      y += steps[i + 1] ?? 0
      ring.push([x, y])
    }
    // After `z` the pen stands where the ring began.
    const [start] = ring
    if (!start) continue
    ;[x, y] = start
    rings.push(ring)
  }
  return rings
}

const triangle = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

/** What a ring encloses. */
export function areaOf(ring: readonly Point[]): number {
  let twice = 0
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice / 2)
}

/** The ring without the points that change it least (Visvalingam–Whyatt), down to a triangle. */
export function simplified(ring: readonly Point[], tolerance: number): Point[] {
  const kept = [...ring]
  while (kept.length > 3) {
    let [least, at] = [Number.POSITIVE_INFINITY, -1]
    for (const [i, point] of kept.entries()) {
      const before = kept[(i + kept.length - 1) % kept.length] ?? point
      const after = kept[(i + 1) % kept.length] ?? point
      const change = triangle(before, point, after)
      if (change < least) [least, at] = [change, i]
    }
    if (least >= tolerance) break
    kept.splice(at, 1)
  }
  return kept
}

/** Rings of whole numbers as the shortest path that draws them; those that have become a line are left out. */
export function pathOf(rings: readonly (readonly Point[])[]): string {
  let [x, y] = [0, 0]
  const number = (value: number, first: boolean) => (value < 0 || first ? `${value}` : ` ${value}`)
  return rings
    .map((ring) => ring.filter((point, i) => i === 0 || String(point) !== String(ring[i - 1])))
    .filter((ring) => areaOf(ring) > 0)
    .map((ring) => {
      const steps = ring.map(([toX, toY], i) => {
        const step = number(toX - x, i === 0) + number(toY - y, false)
        ;[x, y] = [toX, toY]
        return step
      })
      ;[x, y] = ring[0] ?? [x, y]
      return `m${steps.join("")}z`
    })
    .join("")
}
