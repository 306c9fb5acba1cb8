import type { PdfDocument } from "../pdf/document.server.ts"
import { UnreadablePdf } from "../pdf/limits.server.ts"
import type { SignedField } from "./signature-fields.server.ts"

const KEY = Buffer.from("/ByteRange")

const MOST_PLACES = 256

/**
 * Signature values that stand in the file as objects of their own, whether or not a form field leads to them. A reader
 * does not show the ones without a field, but someone put them there, and a report that is silent about them would be
 * wrong.
 */
export function looseSignatures(document: PdfDocument): SignedField[] {
  const offsets = [...document.entries]
    .flatMap(([number, entry]) => (entry.kind === "plain" ? [{ number, offset: entry.offset }] : []))
    .sort((a, b) => a.offset - b.offset)
  const view = Buffer.from(document.bytes.buffer, document.bytes.byteOffset, document.end)
  const numbers = new Set<number>()
  let places = 0
  for (let at = view.indexOf(KEY); at >= 0; at = view.indexOf(KEY, at + KEY.length)) {
    places += 1
    if (places > MOST_PLACES) throw new UnreadablePdf("tooComplex", "signatures")
    const index = lastAtOrBefore(offsets, at)
    if (index >= 0) numbers.add(offsets[index]!.number)
  }
  return [...numbers].flatMap((number) => {
    const holder = readable(document, number)
    const value = holder?.value
    return value?.kind === "dictionary" && value.entries.has("ByteRange") ? [{ value, holder }] : []
  })
}

function lastAtOrBefore(sorted: readonly { offset: number }[], position: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.offset <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** An object that nothing leads to may be broken without harm. */
function readable(document: PdfDocument, number: number) {
  try {
    return document.stored(number)
  } catch (error) {
    if (error instanceof UnreadablePdf && error.reason === "damaged") return undefined
    throw error
  }
}
