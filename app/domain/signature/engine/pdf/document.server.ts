import { type Entry, readSections, type Section } from "./cross-reference.server.ts"
import { startOfSections } from "./file-frame.server.ts"
import { unpack } from "./filters.server.ts"
import { damaged, type Meter, UnreadablePdf } from "./limits.server.ts"
import { readStoredObject, type StoredObject } from "./stored-object.server.ts"
import { TokenReader } from "./tokens.server.ts"
import { countOf, NULL, nameOf, type PdfDictionary, type PdfStream, type PdfValue } from "./values.server.ts"

/**
 * One revision of a file: its bytes up to `end`, read by its cross-reference sections alone. Nothing is searched for or
 * guessed: what a strict reader cannot reach is not there, and what it cannot read makes the revision unreadable.
 */
export class PdfDocument {
  readonly bytes: Uint8Array
  readonly end: number
  /** Newest first. */
  readonly sections: readonly Section[]
  readonly entries: ReadonlyMap<number, Entry>
  readonly meter: Meter
  readonly #objects = new Map<number, { value: PdfValue; stored: StoredObject | undefined }>()
  readonly #containers = new Map<number, Map<number, PdfValue>>()
  readonly #loading = new Set<number>()

  private constructor(bytes: Uint8Array, end: number, sections: Section[], meter: Meter) {
    this.bytes = bytes
    this.end = end
    this.sections = sections
    this.meter = meter
    const entries = new Map<number, Entry>()
    for (const section of sections) {
      for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry)
    }
    this.entries = entries
  }

  /**
   * Opens the revision that ends at `end`, which must lie behind "%%EOF" with nothing but white space between.
   * @throws UnreadablePdf
   */
  static open(bytes: Uint8Array, end: number, meter: Meter): PdfDocument {
    const document = new PdfDocument(
      bytes,
      end,
      readSections(bytes, startOfSections(bytes, end, meter), end, meter),
      meter,
    )
    if (document.trailer.entries.has("Encrypt")) throw new UnreadablePdf("encrypted", "/Encrypt")
    if (document.trailer.entries.get("Root")?.kind !== "reference") throw damaged("/Root")
    if (document.resolve(document.trailer.entries.get("Root")).kind !== "dictionary") throw damaged("catalog")
    return document
  }

  get trailer(): PdfDictionary {
    return this.sections[0]!.trailer
  }

  get rootNumber(): number {
    const root = this.trailer.entries.get("Root")
    if (root?.kind !== "reference") throw damaged("/Root")
    return root.number
  }

  get catalog(): PdfDictionary {
    const root = this.resolve(this.trailer.entries.get("Root"))
    if (root.kind !== "dictionary") throw damaged("catalog")
    return root
  }

  /** The object with this number; undefined when it is free or was never defined. */
  object(number: number): PdfValue | undefined {
    return this.#load(number)?.value
  }

  /** The object as it stands in the file; undefined when it is free, unknown or inside an object stream. */
  stored(number: number): StoredObject | undefined {
    return this.#load(number)?.stored
  }

  /** Follows a reference, also through further references; what is not there is null (ISO 32000-1 §7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? NULL
    for (let step = 0; current.kind === "reference"; step += 1) {
      if (step > 8) throw damaged("chain of references")
      const entry = this.entries.get(current.number)
      const generation = entry?.kind === "plain" ? entry.generation : 0
      current = (generation === current.generation ? this.object(current.number) : undefined) ?? NULL
    }
    return current
  }

  #load(number: number): { value: PdfValue; stored: StoredObject | undefined } | undefined {
    const known = this.#objects.get(number)
    if (known) return known
    const entry = this.entries.get(number)
    if (entry === undefined || entry.kind === "free") return undefined
    if (this.#loading.has(number)) throw damaged("object that needs itself")
    this.#loading.add(number)
    try {
      const loaded = entry.kind === "plain" ? this.#plain(number, entry) : this.#packed(number, entry)
      this.#objects.set(number, loaded)
      return loaded
    } finally {
      this.#loading.delete(number)
    }
  }

  #plain(number: number, entry: Extract<Entry, { kind: "plain" }>) {
    const stored = readStoredObject(this.bytes, entry.offset, this.end, this.meter, (reference) =>
      this.resolve(reference),
    )
    if (stored.number !== number || stored.generation !== entry.generation)
      throw damaged("another object at the offset")
    return { value: stored.value, stored }
  }

  #packed(number: number, entry: Extract<Entry, { kind: "packed" }>) {
    let container = this.#containers.get(entry.container)
    if (!container) {
      if (this.entries.get(entry.container)?.kind !== "plain") throw damaged("object stream")
      const stream = this.object(entry.container)
      if (stream?.kind !== "stream") throw damaged("object stream")
      container = readObjectStream(stream, this.meter)
      this.#containers.set(entry.container, container)
    }
    const value = container.get(number)
    if (value === undefined) throw damaged("object missing from its stream")
    return { value, stored: undefined }
  }
}

/** The objects of an object stream (ISO 32000-1 §7.5.7) by number. */
function readObjectStream(stream: PdfStream, meter: Meter): Map<number, PdfValue> {
  const count = countOf(stream.dictionary.entries.get("N"))
  const first = countOf(stream.dictionary.entries.get("First"))
  if (nameOf(stream.dictionary.entries.get("Type")) !== "ObjStm" || count === undefined || first === undefined) {
    throw damaged("object stream")
  }
  if (count > meter.limits.objects) throw new UnreadablePdf("tooComplex", "objects")
  const data = unpack(stream, meter)
  if (first > data.length) throw damaged("object stream")
  const header = new TokenReader(data, 0, first, meter)
  const objects = new Map<number, PdfValue>()
  for (let index = 0; index < count; index += 1) {
    const number = header.expectCount()
    const offset = first + header.expectCount()
    if (objects.has(number) || offset >= data.length) throw damaged("object stream")
    objects.set(number, new TokenReader(data, offset, data.length, meter).value())
  }
  return objects
}
