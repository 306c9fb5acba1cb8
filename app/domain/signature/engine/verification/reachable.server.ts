import type { PdfDocument } from "../pdf/document.server.ts"
import { childrenOf, dictionaryOf, nameOf, type PdfValue } from "../pdf/values.server.ts"

/**
 * Numbers of all objects that are referred to from `roots`, directly or through others, including numbers that no object
 * has yet (such a gap could be filled later).
 * @param isClosed objects that are neither entered nor counted
 * @throws UnreadablePdf when an object on the way cannot be read strictly
 */
export function reachable(
  document: PdfDocument,
  roots: Iterable<PdfValue>,
  isClosed: (number: number) => boolean = () => false,
): Set<number> {
  const seen = new Set<number>()
  const waiting: PdfValue[] = [...roots]
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    document.meter.spend(1)
    if (value.kind === "reference") {
      if (seen.has(value.number) || isClosed(value.number)) continue
      seen.add(value.number)
      const target = document.object(value.number)
      if (target) waiting.push(target)
    } else for (const child of childrenOf(value)) waiting.push(child)
  }
  return seen
}

/** Everything a reader can come to: from the catalog, but for the validation data in it, and the document information. */
export function reachableContent(document: PdfDocument): Set<number> {
  const catalog = [...document.catalog.entries].filter(([key]) => key !== "DSS").map(([, value]) => value)
  const information = document.trailer.entries.get("Info")
  return reachable(document, information ? [...catalog, information] : catalog).add(document.rootNumber)
}

/** Object numbers of the pages in order. A page tree that runs in a circle or has pages without numbers gives what it can. */
export function pageNumbers(document: PdfDocument): number[] {
  const pages: number[] = []
  const seen = new Set<number>()
  const waiting = [document.catalog.entries.get("Pages")]
  while (waiting.length > 0) {
    const reference = waiting.pop()
    document.meter.spend(1)
    if (reference?.kind !== "reference" || seen.has(reference.number)) continue
    seen.add(reference.number)
    const node = dictionaryOf(document.resolve(reference))
    const kids = document.resolve(node?.entries.get("Kids"))
    if (kids.kind === "array") for (const kid of kids.items.toReversed()) waiting.push(kid)
    else if (nameOf(node?.entries.get("Type")) === "Page") pages.push(reference.number)
  }
  return pages
}
