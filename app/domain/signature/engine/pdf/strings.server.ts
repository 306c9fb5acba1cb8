import { damaged } from "./limits.server.ts"
import type { PdfString } from "./values.server.ts"

const HEX = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

const WHITE_SPACE = new Set([0, 9, 10, 12, 13, 32])

/** The value of a hex digit's byte, or -1. */
export const hexDigit = (byte: number | undefined): number => (byte === undefined ? -1 : HEX[byte]!)

const ESCAPES = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
])

const LONGEST_STRING = 4 * 1024 * 1024

/** The hex string whose "<" stands at `start` (ISO 32000-1 §7.3.4.3). */
export function readHexString(source: Uint8Array, start: number, limit: number): PdfString {
  const close = source.indexOf(0x3e, start)
  if (close < 0 || close >= limit) throw damaged("string cut off")
  const bytes = new Uint8Array((close - start) >> 1)
  let digits = 0
  for (let at = start + 1; at < close; at += 1) {
    if (WHITE_SPACE.has(source[at]!)) continue
    const digit = hexDigit(source[at])
    if (digit < 0) throw damaged("bad hex string")
    bytes[digits >> 1]! |= digits % 2 === 0 ? digit << 4 : digit
    digits += 1
  }
  return { kind: "string", bytes: bytes.subarray(0, (digits + 1) >> 1), hex: true, start, end: close + 1 }
}

/** The literal string whose "(" stands at `start` (§7.3.4.2). */
export function readLiteralString(source: Uint8Array, start: number, limit: number): PdfString {
  const bytes: number[] = []
  let open = 1
  let at = start + 1
  while (at < limit && bytes.length <= LONGEST_STRING) {
    const byte = source[at]!
    at += 1
    if (byte === 0x5c) {
      const escaped = readEscape(source, at)
      at = escaped.end
      if (escaped.byte !== undefined) bytes.push(escaped.byte)
      continue
    }
    if (byte === 0x28) open += 1
    if (byte === 0x29) {
      open -= 1
      if (open === 0) return { kind: "string", bytes: Uint8Array.from(bytes), hex: false, start, end: at }
    }
    // A line end of any kind counts as a line feed.
    if (byte === 0x0d && source[at] === 0x0a) at += 1
    bytes.push(byte === 0x0d ? 0x0a : byte)
  }
  throw damaged("string cut off, or overlong")
}

/** What stands behind a backslash at `at`: a byte, or nothing for a continued line. */
function readEscape(source: Uint8Array, at: number): { byte: number | undefined; end: number } {
  const escaped = source[at]
  if (escaped === undefined) throw damaged("string cut off")
  if (escaped === 0x0a) return { byte: undefined, end: at + 1 }
  if (escaped === 0x0d) return { byte: undefined, end: source[at + 1] === 0x0a ? at + 2 : at + 1 }
  if (!isOctal(escaped)) return { byte: ESCAPES.get(escaped) ?? escaped, end: at + 1 }
  let value = 0
  let end = at
  while (end < at + 3 && isOctal(source[end])) {
    value = value * 8 + source[end]! - 0x30
    end += 1
  }
  return { byte: value & 0xff, end }
}

const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x37
