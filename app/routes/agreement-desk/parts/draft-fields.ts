import type { DraftContent, HeadName } from "#app/domain/agreement/content.ts"
import type { Merge } from "#app/domain/agreement/merge.ts"

/** A clause as it stands in the form. */
export type ClauseFields = { readonly key: string; readonly title: string; readonly body: string }

/** A clause that was taken out in this form; `at` is the place where it can be put back. */
export type RemovedFields = ClauseFields & { readonly at: string }

/** What the other side wrote to a clause on which both laid hands. */
export type TheirClause = ClauseFields & { readonly kind: string }

export type TheirHead = { readonly name: string; readonly value: string }

/**
 * The whole drafting form as text. It travels with every post, so a form can be drawn again from what was posted
 * alone: nothing that was typed depends on the server remembering it.
 */
export type DraftFields = {
  readonly title: string
  readonly place: string
  readonly signingDate: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly note: string
  readonly base: string
  readonly lockVersion: string
  readonly clauses: readonly ClauseFields[]
  readonly removed: readonly RemovedFields[]
  /** After a merge: the version that was edited at first, else empty; and what the other side wrote where both did. */
  readonly from: string
  readonly theirs: readonly TheirClause[]
  readonly theirHeads: readonly TheirHead[]
}

export const headFields = ["title", "place", "signingDate", "periodFrom", "periodUntil"] as const satisfies HeadName[]

type Content = Pick<DraftFields, (typeof headFields)[number] | "clauses">

const contentFields = ({ text, ...head }: DraftContent): Content => ({
  title: head.title,
  place: head.place,
  signingDate: head.signingDate ?? "",
  periodFrom: head.periodFrom ?? "",
  periodUntil: head.periodUntil ?? "",
  clauses: text.clauses,
})

/** The form of somebody who begins to edit a version. */
export const freshFields = (content: DraftContent, seen: { base: number; lockVersion: number }): DraftFields => ({
  ...contentFields(content),
  note: "",
  base: String(seen.base),
  lockVersion: String(seen.lockVersion),
  removed: [],
  from: "",
  theirs: [],
  theirHeads: [],
})

/** The form after a save that came too late: both texts brought together, to be saved on top of the newest version. */
export function mergedFields(
  typed: DraftFields,
  stale: { base: number; newest: number; lockVersion: number; merge: Merge },
): DraftFields {
  const { content, clauses, heads } = stale.merge
  return {
    ...contentFields(content),
    note: typed.note,
    base: String(stale.newest),
    lockVersion: String(stale.lockVersion),
    removed: typed.removed.filter(({ key }) => !content.text.clauses.some((clause) => clause.key === key)),
    from: String(stale.base),
    theirs: clauses.map(({ key, kind, theirs }) => ({
      key,
      kind,
      title: theirs?.title ?? "",
      body: theirs?.body ?? "",
    })),
    theirHeads: heads.map(({ name, theirs }) => ({ name, value: theirs ?? "" })),
  }
}

/** Reads the form back from what was posted, by name; what is missing reads as empty. */
export function readFields(read: (name: string) => string | undefined): DraftFields {
  const text = (name: string) => read(name) ?? ""
  function listed<Name extends string>(list: string, names: readonly [Name, ...Name[]]): Record<Name, string>[] {
    const rows: Record<Name, string>[] = []
    while (read(`${list}[${rows.length}].${names[0]}`) !== undefined) {
      const row = `${list}[${rows.length}]`
      rows.push(Object.fromEntries(names.map((name) => [name, text(`${row}.${name}`)])) as Record<Name, string>)
    }
    return rows
  }
  return {
    title: text("title"),
    place: text("place"),
    signingDate: text("signingDate"),
    periodFrom: text("periodFrom"),
    periodUntil: text("periodUntil"),
    note: text("note"),
    base: text("base"),
    lockVersion: text("lockVersion"),
    clauses: listed("clauses", ["key", "title", "body"]),
    removed: listed("removed", ["key", "title", "body", "at"]),
    from: text("from"),
    theirs: listed("theirs", ["key", "kind", "title", "body"]),
    theirHeads: listed("theirHeads", ["name", "value"]),
  }
}

/** What travels unseen: everything of the form that nobody types into. */
export function hiddenFields(fields: DraftFields): Record<string, string> {
  const { base, lockVersion, from } = fields
  const rows = (list: "removed" | "theirs" | "theirHeads") =>
    fields[list].flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`${list}[${index}].${name}`, value]),
    )
  return {
    base,
    lockVersion,
    from,
    ...Object.fromEntries([...rows("removed"), ...rows("theirs"), ...rows("theirHeads")]),
  }
}
