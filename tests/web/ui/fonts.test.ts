import { readFileSync, statSync } from "node:fs"
import subsetFont from "subset-font"
import { beforeAll, describe, expect, it } from "vitest"

const file = "node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"
const css = readFileSync("app/ui/styles/fonts.css", "utf8")
const percent = (property: string): number => Number(new RegExp(`${property}:\\s*([\\d.]+)%`).exec(css)?.[1])

const TEXT =
  "kesepakatan bersama antara pemerintah daerah provinsi jawa barat dan pemerintah kota magelang tentang pengembangan karakter dan kapasitas aparatur sipil negara, yang dapat diperiksa siapa saja."

/** Advance widths of Helvetica and Arial in thousandths of an em, from Adobe's font metrics for the standard 14 fonts. */
const arial: Readonly<Record<string, number>> = {
  ...{ a: 556, b: 556, c: 500, d: 556, e: 556, f: 278, g: 556, h: 556, i: 222, j: 222, k: 500, l: 222, m: 833 },
  ...{ n: 556, o: 556, p: 556, q: 556, r: 333, s: 500, t: 278, u: 556, v: 500, w: 722, x: 500, y: 500, z: 500 },
  ...{ " ": 278, ",": 278, ".": 278 },
}

/** The few tables of a TrueType file that say how wide and how tall its text is. */
function measures(font: Buffer) {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i += 1)
    tables.set(font.toString("latin1", 12 + 16 * i, 16 + 16 * i), font.readUInt32BE(20 + 16 * i))
  const at = (name: string): number => tables.get(name)!
  const longMetrics = font.readUInt16BE(at("hhea") + 34)
  const cmap = at("cmap")
  let format4 = 0
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const offset = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    if (font.readUInt16BE(offset) === 4) format4 = offset
  }
  const segments = font.readUInt16BE(format4 + 6)
  const glyph = (code: number): number => {
    for (let s = 0; s < segments; s += 2) {
      if (font.readUInt16BE(format4 + 14 + s) < code) continue
      const start = font.readUInt16BE(format4 + 16 + segments + s)
      const delta = font.readUInt16BE(format4 + 16 + 2 * segments + s)
      const rangeAt = format4 + 16 + 3 * segments + s
      const range = font.readUInt16BE(rangeAt)
      if (start > code) return 0
      return range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + 2 * (code - start))
    }
    return 0
  }
  return {
    unitsPerEm: font.readUInt16BE(at("head") + 18),
    ascent: font.readInt16BE(at("hhea") + 4),
    descent: -font.readInt16BE(at("hhea") + 6),
    lineGap: font.readInt16BE(at("hhea") + 8),
    advance: (character: string): number => {
      const index = Math.min(glyph(character.codePointAt(0)!), longMetrics - 1)
      return font.readUInt16BE(at("hmtx") + 4 * index)
    },
  }
}

describe("the one font file", () => {
  it("weighs at most 30 KB", () => {
    expect(statSync(file).size).toBeLessThanOrEqual(30 * 1024)
  })

  it("is swapped in, never waited for", () => {
    expect(css).toContain("font-display: swap")
  })
})

describe("the fallback face", () => {
  let font: ReturnType<typeof measures>
  beforeAll(async () => {
    const plain = await subsetFont(readFileSync(file), TEXT, { targetFormat: "truetype", variationAxes: { wght: 400 } })
    font = measures(plain)
  })

  it("is as wide as the real one in Indonesian running text, within half a percent", () => {
    const own = [...TEXT].reduce((sum, character) => sum + font.advance(character), 0) / font.unitsPerEm
    const fallback = [...TEXT].reduce((sum, character) => sum + arial[character]!, 0) / 1000
    expect(Math.abs(own / fallback - percent("size-adjust") / 100)).toBeLessThan(0.005)
  })

  it("has the line box of the real one", () => {
    const scale = percent("size-adjust") / 100
    expect((percent("ascent-override") / 100) * scale).toBeCloseTo(font.ascent / font.unitsPerEm, 3)
    expect((percent("descent-override") / 100) * scale).toBeCloseTo(font.descent / font.unitsPerEm, 3)
    expect(percent("line-gap-override")).toBe(font.lineGap)
  })
})
