import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { distance, seenBy, toLab, type Vision } from "#app/ui/colour/colour-vision.ts"
import { contrast, parseHex } from "#app/ui/colour/contrast.ts"
import { readTokens, type Tokens } from "#app/ui/colour/token-sheet.ts"

const sheet = readTokens(readFileSync("app/ui/styles/tokens.css", "utf8"))
const themes: readonly [string, Tokens][] = [
  ["light", sheet.light],
  ["dark", sheet.darkByChoice],
]
const of = (theme: Tokens, token: string): string => {
  const value = theme[token]
  if (!value) throw new Error(`No token ${token}`)
  return value
}
const grounds = ["paper", "sheet", "sunk"]
const strands = ["a", "b", "c", "g", "m"]

describe("the measures themselves", () => {
  it("knows the contrast of black on white and of equal colours", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5)
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2)
    expect(contrast("#123456", "#123456")).toBe(1)
  })

  it("refuses what is no colour of six digits", () => {
    expect(() => parseHex("#fff")).toThrow()
    expect(() => parseHex("red")).toThrow()
  })

  // Pairs 1, 4, 7 and 17 of the published test data for CIEDE2000 (Sharma, Wu & Dalal 2005).
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
  ] as const)("finds the distance of %j and %j", (one, other, expected) => {
    expect(distance(one, other)).toBeCloseTo(expected, 3)
    expect(distance(other, one)).toBeCloseTo(expected, 3)
  })
})

it("says the same of dark by the system's wish and dark by choice", () => {
  expect(sheet.darkBySystem).toEqual(sheet.darkByChoice)
  expect(sheet.darkByChoice.paper).not.toBe(sheet.light.paper)
})

describe.each(themes)("%s theme", (_name, theme) => {
  it.each(["ink", "ink-soft"])("sets body text in %s at AAA on every ground", (token) => {
    for (const ground of grounds)
      expect(contrast(of(theme, token), of(theme, ground)), ground).toBeGreaterThanOrEqual(7)
  })

  it.each([
    "ink-faint",
    "accent",
    ...strands.map((letter) => `strand-${letter}`),
    ...["draft", "waiting", "progress", "positive", "warning", "refused", "ended"].map((state) => `state-${state}`),
  ])("keeps %s readable as text on every ground", (token) => {
    for (const ground of grounds)
      expect(contrast(of(theme, token), of(theme, ground)), ground).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ["on-accent", "accent-fill"],
    ["on-accent", "accent-deep"],
    ["on-accent", "refused-fill"],
    ["paper", "state-positive"],
    ["paper", "ink"],
    ["on-strip", "strip"],
    ["ink", "accent-wash"],
    ["accent", "accent-wash"],
    ["ink-soft", "accent-wash"],
    ["ink", "wash-waiting"],
    ["ink", "wash-positive"],
    ["ink", "wash-refused"],
    ["state-waiting", "wash-waiting"],
    ["state-progress", "wash-progress"],
    ["state-positive", "wash-positive"],
    ["state-refused", "wash-refused"],
    ...strands.map((letter) => ["paper", `strand-${letter}`] as const),
  ] as const)("keeps %s readable on %s", (text, ground) => {
    expect(contrast(of(theme, text), of(theme, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(["rule-strong", "ink", "accent-fill", "focus"])("lets %s be seen as the edge of a control", (token) => {
    for (const ground of grounds)
      expect(contrast(of(theme, token), of(theme, ground)), ground).toBeGreaterThanOrEqual(3)
  })

  it("keeps the steps of a map apart from each other, from bare land and from the sheet they lie on", () => {
    const steps = [1, 2, 3, 4].map((step) => of(theme, `map-${step}`))
    for (const step of steps)
      for (const ground of ["map-0", "sheet"])
        expect(contrast(step, of(theme, ground)), `${step} on ${ground}`).toBeGreaterThanOrEqual(3)
    for (const [i, step] of steps.slice(1).entries())
      expect(contrast(step, steps[i]!), `${step} and ${steps[i]}`).toBeGreaterThanOrEqual(1.45)
  })

  // Strands always come with letter and word; their hues must still not collapse for anybody.
  it.each([
    ["normal", 19],
    ["protanopia", 8],
    ["deuteranopia", 8],
    ["tritanopia", 6],
  ] as const)("keeps the five strands apart with %s vision", (vision: Vision, least) => {
    const seen = strands.map((letter) => toLab(seenBy(vision, parseHex(of(theme, `strand-${letter}`)))))
    for (let i = 0; i < seen.length; i += 1)
      for (let j = 0; j < i; j += 1)
        expect(distance(seen[i]!, seen[j]!), `${strands[j]} and ${strands[i]}`).toBeGreaterThanOrEqual(least)
  })
})
