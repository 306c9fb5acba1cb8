import type { PdfDocument } from "../pdf/document.server.ts"
import { damaged } from "../pdf/limits.server.ts"
import type { StoredObject } from "../pdf/stored-object.server.ts"
import { dictionaryOf, nameOf, type PdfDictionary, type PdfValue } from "../pdf/values.server.ts"

/** A form field of type signature that holds a value. */
export interface SignedField {
  value: PdfDictionary
  /** The object in whose bytes the value stands; undefined inside an object stream, where no signature can be. */
  holder: StoredObject | undefined
}

/** The interactive form of the document, if it has one. */
export function formOf(document: PdfDocument): PdfDictionary | undefined {
  return dictionaryOf(document.resolve(document.catalog.entries.get("AcroForm")))
}

/** The form's top-level fields, as they stand in the array. */
export function topFields(document: PdfDocument): PdfValue[] {
  const fields = document.resolve(formOf(document)?.entries.get("Fields"))
  if (fields.kind === "null") return []
  if (fields.kind !== "array") throw damaged("/Fields")
  return fields.items
}

/**
 * All signatures that the form of this revision shows, in order of the fields (ISO 32000-1 §12.7.3, §12.8). The field
 * type may be inherited; a field that is reached twice counts once.
 */
export function signedFields(document: PdfDocument): SignedField[] {
  const found: SignedField[] = []
  const seen = new Set<number>()
  const waiting = topFields(document)
    .map((field) => ({ field, type: undefined as string | undefined }))
    .reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    document.meter.spend(16)
    const { field } = next
    if (field.kind !== "reference") throw damaged("field without a number")
    if (seen.has(field.number)) continue
    seen.add(field.number)
    const dictionary = document.resolve(field)
    if (dictionary.kind === "null") continue
    if (dictionary.kind !== "dictionary") throw damaged("field")
    const type = nameOf(document.resolve(dictionary.entries.get("FT"))) ?? next.type
    const value = dictionary.entries.get("V")
    const signature = type === "Sig" ? document.resolve(value) : undefined
    if (signature?.kind === "dictionary") {
      found.push({
        value: signature,
        holder: document.stored(value?.kind === "reference" ? value.number : field.number),
      })
    }
    const kids = document.resolve(dictionary.entries.get("Kids"))
    if (kids.kind === "array") for (const kid of kids.items.toReversed()) waiting.push({ field: kid, type })
  }
  return found
}
