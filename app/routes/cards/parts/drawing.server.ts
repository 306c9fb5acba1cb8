import { cardSize } from "#app/http/meta.ts"
import { STRANDS, type Strand } from "#app/ui/strand.ts"
import { braidPieces } from "#app/ui/weave/braid-geometry.ts"
import { knotPaths, LARGE_KNOT, SMALL_KNOT } from "#app/ui/weave/knot.ts"
import { outlineOf, shortened, type Weight, widthOf, wrapped } from "./lettering.server.ts"

/** What stands on a card. */
export type CardFacts = {
  /** What it is: "Inisiatif". Empty for a page of the portal itself. */
  readonly eyebrow: string
  readonly title: string
  /** Where, or between whom; may be empty. */
  readonly line: string
  /** The strands that have to do with it: these are coloured in the knot. */
  readonly strands: readonly Strand[]
  /** The word that says it is made up; null for the real ones. */
  readonly demo: string | null
}

/** The colours of the light theme; a test compares them with the token sheet. */
export const cardColours = {
  paper: "#f7f3ea",
  rule: "#ddd5c4",
  ink: "#1c1a21",
  "ink-soft": "#46434c",
  accent: "#7a1a58",
  "fibre-a": "#3f449d",
  "fibre-b": "#cf962f",
  "fibre-c": "#4a8a4c",
  "fibre-g": "#b9481f",
  "fibre-m": "#2a9797",
  "pandan-deep": "#d2c5a8",
  "state-waiting": "#874f00",
  "wash-waiting": "#f8ebcf",
} as const

const { width, height } = cardSize
const edge = 72
const textWidth = 676
const sizes = [68, 60, 52, 46, 40, 36] as const
const mostLines = { 68: 3, 60: 4, 52: 4, 46: 5, 40: 6, 36: 6 } as const

const small = knotPaths(SMALL_KNOT)
const large = knotPaths(LARGE_KNOT)

const fibre = (strand: number): string =>
  cardColours[`fibre-${(STRANDS[strand] ?? "A").toLowerCase() as "a" | "b" | "c" | "g" | "m"}`]

const text = (words: string, weight: Weight, size: number, x: number, y: number, fill: string): string =>
  `<path fill="${fill}" d="${outlineOf(words, weight, size, x, y)}"/>`

function knot(paths: readonly string[], size: number, x: number, y: number, coloured: readonly Strand[]): string {
  const strands = paths.map((path, strand) => {
    const fill = coloured.includes(STRANDS[strand] ?? "A") ? fibre(strand) : cardColours["pandan-deep"]
    return `<path fill="${fill}" d="${path}"/>`
  })
  return `<g transform="translate(${x} ${y}) scale(${size / 24})">${strands.join("")}</g>`
}

/** The five threads along the foot of the card, plaited once on the way. */
function plait(y: number): string {
  const pitch = 8
  const step = pitch * 1.55
  const loose = 58 * step
  const columns = 20
  const end = loose + columns * step
  const pieces = braidPieces({ columns, loose, tail: 0, step, pitch, spread: 1, ragged: 0 })
  const drawn = pieces.map(({ strand, over, path, clear }) => {
    const casing = over ? `<path stroke="${cardColours.paper}" stroke-width="9" d="${clear}"/>` : ""
    return `${casing}<path stroke="${fibre(strand)}" stroke-width="4.5" d="${path}"/>`
  })
  const rest = STRANDS.map(
    (_, strand) =>
      `<path stroke="${fibre(strand)}" stroke-width="4.5" d="M${end - 0.5} ${(strand - 2) * pitch}H${width}"/>`,
  )
  return `<g fill="none" transform="translate(0 ${y})">${drawn.join("")}${rest.join("")}</g>`
}

/** The largest size at which the title keeps to its lines; at the smallest it is cut. */
function titleLines(title: string): { size: number; lines: string[] } {
  for (const size of sizes) {
    const lines = wrapped(title, 800, size, textWidth)
    if (lines.length <= mostLines[size]) return { size, lines }
  }
  const size = sizes[sizes.length - 1] ?? 36
  const lines = wrapped(title, 800, size, textWidth).slice(0, mostLines[36])
  const last = `${(lines.pop() ?? "").replace(/[\s,;:–-]+$/, "")}…`
  return { size, lines: [...lines, shortened(last, 800, size, textWidth)] }
}

/** The line under the title, in two at most. */
function lineUnder(line: string): string[] {
  const [first, second] = wrapped(line, 500, 28, textWidth)
  if (first === undefined) return []
  return second === undefined ? [first] : [first, shortened(line.slice(first.length).trim(), 500, 28, textWidth)]
}

function demoTag(word: string): string {
  const label = word.toLocaleUpperCase("id")
  const box = widthOf(label, 700, 24) + 36
  const x = width - edge - box
  return `<rect x="${x}" y="52" width="${box}" height="46" rx="4" fill="${cardColours["wash-waiting"]}" stroke="${
    cardColours["state-waiting"]
  }" stroke-width="2"/>${text(label, 700, 24, x + 18, 84, cardColours["state-waiting"])}`
}

/** A card as SVG without a letter in it: everything is outlines, so nothing depends on where it is drawn. */
export function cardSvg({ eyebrow, title, line, strands, demo }: CardFacts): string {
  const { size, lines } = titleLines(title)
  const leading = size * 1.14
  const top = 178 + (eyebrow === "" ? -8 : 0)
  const first = top + (eyebrow === "" ? 0 : 34) + size * 0.78
  const foot = Math.min(first + (lines.length - 1) * leading + 58, 510)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${cardColours.paper}"/>`,
    knot(large, 364, width - edge - 144, 330, strands),
    knot(small, 52, edge + 26, 76, STRANDS),
    text("Simpul", 800, 34, edge + 66, 88, cardColours.ink),
    eyebrow === "" ? "" : text(shortened(eyebrow, 700, 26, textWidth), 700, 26, edge, top, cardColours.accent),
    ...lines.map((each, index) => text(each, 800, size, edge, first + index * leading, cardColours.ink)),
    ...lineUnder(line).map((each, index) => text(each, 500, 28, edge, foot + index * 38, cardColours["ink-soft"])),
    plait(height - 44),
    demo === null ? "" : demoTag(demo),
    "</svg>",
  ].join("")
}
