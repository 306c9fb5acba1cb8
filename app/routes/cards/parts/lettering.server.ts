import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { create, type Font } from "fontkit"

/**
 * Text as outlines, from the portal's own typeface: a server has no fonts of its own to rely on, and a card looks the
 * same wherever it is drawn.
 */
export type Weight = 500 | 700 | 800

const require = createRequire(import.meta.url)
const fonts = new Map<Weight, Font>()

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const file = require.resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`)
  const font = create(readFileSync(file)) as Font
  fonts.set(weight, font)
  return font
}

/** What the typeface can write: letters it lacks lose their accents, and what is still strange is left out. */
function writable(font: Font, text: string): string {
  const has = (sign: string) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
  return [...text.normalize("NFC")]
    .map((sign) => (has(sign) ? sign : [...sign.normalize("NFD")].filter(has).join("")))
    .join("")
    .replace(/\s+/g, " ")
    .trim()
}

/** Words whose width is known; titles share most of theirs. */
const measured = new Map<string, number>()

/** How wide a line is at `size`, word by word: what a space does to its neighbours is too little to matter. */
export function widthOf(text: string, weight: Weight, size: number): number {
  const words = text.split(" ")
  const width = words.reduce((sum, word) => sum + wordWidth(word, weight), 0)
  return (width + (words.length - 1) * wordWidth(" ", weight)) * size
}

/** The width of a word at size 1. */
function wordWidth(word: string, weight: Weight): number {
  const name = `${weight} ${word}`
  const known = measured.get(name)
  if (known !== undefined) return known
  const font = fontOf(weight)
  const clean = word === " " ? word : writable(font, word)
  const width = clean === "" ? 0 : font.layout(clean).advanceWidth / font.unitsPerEm
  if (measured.size >= 5000) measured.clear()
  measured.set(name, width)
  return width
}

/** SVG path data of one line that starts at `x` on the baseline `y`. */
export function outlineOf(text: string, weight: Weight, size: number, x: number, y: number): string {
  const font = fontOf(weight)
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(writable(font, text))
  let at = x
  let path = ""
  glyphs.forEach((glyph, index) => {
    const position = positions[index]
    const rise = position?.yOffset ?? 0
    const shift = position?.xOffset ?? 0
    path += glyph.path
      .scale(scale, -scale)
      .translate(at + shift * scale, y - rise * scale)
      .toSVG()
    at += (position?.xAdvance ?? 0) * scale
  })
  return path
}

/** The lines of a text no wider than `width`; a word that is wider is cut. */
export function wrapped(text: string, weight: Weight, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of writable(fontOf(weight), text).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (widthOf(longer, weight, size) <= width) {
      line = longer
      continue
    }
    if (line !== "") lines.push(line)
    line = shortened(word, weight, size, width)
  }
  if (line !== "") lines.push(line)
  return lines
}

/** A text cut so that it fits `width`, with the sign that says so. */
export function shortened(text: string, weight: Weight, size: number, width: number): string {
  if (widthOf(text, weight, size) <= width) return text
  let cut = text
  while (cut !== "" && widthOf(`${cut}…`, weight, size) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
