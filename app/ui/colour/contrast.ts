/** Linear-light red, green, blue, each 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number]

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Reads "#rrggbb". */
export function parseHex(hex: string): LinearRgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Not a colour of six hex digits: ${hex}`)
  const channel = (start: number): number => toLinear(Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

export const luminance = ([red, green, blue]: LinearRgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** WCAG 2.2 contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const a = luminance(parseHex(one))
  const b = luminance(parseHex(other))
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
