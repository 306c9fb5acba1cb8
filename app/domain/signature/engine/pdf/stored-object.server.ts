import { damaged, type Meter } from "./limits.server.ts"
import { isWhiteSpace, TokenReader } from "./tokens.server.ts"
import { countOf, type PdfDictionary, type PdfReference, type PdfValue } from "./values.server.ts"

/** An object as it stands in the file: `start` is its number's first digit, `end` lies behind "endobj". */
export interface StoredObject {
  number: number
  generation: number
  value: PdfValue
  start: number
  end: number
}

/**
 * Reads `N G obj … endobj` at `offset`. A stream must have its exact length: "endstream" is never searched for.
 * @param resolve finds the value of a /Length that is a reference
 */
export function readStoredObject(
  bytes: Uint8Array,
  offset: number,
  end: number,
  meter: Meter,
  resolve: (reference: PdfReference) => PdfValue | undefined,
): StoredObject {
  if (offset >= end) throw damaged("object offset")
  const reader = new TokenReader(bytes, offset, end, meter)
  while (isWhiteSpace(bytes[reader.position])) reader.position += 1
  const start = reader.position
  const number = reader.expectCount()
  const generation = reader.expectCount()
  reader.expect("obj")
  let value = reader.value()
  reader.skipSpace()
  if (value.kind === "dictionary" && reader.accept("stream")) {
    value = { kind: "stream", dictionary: value, data: streamData(reader, value, resolve) }
  }
  reader.expect("endobj")
  return { number, generation, value, start, end: reader.position }
}

function streamData(
  reader: TokenReader,
  dictionary: PdfDictionary,
  resolve: (reference: PdfReference) => PdfValue | undefined,
): Uint8Array {
  if (reader.bytes[reader.position] === 13) reader.position += 1
  if (reader.bytes[reader.position] !== 10) throw damaged("line end after stream")
  reader.position += 1
  if (dictionary.entries.has("F")) throw damaged("content outside the file")
  const stated = dictionary.entries.get("Length")
  const length = countOf(stated?.kind === "reference" ? resolve(stated) : stated)
  if (length === undefined || reader.position + length > reader.end) throw damaged("stream length")
  const data = reader.bytes.subarray(reader.position, reader.position + length)
  reader.position += length
  while (isWhiteSpace(reader.bytes[reader.position])) reader.position += 1
  if (!reader.accept("endstream")) throw damaged("stream length")
  return data
}
