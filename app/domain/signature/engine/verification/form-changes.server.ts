import {
  countOf,
  differingKeys,
  NULL,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  sameValue,
} from "../pdf/values.server.ts"
import type { RevisionPair } from "./comparison.server.ts"
import { fieldName, sealField } from "./seal-field.server.ts"
import { formOf, topFields } from "./signature-fields.server.ts"

const EMPTY: PdfDictionary = { kind: "dictionary", entries: new Map() }

/** The form may gain seals at the end of its fields, and the flags that say that it has some; otherwise it stays. */
export function compareForms(pair: RevisionPair): void {
  const before = formOf(pair.before) ?? EMPTY
  const after = formOf(pair.after)
  if (!after) {
    pair.forbid("verification.change.signatureRemoved")
    return
  }
  for (const key of differingKeys(before, after)) {
    if (key !== "Fields" && !(key === "SigFlags" && flagsGrew(pair, before, after))) {
      pair.forbid("verification.change.form")
    }
  }
  const old = topFields(pair.before)
  const now = topFields(pair.after)
  compareOldFields(pair, old, now)
  judgeNewFields(pair, old, now.slice(old.length))
}

function flagsGrew(pair: RevisionPair, before: PdfDictionary, after: PdfDictionary): boolean {
  const old = countOf(pair.before.resolve(before.entries.get("SigFlags"))) ?? 0
  const now = countOf(pair.after.resolve(after.entries.get("SigFlags")))
  return now !== undefined && now <= 3 && (old & ~now) === 0
}

function compareOldFields(pair: RevisionPair, old: readonly PdfValue[], now: readonly PdfValue[]): void {
  const kept = new Set(now.map((field) => (field.kind === "reference" ? field.number : -1)))
  for (const [index, field] of old.entries()) {
    if (sameValue(field, now[index] ?? NULL)) continue
    const dropped = field.kind === "reference" && !kept.has(field.number)
    const dictionary = pair.before.resolve(field)
    const isSignature = dictionary.kind === "dictionary" && nameOf(dictionary.entries.get("FT")) === "Sig"
    pair.forbid(dropped && isSignature ? "verification.change.signatureRemoved" : "verification.change.form")
  }
}

function judgeNewFields(pair: RevisionPair, old: readonly PdfValue[], added: readonly PdfValue[]): void {
  const taken = new Set(old.map((field) => fieldName(pair.before, field)))
  for (const field of added) {
    const addition = sealField(pair, field, taken)
    if (!addition || field.kind !== "reference") {
      pair.forbid("verification.change.form")
      continue
    }
    taken.add(fieldName(pair.after, field))
    pair.widgets.add(field.number)
    pair.permit(addition)
  }
}
