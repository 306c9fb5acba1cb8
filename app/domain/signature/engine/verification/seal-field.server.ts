import type { PdfDocument } from "../pdf/document.server.ts"
import { textOf } from "../pdf/text-string.server.ts"
import { nameOf, type PdfDictionary, type PdfValue } from "../pdf/values.server.ts"
import type { RevisionPair } from "./comparison.server.ts"
import type { PermittedAddition } from "./reasons.ts"

/** All that an invisible signature field needs; anything else (actions, kids, a parent) is more than a seal. */
const FIELD_KEYS = new Set([
  "Type",
  "Subtype",
  "FT",
  "T",
  "TU",
  "V",
  "F",
  "P",
  "Rect",
  "AP",
  "Ff",
  "NM",
  "M",
  "DA",
  "MK",
])

const VALUE_KEYS = new Set([
  "Type",
  "Filter",
  "SubFilter",
  "ByteRange",
  "Contents",
  "Cert",
  "M",
  "Name",
  "Reason",
  "Location",
  "ContactInfo",
  "Prop_Build",
  "Reference",
  "R",
  "V",
])

/**
 * Whether `field`, appended to the form by an update, is a signature or time stamp and nothing else: a field of its own,
 * with a name of its own, made of new objects, whose widget has no area.
 * @param taken names of the fields before
 */
export function sealField(
  pair: RevisionPair,
  field: PdfValue,
  taken: ReadonlySet<string | undefined>,
): PermittedAddition | undefined {
  const document = pair.after
  if (!isFresh(pair, field)) return undefined
  const dictionary = document.resolve(field)
  if (dictionary.kind !== "dictionary" || !onlyKeys(dictionary, FIELD_KEYS)) return undefined
  const { entries } = dictionary
  const page = entries.get("P")
  const value = entries.get("V")
  if (nameOf(entries.get("FT")) !== "Sig" || !hasNoArea(document, dictionary)) return undefined
  if (entries.has("Subtype") && nameOf(entries.get("Subtype")) !== "Widget") return undefined
  if (page !== undefined && !(page.kind === "reference" && pair.pages.has(page.number))) return undefined
  const name = fieldName(document, field)
  if (name === undefined || taken.has(name) || !isFresh(pair, value)) return undefined
  const signature = document.resolve(value)
  if (signature.kind !== "dictionary" || !onlyKeys(signature, VALUE_KEYS)) return undefined
  return nameOf(signature.entries.get("Type")) === "DocTimeStamp"
    ? "verification.addition.timestamp"
    : "verification.addition.signature"
}

/** A reference to an object that came with the update, out of reach of everything before. */
const isFresh = (pair: RevisionPair, value: PdfValue | undefined): boolean =>
  value?.kind === "reference" && !pair.known.has(value.number)

/** A field's own name; undefined when it has none. */
export function fieldName(document: PdfDocument, field: PdfValue): string | undefined {
  const dictionary = document.resolve(field)
  const name = dictionary.kind === "dictionary" ? document.resolve(dictionary.entries.get("T")) : undefined
  return name?.kind === "string" && name.bytes.length > 0 ? textOf(name.bytes) : undefined
}

const onlyKeys = (dictionary: PdfDictionary, keys: ReadonlySet<string>): boolean =>
  [...dictionary.entries.keys()].every((key) => keys.has(key))

/** No rectangle, or one whose corners are the same point; and an appearance, if any, that is a single form without area. */
function hasNoArea(document: PdfDocument, field: PdfDictionary): boolean {
  const rectangle = field.entries.get("Rect")
  if (rectangle !== undefined && !isPoint(rectangle)) return false
  const appearance = document.resolve(field.entries.get("AP"))
  if (appearance.kind === "null") return true
  if (appearance.kind !== "dictionary" || [...appearance.entries.keys()].join() !== "N") return false
  const normal = document.resolve(appearance.entries.get("N"))
  if (normal.kind !== "stream") return false
  return normal.data.length === 0 || isPoint(normal.dictionary.entries.get("BBox"))
}

function isPoint(rectangle: PdfValue | undefined): boolean {
  if (rectangle?.kind !== "array" || rectangle.items.length !== 4) return false
  const [left, bottom, right, top] = rectangle.items.map((item) => (item.kind === "number" ? item.value : Number.NaN))
  return left === right && bottom === top
}
