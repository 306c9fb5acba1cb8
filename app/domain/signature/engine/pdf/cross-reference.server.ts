import { unpack } from "./filters.server.ts"
import { damaged, type Meter, UnreadablePdf } from "./limits.server.ts"
import { readStoredObject } from "./stored-object.server.ts"
import { TokenReader } from "./tokens.server.ts"
import { countOf, nameOf, type PdfDictionary } from "./values.server.ts"

/** Where an object stands: free, at an offset of the file, or inside an object stream. */
export type Entry =
  | { kind: "free" }
  | { kind: "plain"; offset: number; generation: number }
  | { kind: "packed"; container: number; index: number }

/** One cross-reference table or stream. `start` to `end` are its bytes, for a table with its trailer dictionary. */
export interface Section {
  start: number
  end: number
  entries: Map<number, Entry>
  trailer: PdfDictionary
  /** The table names a second, hidden section (/XRefStm), which old and new readers see differently. */
  hybrid: boolean
}

/** An entry takes about this much memory in all the places that keep it. */
const ENTRY_COST = 256

export const sameEntry = (a: Entry | undefined, b: Entry | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b
  if (a.kind === "plain") return b.kind === "plain" && a.offset === b.offset && a.generation === b.generation
  if (a.kind === "packed") return b.kind === "packed" && a.container === b.container && a.index === b.index
  return b.kind === "free"
}

/**
 * The chain of sections from the one at `start` back to the first, newest first, following /Prev.
 * @throws UnreadablePdf "damaged" for loops and broken sections, "tooComplex" for too many
 */
export function readSections(bytes: Uint8Array, start: number, end: number, meter: Meter): Section[] {
  const sections: Section[] = []
  const seen = new Set<number>()
  let objects = 0
  for (let at: number | undefined = start; at !== undefined; ) {
    if (seen.has(at)) throw damaged("cross-reference loop")
    seen.add(at)
    if (sections.length >= meter.limits.revisions) throw new UnreadablePdf("tooComplex", "sections")
    const section: Section = readSection(bytes, at, end, meter)
    objects += section.entries.size
    meter.spend(section.entries.size * ENTRY_COST)
    if (objects > meter.limits.objects) throw new UnreadablePdf("tooComplex", "objects")
    sections.push(section)
    const previous = section.trailer.entries.get("Prev")
    at = countOf(previous)
    if (previous !== undefined && at === undefined) throw damaged("/Prev")
  }
  return sections
}

function readSection(bytes: Uint8Array, at: number, end: number, meter: Meter): Section {
  if (at >= end) throw damaged("cross-reference offset")
  const reader = new TokenReader(bytes, at, end, meter)
  reader.skipSpace()
  const section = reader.accept("xref") ? readTable(reader, at, meter) : readStream(bytes, at, end, meter)
  const size = countOf(section.trailer.entries.get("Size"))
  if (size === undefined) throw damaged("/Size")
  for (const number of section.entries.keys()) if (number >= size) throw damaged("object number beyond /Size")
  return section
}

function readTable(reader: TokenReader, start: number, meter: Meter): Section {
  const entries = new Map<number, Entry>()
  for (;;) {
    reader.skipSpace()
    if (reader.accept("trailer")) break
    const first = reader.expectCount()
    const count = reader.expectCount()
    if (entries.size + count > meter.limits.objects) throw new UnreadablePdf("tooComplex", "objects")
    for (let number = first; number < first + count; number += 1) {
      const offset = reader.expectCount()
      const generation = reader.expectCount()
      reader.skipSpace()
      const state = reader.word()
      if ((state !== "n" && state !== "f") || entries.has(number)) throw damaged("cross-reference entry")
      entries.set(number, state === "n" ? { kind: "plain", offset, generation } : { kind: "free" })
    }
  }
  const trailer = reader.value()
  if (trailer.kind !== "dictionary") throw damaged("trailer")
  const end = reader.position
  const hidden = trailer.entries.get("XRefStm")
  if (hidden === undefined) return { start, end, entries, trailer, hybrid: false }
  const at = countOf(hidden)
  if (at === undefined || at >= reader.end) throw damaged("/XRefStm")
  for (const [number, entry] of readStream(reader.bytes, at, reader.end, meter).entries) {
    if ((entries.get(number) ?? { kind: "free" }).kind === "free") entries.set(number, entry)
  }
  return { start, end, entries, trailer, hybrid: true }
}

function readStream(bytes: Uint8Array, at: number, end: number, meter: Meter): Section {
  const object = readStoredObject(bytes, at, end, meter, () => undefined)
  const stream = object.value
  if (stream.kind !== "stream" || nameOf(stream.dictionary.entries.get("Type")) !== "XRef") {
    throw damaged("cross-reference section expected")
  }
  const entries = new Map<number, Entry>()
  const widths = numbers(stream.dictionary, "W")
  const size = countOf(stream.dictionary.entries.get("Size"))
  if (widths?.length !== 3 || size === undefined) throw damaged("cross-reference stream")
  const [typeWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const width = typeWidth + secondWidth + thirdWidth
  if (width < 1 || typeWidth > 1 || secondWidth > 6 || thirdWidth > 6) throw damaged("/W")
  const data = unpack(stream, meter)
  const index = numbers(stream.dictionary, "Index") ?? [0, size]
  if (index.length % 2 !== 0) throw damaged("/Index")
  let position = 0
  for (let pair = 0; pair < index.length; pair += 2) {
    const first = index[pair]!
    const count = index[pair + 1]!
    if (position + count * width > data.length) throw damaged("cross-reference stream cut off")
    for (let number = first; number < first + count; number += 1) {
      const field = (length: number, absent: number): number => {
        if (length === 0) return absent
        let value = 0
        for (let byte = 0; byte < length; byte += 1) value = value * 256 + data[position + byte]!
        position += length
        return value
      }
      const type = field(typeWidth, 1)
      const second = field(secondWidth, 0)
      const third = field(thirdWidth, 0)
      if (entries.has(number)) throw damaged("cross-reference entry")
      if (type === 0) entries.set(number, { kind: "free" })
      else if (type === 1) entries.set(number, { kind: "plain", offset: second, generation: third })
      else if (type === 2) entries.set(number, { kind: "packed", container: second, index: third })
      else throw damaged("cross-reference entry")
    }
  }
  return { start: at, end: object.end, entries, trailer: stream.dictionary, hybrid: false }
}

function numbers(dictionary: PdfDictionary, key: string): number[] | undefined {
  const value = dictionary.entries.get(key)
  if (value === undefined) return undefined
  if (value.kind !== "array") throw damaged(`/${key}`)
  return value.items.map((item) => {
    const count = countOf(item)
    if (count === undefined) throw damaged(`/${key}`)
    return count
  })
}
