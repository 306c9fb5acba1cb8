import { round } from "./outline.ts"

/**
 * A mat: warps run down, wefts run across. A weft lies on top at (column, row) unless the twill rule puts the warp there.
 * `over`/`under` count how many warps a weft passes over and under, `step` shifts that from row to row
 * (1/1/1 plain sasag, 2/2/1 kepang). Strips may begin and end anywhere, which draws work in progress and torn edges.
 */
export type MatPlan = {
  readonly columns: number
  readonly rows: number
  readonly over?: number
  readonly under?: number
  readonly step?: number
  /** Side of one cell in view-box units. */
  readonly cell?: number
  /** Width of a strip as a share of the cell. */
  readonly fill?: number
  /** First and last cell of a weft (may lie outside 0…columns-1: then the strip hangs out); null leaves it away. */
  readonly weft?: (row: number) => readonly [from: number, to: number] | null
  readonly warp?: (column: number) => readonly [from: number, to: number] | null
}

/** One strip with the path data of its visible pieces. */
export type Strip = { readonly direction: "weft" | "warp"; readonly index: number; readonly path: string }

type Extent = readonly [from: number, to: number] | null

export function weaveMat(plan: MatPlan): readonly Strip[] {
  const { columns, rows, over = 1, under = 1, step = 1, cell = 12, fill = 0.9 } = plan
  const cycle = over + under
  const weftExtent = Array.from(
    { length: rows },
    (_, row): Extent => (plan.weft ? plan.weft(row) : [-0.5, columns - 0.5]),
  )
  const warpExtent = Array.from({ length: columns }, (_, c): Extent => (plan.warp ? plan.warp(c) : [-0.5, rows - 0.5]))
  const holds = (extent: Extent | undefined, at: number): boolean => !!extent && at > extent[0] && at < extent[1]
  const crosses = (column: number, row: number): boolean =>
    holds(weftExtent[row], column) && holds(warpExtent[column], row)
  const weftOnTop = (column: number, row: number): boolean => (((column + row * step) % cycle) + cycle) % cycle < over
  const half = (cell * fill) / 2
  const gap = cell * (1 - fill) * 0.5

  function pieces(
    extent: Extent,
    across: number,
    covered: (at: number) => boolean,
    direction: "weft" | "warp",
  ): string {
    if (!extent) return ""
    const middle = (across + 0.5) * cell
    let path = ""
    const draw = (from: number, to: number): void => {
      if (to - from < 0.1) return
      path +=
        direction === "weft"
          ? `M${round(from)} ${round(middle - half)}H${round(to)}v${round(2 * half)}H${round(from)}z`
          : `M${round(middle - half)} ${round(from)}V${round(to)}h${round(2 * half)}V${round(from)}z`
    }
    let start = (extent[0] + 0.5) * cell
    for (let at = Math.ceil(extent[0]); at <= Math.floor(extent[1]); at += 1) {
      if (!covered(at)) continue
      const centre = (at + 0.5) * cell
      draw(start, centre - half - gap)
      start = centre + half + gap
    }
    draw(start, (extent[1] + 0.5) * cell)
    return path
  }

  return [
    ...warpExtent.map(
      (extent, column): Strip => ({
        direction: "warp",
        index: column,
        path: pieces(extent, column, (row) => crosses(column, row) && weftOnTop(column, row), "warp"),
      }),
    ),
    ...weftExtent.map(
      (extent, row): Strip => ({
        direction: "weft",
        index: row,
        path: pieces(extent, row, (column) => crosses(column, row) && !weftOnTop(column, row), "weft"),
      }),
    ),
  ].filter((strip) => strip.path !== "")
}
