import { damaged, type Meter, UnreadablePdf } from "./limits.server.ts"
import { isWhiteSpace, TokenReader } from "./tokens.server.ts"

const END_OF_FILE = Buffer.from("%%EOF")
const START = Buffer.from("startxref")

/** Reads "startxref N %%EOF" backwards from `end`. */
export function startOfSections(bytes: Uint8Array, end: number, meter: Meter): number {
  let tail = end
  while (tail > 0 && isWhiteSpace(bytes[tail - 1])) tail -= 1
  const marker = tail - END_OF_FILE.length
  if (marker < 0 || Buffer.compare(bytes.subarray(marker, tail), END_OF_FILE) !== 0) throw damaged("no end of file")
  const from = Math.max(0, marker - 64)
  const keyword = Buffer.from(bytes.buffer, bytes.byteOffset + from, marker - from).lastIndexOf(START)
  if (keyword < 0) throw damaged("startxref")
  const reader = new TokenReader(bytes, from + keyword, marker, meter)
  reader.expect("startxref")
  const offset = reader.expectCount()
  reader.skipSpace()
  if (reader.position !== marker) throw damaged("startxref")
  return offset
}

/**
 * Where revisions may end, last first: behind each "%%EOF" and its line end.
 * @throws UnreadablePdf "tooComplex" when there are more than the limits allow
 */
export function revisionEnds(bytes: Uint8Array, meter: Meter): number[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let at = view.indexOf(END_OF_FILE); at >= 0; at = view.indexOf(END_OF_FILE, at + 1)) {
    if (ends.length >= meter.limits.revisions) throw new UnreadablePdf("tooComplex", "revisions")
    let end = at + END_OF_FILE.length
    if (bytes[end] === 13) end += 1
    if (bytes[end] === 10) end += 1
    ends.push(end)
  }
  return ends.reverse()
}

/** @throws UnreadablePdf for what is no PDF at all, or too large to look at */
export function checkHeader(bytes: Uint8Array, meter: Meter): void {
  if (bytes.length === 0) throw new UnreadablePdf("empty", "0 bytes")
  if (bytes.length > meter.limits.bytes) throw new UnreadablePdf("tooLarge", "bytes")
  if (!/^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString("latin1"))) {
    throw new UnreadablePdf("notPdf", "header")
  }
}
