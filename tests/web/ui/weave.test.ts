import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { artOf, WEAVE_ART_KINDS } from "#app/ui/weave/art.ts"
import { braidPieces } from "#app/ui/weave/braid-geometry.ts"
import { knotPaths, LARGE_KNOT, SMALL_KNOT } from "#app/ui/weave/knot.ts"
import { weaveMat } from "#app/ui/weave/mat.ts"

const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

describe("the knot", () => {
  it.each([
    ["small", SMALL_KNOT],
    ["large", LARGE_KNOT],
  ])("has five strands inside the box of the %s mark", (_name, shape) => {
    const paths = knotPaths(shape)
    expect(paths).toHaveLength(5)
    for (const path of paths) {
      expect(path.match(/M/g)).toHaveLength(shape.bands)
      expect(path.endsWith("Z")).toBe(true)
      for (const value of numbers(path)) expect(Math.abs(value)).toBeLessThanOrEqual(12)
    }
  })

  it("is the same every time and has no strand twice", () => {
    expect(knotPaths(SMALL_KNOT)).toEqual(knotPaths(SMALL_KNOT))
    expect(new Set(knotPaths(SMALL_KNOT)).size).toBe(5)
  })

  it("is what the favicon shows", () => {
    const favicon = readFileSync("public/favicon.svg", "utf8")
    for (const path of knotPaths(SMALL_KNOT)) expect(favicon).toContain(path)
    expect(favicon).not.toContain("<script")
  })
})

describe("the braid", () => {
  const shape = { columns: 10, loose: 10, tail: 5, step: 10, pitch: 10, spread: 1, ragged: 0 }
  const ends = (path: string) => {
    const all = numbers(path)
    return { fromY: all[1]!, toX: all.at(-2)!, toY: all.at(-1)! }
  }

  it("brings every strand back into its place after ten columns", () => {
    for (const { strand, path } of braidPieces(shape).slice(-5)) expect(ends(path).toY).toBe((strand - 2) * 10)
  })

  it("passes each strand over and under in turn", () => {
    for (let strand = 0; strand < 5; strand += 1) {
      const crossings = braidPieces(shape)
        .filter((piece) => piece.strand === strand)
        .sort((a, b) => ends(a.path).toX - ends(b.path).toX)
        .filter((piece) => ends(piece.path).fromY !== ends(piece.path).toY)
        .map((piece) => piece.over)
      expect(crossings.length).toBeGreaterThanOrEqual(7)
      for (let i = 1; i < crossings.length; i += 1) expect(crossings[i]).not.toBe(crossings[i - 1])
    }
  })
})

describe("the mat", () => {
  it("shows exactly one strip at each crossing", () => {
    const strips = weaveMat({ columns: 4, rows: 4, cell: 10, fill: 1 })
    const shown = strips.reduce((sum, strip) => sum + (strip.path.match(/M/g) ?? []).length, 0)
    // Plain weave of 4 × 4: every strip lies on top at two of its four crossings.
    expect(shown).toBe(16)
  })

  it("leaves away what the plan leaves away", () => {
    const strips = weaveMat({ columns: 3, rows: 3, weft: (row) => (row === 1 ? null : [-0.5, 2.5]) })
    expect(strips.filter((strip) => strip.direction === "weft").map((strip) => strip.index)).toEqual([0, 2])
  })
})

it.each(WEAVE_ART_KINDS)("draws %s from strands, each picture unlike the others", (kind) => {
  const art = artOf(kind)
  expect(art.pieces.length).toBeGreaterThan(4)
  const drawing = (plan: typeof art) => plan.pieces.map((piece) => `${plan.paint(piece.strand)} ${piece.path}`).join()
  for (const other of WEAVE_ART_KINDS) if (other !== kind) expect(drawing(artOf(other)), other).not.toBe(drawing(art))
})
