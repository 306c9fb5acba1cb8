import { createHash } from "node:crypto"
import type { AnswerDraft, ContributionDraft, DraftContent } from "./content.ts"
import { wordNames } from "./content.ts"

/**
 * What somebody had before him when he began to write: a short digest of every part, by name (`title`,
 * `contributions.<key>`). The form carries it, so that a late save can tell what he changed from what he only had.
 */
export type Fingerprints = Readonly<Record<string, string>>

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64url").slice(0, 12)

const rowText = ({ kind, description, valued, amount }: ContributionDraft): string =>
  JSON.stringify([kind, description, valued, amount])

export const fingerprintsOf = (content: DraftContent): Fingerprints => ({
  ...Object.fromEntries(wordNames.map((name) => [name, digest(content[name])])),
  ...Object.fromEntries(content.contributions.map((row) => [`contributions.${row.key}`, digest(rowText(row))])),
  ...Object.fromEntries(content.answers.map(({ key, text }) => [`answers.${key}`, digest(text)])),
})

/** What a form carried as `fingerprintsOf`; anything else reads as nothing seen, and every difference is shown. */
export function readFingerprints(carried: string): Fingerprints {
  try {
    const value: unknown = JSON.parse(carried)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value).filter(([, mark]) => typeof mark === "string"))
  } catch {
    return {}
  }
}

/** A part that both authors changed: the merged text keeps `mine`, the page shows `theirs` beside it. */
export type DraftConflict = {
  /** `title`, `contributions.<key>`, `answers.<point>`. */
  readonly part: string
  /** `restored`: I took the row out, they changed it, so theirs stands again for me to decide. */
  readonly kind: "changed" | "removedByThem" | "restored"
  readonly theirs: string | ContributionDraft | null
}

export type DraftMerge = { readonly content: DraftContent; readonly conflicts: readonly DraftConflict[] }

/**
 * Brings my text, written when the parts were as `seen`, onto `theirs`, which was saved meanwhile. What only one of us
 * touched is taken from him; where both did, mine is kept and the conflict is named. Nothing that was typed is lost.
 */
export function mergeDrafts(seen: Fingerprints, theirs: DraftContent, mine: DraftContent): DraftMerge {
  const conflicts: DraftConflict[] = []
  const word = (part: string, t: string, m: string, before = seen[part]): string => {
    if (t === m) return m
    if (digest(m) === before) return t
    if (digest(t) !== before) conflicts.push({ part, kind: "changed", theirs: t })
    return m
  }
  // An answer without a mark was empty when the form was read. A form that carried no marks at all says nothing.
  const unanswered = Object.keys(seen).length > 0 ? digest("") : undefined
  const answer = (part: string, t: string, m: string) => word(part, t, m, seen[part] ?? unanswered)
  const words = Object.fromEntries(wordNames.map((name) => [name, word(name, theirs[name], mine[name])]))
  const contributions = mergeRows("contributions", seen, theirs.contributions, mine.contributions, rowText, conflicts)
  const answers = mergeAnswers(answer, theirs.answers, mine.answers)
  return {
    content: { ...(words as Pick<DraftContent, (typeof wordNames)[number]>), contributions, answers },
    conflicts,
  }
}

/** My rows in my order, then those that they added or that come back because they changed them. */
function mergeRows(
  list: string,
  seen: Fingerprints,
  theirs: readonly ContributionDraft[],
  mine: readonly ContributionDraft[],
  textOf: (row: ContributionDraft) => string,
  conflicts: DraftConflict[],
): ContributionDraft[] {
  const rows: ContributionDraft[] = []
  for (const m of mine) {
    const part = `${list}.${m.key}`
    const t = theirs.find(({ key }) => key === m.key)
    const untouched = digest(textOf(m)) === seen[part]
    if (t === undefined) {
      if (seen[part] === undefined) rows.push(m)
      else if (!untouched) {
        rows.push(m)
        conflicts.push({ part, kind: "removedByThem", theirs: null })
      }
      continue
    }
    rows.push(untouched ? t : m)
    if (!untouched && textOf(t) !== textOf(m) && digest(textOf(t)) !== seen[part])
      conflicts.push({ part, kind: "changed", theirs: t })
  }
  for (const t of theirs) {
    const part = `${list}.${t.key}`
    if (mine.some(({ key }) => key === t.key) || digest(textOf(t)) === seen[part]) continue
    rows.push(t)
    if (seen[part] !== undefined) conflicts.push({ part, kind: "restored", theirs: t })
  }
  return rows
}

/** Answers are the same points for everybody; one that is absent is empty. */
function mergeAnswers(
  word: (part: string, theirs: string, mine: string) => string,
  theirs: readonly AnswerDraft[],
  mine: readonly AnswerDraft[],
): AnswerDraft[] {
  const keys = [...new Set([...mine, ...theirs].map(({ key }) => key))]
  const textIn = (answers: readonly AnswerDraft[], key: string) =>
    answers.find((answer) => answer.key === key)?.text ?? ""
  return keys
    .map((key) => ({ key, text: word(`answers.${key}`, textIn(theirs, key), textIn(mine, key)) }))
    .filter(({ text }) => text !== "")
}
