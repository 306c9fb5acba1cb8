import type { DraftContent } from "#app/domain/proposal/content.ts"
import { readRows } from "./rows.ts"

const words = ["title", "summary", "plan", "periodFrom", "periodUntil"] as const
const contributionNames = ["key", "kind", "description", "valued", "amount"] as const
const answerNames = ["key", "text"] as const

/** A row of contributions as it stands in the form. */
export type ContributionFields = Record<(typeof contributionNames)[number], string>

/**
 * The whole drafting form as text. It travels with every post, so the form can be drawn again from what was posted
 * alone.
 */
export type DraftFields = Record<(typeof words)[number], string> & {
  readonly contributions: readonly ContributionFields[]
  /** One for each point that is open, in the order of the points. */
  readonly answers: readonly Record<(typeof answerNames)[number], string>[]
  readonly draftNumber: string
  /** What the writer had before him, as JSON. */
  readonly seen: string
  /** After a merge: what the other author wrote where both did, as JSON; else empty. */
  readonly theirs: string
}

/** The form of a draft that stands, with one answer for each open point and one row to begin with. */
export function draftFields(
  draft: DraftContent,
  of: {
    readonly draftNumber: number
    readonly seen: unknown
    readonly theirs?: unknown
    readonly pointIds: readonly string[]
    readonly newKey: () => string
  },
): DraftFields {
  const contributions = draft.contributions.map((row) => ({ ...row }))
  return {
    title: draft.title,
    summary: draft.summary,
    plan: draft.plan,
    periodFrom: draft.periodFrom,
    periodUntil: draft.periodUntil,
    contributions: contributions.length > 0 ? contributions : [emptyRow(of.newKey())],
    answers: of.pointIds.map((key) => ({ key, text: draft.answers.find((one) => one.key === key)?.text ?? "" })),
    draftNumber: String(of.draftNumber),
    seen: JSON.stringify(of.seen),
    theirs: of.theirs === undefined ? "" : JSON.stringify(of.theirs),
  }
}

/** Reads the form back from what was posted, by name; what is missing reads as empty. */
export function readFields(read: (name: string) => string | undefined): DraftFields {
  const text = (name: string) => read(name) ?? ""
  return {
    title: text("title"),
    summary: text("summary"),
    plan: text("plan"),
    periodFrom: text("periodFrom"),
    periodUntil: text("periodUntil"),
    contributions: readRows(read, "contributions", contributionNames),
    answers: readRows(read, "answers", answerNames),
    draftNumber: text("draftNumber"),
    seen: text("seen"),
    theirs: text("theirs"),
  }
}

/** The name under which a button of the form says how its rows are to be arranged. */
export const arrangementName = "susunan"

/** The form with a row added (`add`) or taken out (`remove:2`); anything else changes nothing. */
export function arranged(fields: DraftFields, order: string, newKey: () => string): DraftFields {
  const { contributions } = fields
  if (order === "add") return { ...fields, contributions: [...contributions, emptyRow(newKey())] }
  const index = Number(/^remove:(\d{1,2})$/.exec(order)?.[1] ?? Number.NaN)
  if (Number.isNaN(index)) return fields
  const kept = contributions.filter((_, at) => at !== index)
  return { ...fields, contributions: kept.length > 0 ? kept : [emptyRow(newKey())] }
}

const emptyRow = (key: string): ContributionFields => ({ key, kind: "", description: "", valued: "", amount: "" })
