const SEQUENCE = 0x10
const SET = 0x11
const DEEPEST = 40

/**
 * Length of the DER element (X.690 §10) at the start of `bytes`, or undefined when it is not one all through: every
 * length definite and as short as can be, every constructed element filled exactly by its parts. A signature's value in a
 * PDF must be DER (ISO 32000-1 §12.8.3.3.1), and only then is there one way to write it: lenient parsers read over changed
 * lengths and trailing parts that no digest covers.
 */
export function derLength(bytes: Uint8Array): number | undefined {
  return element(bytes, 0, bytes.length, 0)
}

/** The position behind the element at `start`. */
function element(bytes: Uint8Array, start: number, end: number, depth: number): number | undefined {
  const tag = bytes[start]
  if (tag === undefined || tag === 0 || (tag & 0x1f) === 0x1f || depth > DEEPEST) return undefined
  const universal = (tag & 0xc0) === 0
  const constructed = (tag & 0x20) !== 0
  const number = tag & 0x1f
  if (universal && constructed !== (number === SEQUENCE || number === SET)) return undefined
  const body = contents(bytes, start + 1, end)
  if (!body) return undefined
  let position = body.start
  while (constructed && position < body.end) {
    const next = element(bytes, position, body.end, depth + 1)
    if (next === undefined) return undefined
    position = next
  }
  return body.end
}

function contents(bytes: Uint8Array, at: number, end: number): { start: number; end: number } | undefined {
  const first = bytes[at]
  if (first === undefined || at >= end) return undefined
  let start = at + 1
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4 || start + count > end || bytes[start] === 0) return undefined
    length = 0
    for (let index = 0; index < count; index += 1) length = length * 256 + bytes[start + index]!
    if (length < 0x80) return undefined
    start += count
  }
  return start + length <= end ? { start, end: start + length } : undefined
}
