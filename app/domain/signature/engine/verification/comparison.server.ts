import type { PdfDocument } from "../pdf/document.server.ts"
import { pageNumbers, reachableContent } from "./reachable.server.ts"
import type { ForbiddenChange, PermittedAddition } from "./reasons.ts"
import type { Change } from "./report.ts"

/** What an update did to a revision. */
export interface Comparison {
  forbidden: Change[]
  permitted: PermittedAddition[]
}

const MOST_CHANGES = 50

/** Two revisions side by side, what is known of the older one, and the findings so far. */
export class RevisionPair {
  readonly before: PdfDocument
  readonly after: PdfDocument
  /** Numbers that a reader of `before` can come to, also those that no object has yet. */
  readonly known: ReadonlySet<number>
  /** Index of each page of `before` by its object number, in order. */
  readonly pages: ReadonlyMap<number, number>
  /** Object numbers of the fields of new signatures, which are their widgets too. */
  readonly widgets = new Set<number>()
  readonly #forbidden = new Map<string, Change>()
  readonly #permitted = new Set<PermittedAddition>()

  constructor(before: PdfDocument, after: PdfDocument) {
    this.before = before
    this.after = after
    this.known = reachableContent(before)
    this.pages = new Map(pageNumbers(before).map((number, index) => [number, index]))
  }

  forbid(kind: ForbiddenChange, page?: number): void {
    this.forbidChange(page === undefined ? { kind } : { kind, page })
  }

  forbidChange(change: Change): void {
    if (this.#forbidden.size < MOST_CHANGES) this.#forbidden.set(`${change.kind} ${change.page ?? ""}`, change)
  }

  permit(addition: PermittedAddition): void {
    this.#permitted.add(addition)
  }

  get result(): Comparison {
    return { forbidden: [...this.#forbidden.values()], permitted: [...this.#permitted] }
  }
}
