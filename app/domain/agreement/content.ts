import { type ParticularName, particularNames, type VersionParticulars } from "./particulars.ts"
import type { AgreementText } from "./text/clause.ts"
import { type Run, wordDifference } from "./text/difference.ts"

/** All that a version says: what both sides approve and what is printed when it is locked. */
export type DraftContent = VersionParticulars & { readonly title: string; readonly text: AgreementText }

export const headNames = ["title", ...particularNames] as const
/** What a version says outside its clauses. */
export type HeadName = "title" | ParticularName

export type HeadDifference = {
  readonly name: HeadName
  readonly before: string | null
  readonly after: string | null
  /** Word by word for the title and the place; dates are shown whole. */
  readonly runs: readonly Run[]
}

/** The title and the particulars in which two versions differ. */
export const headDifference = (before: DraftContent, after: DraftContent): HeadDifference[] =>
  headNames
    .filter((name) => (before[name] ?? "") !== (after[name] ?? ""))
    .map((name) => ({
      name,
      before: before[name],
      after: after[name],
      runs: name === "title" || name === "place" ? wordDifference(before[name], after[name]) : [],
    }))
