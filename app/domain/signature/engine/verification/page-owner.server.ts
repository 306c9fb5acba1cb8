import type { PdfDocument } from "../pdf/document.server.ts"
import type { PdfValue } from "../pdf/values.server.ts"
import { pageNumbers, reachable } from "./reachable.server.ts"
import type { ForbiddenChange } from "./reasons.ts"
import type { Change } from "./report.ts"

const BY_CATALOG_KEY: Readonly<Record<string, ForbiddenChange>> = {
  AcroForm: "verification.change.form",
  Metadata: "verification.change.metadata",
  Names: "verification.change.attachment",
  AF: "verification.change.attachment",
  Pages: "verification.change.pageContent",
}

/**
 * For each object of a revision, what a change to it is a change to. An object that several parts share counts to the
 * first page that shows it.
 */
export function objectOwners(document: PdfDocument): ReadonlyMap<number, Change> {
  const owners = new Map<number, Change>()
  const pages = pageNumbers(document)
  for (const [index, page] of pages.entries())
    owners.set(page, { kind: "verification.change.pageContent", page: index + 1 })
  const claim = (roots: Iterable<PdfValue>, change: Change, but: ReadonlySet<number> = new Set()) => {
    for (const number of reachable(document, roots, (one) => owners.has(one) || but.has(one)))
      owners.set(number, change)
  }
  const form = document.catalog.entries.get("AcroForm")
  const formObjects = form ? reachable(document, [form], (number) => owners.has(number)) : new Set<number>()
  for (const [index, number] of pages.entries()) {
    const page = document.object(number)
    if (page?.kind !== "dictionary") continue
    const content = valuesOf(page.entries, (key) => key !== "Annots" && key !== "Parent" && key !== "StructParents")
    claim(content, { kind: "verification.change.pageContent", page: index + 1 })
    const annotations = valuesOf(page.entries, (key) => key === "Annots")
    claim(annotations, { kind: "verification.change.annotation", page: index + 1 }, formObjects)
  }
  for (const [key, value] of document.catalog.entries) {
    claim([value], { kind: BY_CATALOG_KEY[key] ?? "verification.change.catalog" })
  }
  const information = document.trailer.entries.get("Info")
  if (information) claim([information], { kind: "verification.change.metadata" })
  return owners
}

const valuesOf = (entries: ReadonlyMap<string, PdfValue>, wanted: (key: string) => boolean): PdfValue[] =>
  [...entries].filter(([key]) => wanted(key)).map(([, value]) => value)
