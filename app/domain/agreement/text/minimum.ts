import type { AgreementText } from "./clause.ts"

/**
 * One clause that a document of a kind is expected to have. A setting that a legal bureau can change, not a claim of
 * law: `source` says where the expectation comes from and how far it was checked.
 */
export type MinimumClause = { readonly key: string; readonly title: string; readonly source: string }

export type MinimumFinding = { readonly key: string; readonly title: string; readonly problem: "missing" | "empty" }

/** What a text lacks against the list. The answer is for a warning: it never blocks a save, an approval or a lock. */
export function minimumFindings(text: AgreementText, minimum: readonly MinimumClause[]): MinimumFinding[] {
  return minimum.flatMap(({ key, title }): MinimumFinding[] => {
    const clause = text.clauses.find((candidate) => candidate.key === key)
    if (!clause) return [{ key, title, problem: "missing" }]
    return clause.body.trim() === "" ? [{ key, title, problem: "empty" }] : []
  })
}
