import { type Entry, sameEntry } from "../pdf/cross-reference.server.ts"
import { differingKeys, NULL, nameOf, type PdfDictionary, type PdfValue, sameValue } from "../pdf/values.server.ts"
import type { RevisionPair } from "./comparison.server.ts"
import { objectOwners } from "./page-owner.server.ts"
import { pageNumbers } from "./reachable.server.ts"
import type { Change } from "./report.ts"
import { formOf } from "./signature-fields.server.ts"

/**
 * Every object that a reader of the older revision could come to must be what it was. Pages, and the lists of their
 * annotations, may gain the widgets of new seals; catalog and form are judged elsewhere.
 */
export function compareObjects(pair: RevisionPair): void {
  const reordered = comparePageOrder(pair)
  const elsewhere = structuralNumbers(pair)
  const annotationLists = annotationListNumbers(pair)
  let owners: ReadonlyMap<number, Change> | undefined
  for (const number of pair.known) {
    const change = changed(pair, number)
    if (!change) continue
    const page = pair.pages.get(number)
    if (page !== undefined && change.old.kind === "dictionary" && change.now.kind === "dictionary") {
      comparePages(pair, page + 1, change.old, change.now)
      continue
    }
    // One array may be both the form's fields and a page's annotations; then both rules hold.
    const annotations = annotationLists.has(number)
    if (annotations && onlyWidgetsAdded(pair, change.old, change.now)) continue
    if (!annotations && elsewhere.has(number)) continue
    if (reordered && isPageList(change.old, change.now)) continue
    owners ??= objectOwners(pair.before)
    pair.forbidChange(owners.get(number) ?? { kind: "verification.change.catalog" })
  }
}

/** The two values of an object that is not the same in both revisions. */
function changed(pair: RevisionPair, number: number): { old: PdfValue; now: PdfValue } | undefined {
  const before = pair.before.entries.get(number)
  const after = pair.after.entries.get(number)
  // The same place in the file is the same object; a place inside an object stream may have been filled anew.
  if (sameEntry(before, after) && after?.kind !== "packed") return undefined
  const old = pair.before.object(number) ?? NULL
  const now = pair.after.object(number) ?? NULL
  return generationOf(before) === generationOf(after) && sameValue(old, now) ? undefined : { old, now }
}

const generationOf = (entry: Entry | undefined): number => (entry?.kind === "plain" ? entry.generation : 0)

function comparePageOrder(pair: RevisionPair): boolean {
  const old = [...pair.pages.keys()]
  const now = pageNumbers(pair.after)
  if (now.length > old.length) pair.forbid("verification.change.pageAdded")
  else if (now.length < old.length) pair.forbid("verification.change.pageRemoved")
  else {
    for (const [index, number] of now.entries()) {
      if (number !== old[index]) pair.forbid("verification.change.pageReplaced", index + 1)
    }
  }
  return now.length !== old.length || now.some((number, index) => number !== old[index])
}

/** Objects whose growth the comparisons of form and catalog judge, as long as they are still form and catalog. */
function structuralNumbers({ before, after }: RevisionPair): Set<number> {
  const numbers = new Set(after.rootNumber === before.rootNumber ? [before.rootNumber] : [])
  for (const [old, now] of [
    [before.catalog.entries.get("AcroForm"), after.catalog.entries.get("AcroForm")],
    [formOf(before)?.entries.get("Fields"), formOf(after)?.entries.get("Fields")],
  ]) {
    if (old?.kind === "reference" && now && sameValue(old, now)) numbers.add(old.number)
  }
  return numbers
}

function annotationListNumbers(pair: RevisionPair): Set<number> {
  const numbers = new Set<number>()
  for (const page of pair.pages.keys()) {
    const dictionary = pair.before.object(page)
    const list = dictionary?.kind === "dictionary" ? dictionary.entries.get("Annots") : undefined
    if (list?.kind === "reference") numbers.add(list.number)
  }
  return numbers
}

/** A node of the page tree whose list of pages changed, of which the page order has spoken already. */
function isPageList(old: PdfValue, now: PdfValue): boolean {
  if (old.kind !== "dictionary" || now.kind !== "dictionary" || nameOf(old.entries.get("Type")) !== "Pages")
    return false
  return differingKeys(old, now).every((key) => key === "Kids" || key === "Count")
}

function comparePages(pair: RevisionPair, page: number, old: PdfDictionary, now: PdfDictionary): void {
  for (const key of differingKeys(old, now)) {
    if (key === "Annots") {
      const before = pair.before.resolve(old.entries.get(key))
      const after = pair.after.resolve(now.entries.get(key))
      if (!onlyWidgetsAdded(pair, before, after)) pair.forbid("verification.change.annotation", page)
    } else if (key === "Contents" && !sharesItems(old.entries.get(key), now.entries.get(key))) {
      pair.forbid("verification.change.pageReplaced", page)
    } else pair.forbid("verification.change.pageContent", page)
  }
}

function onlyWidgetsAdded(pair: RevisionPair, old: PdfValue, now: PdfValue): boolean {
  const before = old.kind === "null" ? [] : old.kind === "array" ? old.items : undefined
  if (!before || now.kind !== "array" || now.items.length < before.length) return false
  return now.items.every((item, index) =>
    index < before.length
      ? sameValue(item, before[index]!)
      : item.kind === "reference" && pair.widgets.has(item.number),
  )
}

/** Whether a page's new content still has parts of the old one, or nothing of it. */
function sharesItems(old: PdfValue | undefined, now: PdfValue | undefined): boolean {
  const numbers = (value: PdfValue | undefined) =>
    (value?.kind === "array" ? value.items : value ? [value] : []).flatMap((item) =>
      item.kind === "reference" ? [item.number] : [],
    )
  const kept = new Set(numbers(now))
  return numbers(old).some((number) => kept.has(number))
}
