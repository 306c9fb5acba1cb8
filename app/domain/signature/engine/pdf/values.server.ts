/** The object types of ISO 32000-1 §7.3. Names and dictionary keys are byte strings, one character a byte. */
export type PdfValue =
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  | { kind: "number"; value: number; integer: boolean }
  | { kind: "name"; value: string }
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference

/** `start` and `end` are the positions of the token with its brackets, in the buffer it was read from. */
export interface PdfString {
  kind: "string"
  bytes: Uint8Array
  hex: boolean
  start: number
  end: number
}

export interface PdfArray {
  kind: "array"
  items: PdfValue[]
}

export interface PdfDictionary {
  kind: "dictionary"
  entries: Map<string, PdfValue>
}

/** `data` is as stored, filters not undone. */
export interface PdfStream {
  kind: "stream"
  dictionary: PdfDictionary
  data: Uint8Array
}

export interface PdfReference {
  kind: "reference"
  number: number
  generation: number
}

export const NULL: PdfValue = { kind: "null" }

/** The dictionary of a dictionary or of a stream. */
export function dictionaryOf(value: PdfValue | undefined): PdfDictionary | undefined {
  if (value?.kind === "dictionary") return value
  return value?.kind === "stream" ? value.dictionary : undefined
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === "name" ? value.value : undefined
}

/** A non-negative whole number, or undefined. */
export function countOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === "number" && value.integer && value.value >= 0 && Number.isSafeInteger(value.value)
    ? value.value
    : undefined
}

/** The values directly inside `value`. */
export function childrenOf(value: PdfValue): Iterable<PdfValue> {
  if (value.kind === "array") return value.items
  return dictionaryOf(value)?.entries.values() ?? []
}

/** Structurally the same. References are the same when they name the same object; where strings stand does not matter. */
export function sameValue(a: PdfValue, b: PdfValue): boolean {
  if (a === b) return true
  switch (a.kind) {
    case "null":
      return b.kind === "null"
    case "boolean":
      return b.kind === "boolean" && a.value === b.value
    case "number":
      return b.kind === "number" && a.value === b.value
    case "name":
      return b.kind === "name" && a.value === b.value
    case "string":
      return b.kind === "string" && sameBytes(a.bytes, b.bytes)
    case "reference":
      return b.kind === "reference" && a.number === b.number && a.generation === b.generation
    case "array":
      return (
        b.kind === "array" &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => sameValue(item, b.items[index]!))
      )
    case "dictionary":
      return b.kind === "dictionary" && differingKeys(a, b).length === 0
    case "stream":
      return b.kind === "stream" && differingKeys(a.dictionary, b.dictionary).length === 0 && sameBytes(a.data, b.data)
  }
}

/** Keys that only one of the two has, or whose values differ. A key with the value null is an absent key (§7.3.7). */
export function differingKeys(a: PdfDictionary, b: PdfDictionary): string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()])
  return [...keys].filter((key) => !sameValue(a.entries.get(key) ?? NULL, b.entries.get(key) ?? NULL))
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
