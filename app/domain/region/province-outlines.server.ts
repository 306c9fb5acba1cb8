import map from "@svg-maps/indonesia"
import { areaOf, type Point, pathOf, ringsOf, simplified } from "./outline.ts"

/**
 * The provinces that each outline stands for. The drawing is older than the four provinces of 2022: the outline of
 * Papua holds what are four provinces today, that of Papua Barat two.
 */
const codes: Readonly<Record<string, readonly string[]>> = {
  ...{ "id-ac": ["11"], "id-su": ["12"], "id-sb": ["13"], "id-ri": ["14"], "id-ja": ["15"], "id-ss": ["16"] },
  ...{ "id-be": ["17"], "id-la": ["18"], "id-bb": ["19"], "id-kr": ["21"], "id-jk": ["31"], "id-jb": ["32"] },
  ...{ "id-jt": ["33"], "id-yo": ["34"], "id-ji": ["35"], "id-bt": ["36"], "id-ba": ["51"], "id-nb": ["52"] },
  ...{ "id-nt": ["53"], "id-kb": ["61"], "id-kt": ["62"], "id-ks": ["63"], "id-ki": ["64"], "id-ku": ["65"] },
  ...{ "id-sa": ["71"], "id-st": ["72"], "id-sn": ["73"], "id-sg": ["74"], "id-go": ["75"], "id-sr": ["76"] },
  ...{ "id-ma": ["81"], "id-mu": ["82"], "id-pa": ["91", "93", "94", "95"], "id-pb": ["92", "96"] },
}

/** One shape on the map. */
export type Outline = {
  readonly key: string
  readonly codes: readonly string[]
  /** SVG path data in the units of `outlineFrame`. */
  readonly path: string
  /** Where a number for it stands. */
  readonly at: Point
}

/** The drawing holds half units as whole ones, so that its numbers are short: 1586 across, wider than any screen shows it. */
const scale = 2
/** A bend of less than this area, in the drawing's own units, is not seen at that size. */
const tolerance = 0.5
/** Islands smaller than this are left out, but for the largest of a province. */
const smallest = 1

const [, top = 0, width = 0, height = 0] = map.viewBox.split(" ").map(Number)
export const outlineFrame = { x: 0, y: top * scale, width: width * scale, height: height * scale } as const

/** Where the middle of the largest island is sea or too narrow for a number: beside it, or further inland. */
const elsewhere: Readonly<Record<string, Point>> = {
  ...{ "id-jk": [400, 443], "id-yo": [535, 560], "id-ba": [695, 575], "id-kr": [338, 232], "id-ji": [612, 522] },
  ...{ "id-sn": [851, 404], "id-st": [894, 307], "id-pb": [1290, 298], "id-pa": [1490, 400] },
}

function middle(ring: readonly Point[]): Point {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const half = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [half(xs), half(ys)]
}

/** Rings by the drawing's own key. It gives Jakarta an island off the west coast of Banten; here it is Banten's. */
const drawing = new Map(map.locations.map(({ id, path }) => [id, ringsOf(path)]))
const westOfBanten = (ring: readonly Point[]) => ring.every(([x]) => x < 180)
const jakarta = drawing.get("id-jk") ?? []
drawing.set(
  "id-jk",
  jakarta.filter((ring) => !westOfBanten(ring)),
)
drawing.set("id-bt", [...(drawing.get("id-bt") ?? []), ...jakarta.filter(westOfBanten)])

function outlineOf([id, whole]: readonly [string, readonly Point[][]]): Outline {
  const rings = [...whole].sort((a, b) => areaOf(b) - areaOf(a))
  const drawn = rings
    .filter((ring, i) => i === 0 || areaOf(ring) >= smallest)
    .map((ring) => simplified(ring, tolerance).map(([x, y]): Point => [Math.round(x * scale), Math.round(y * scale)]))
  const own = codes[id]
  if (!own) throw new Error(`No province for the outline ${id}`)
  const [x, y] = elsewhere[id] ?? middle(drawn[0] ?? [])
  return { key: id.slice(3), codes: own, path: pathOf(drawn), at: [Math.round(x), Math.round(y)] }
}

/** Every outline from west to east as the codes run; made once, when the portal starts. */
export const outlines: readonly Outline[] = [...drawing]
  .map(outlineOf)
  .sort((a, b) => ((a.codes[0] ?? "") < (b.codes[0] ?? "") ? -1 : 1))
