import type { PdfDocument } from "../pdf/document.server.ts"
import { differingKeys } from "../pdf/values.server.ts"
import { type Comparison, RevisionPair } from "./comparison.server.ts"
import { compareForms } from "./form-changes.server.ts"
import { compareObjects } from "./object-changes.server.ts"
import { updateProblems } from "./update-bytes.server.ts"

/** Bookkeeping of the file itself; everything else in a trailer must stay. */
const TRAILER_KEYS = new Set(["Size", "Prev", "ID", "Type", "W", "Index", "Filter", "Length", "DecodeParms", "XRefStm"])

/**
 * Compares a signed revision with a later one. Permitted are: fields appended to the form that are invisible signatures or
 * time stamps, their widgets appended to a page's annotations, the validation data (DSS); the catalog is otherwise the
 * same, and so is every object that a reader of `before` could come to. Everything else is forbidden.
 * @throws UnreadablePdf when either revision cannot be read strictly
 */
export function compareRevisions(before: PdfDocument, after: PdfDocument): Comparison {
  const pair = new RevisionPair(before, after)
  for (const kind of updateProblems(before, after)) pair.forbid(kind)
  compareTrailers(pair)
  compareCatalogs(pair)
  // The form first: which widgets a page may gain follows from it.
  compareForms(pair)
  compareObjects(pair)
  return pair.result
}

function compareTrailers(pair: RevisionPair): void {
  for (const key of differingKeys(pair.before.trailer, pair.after.trailer)) {
    if (TRAILER_KEYS.has(key)) continue
    pair.forbid(key === "Info" ? "verification.change.metadata" : "verification.change.catalog")
  }
}

function compareCatalogs(pair: RevisionPair): void {
  for (const key of differingKeys(pair.before.catalog, pair.after.catalog)) {
    if (key === "AcroForm") continue
    if (key === "DSS" && pair.after.catalog.entries.has("DSS")) pair.permit("verification.addition.validationData")
    else if (key === "Pages") pair.forbid("verification.change.pageReplaced")
    else pair.forbid(key === "Metadata" ? "verification.change.metadata" : "verification.change.catalog")
  }
}
