import type { DraftContent, HeadName } from "./content.ts"
import { headNames } from "./content.ts"
import type { Clause } from "./text/clause.ts"

/** A clause on which both drafters laid hands: the merged text keeps `mine`, the page shows `theirs` beside it. */
export type ClauseConflict = {
  readonly key: string
  /** `restored`: I took it out, they changed it, so theirs stands again for me to decide. */
  readonly kind: "changed" | "removedByThem" | "restored"
  readonly base: Clause | null
  readonly theirs: Clause | null
  readonly mine: Clause | null
}

export type Merge = {
  readonly content: DraftContent
  readonly clauses: readonly ClauseConflict[]
  /** Title or particulars that both changed to different values; the merged content keeps mine. */
  readonly heads: readonly { readonly name: HeadName; readonly theirs: string | null; readonly mine: string | null }[]
  /** Both put the clauses into another order; the merged text keeps mine. */
  readonly order: boolean
}

const equal = (a: Clause | undefined, b: Clause | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.title === b.title && a.body === b.body)

/**
 * Brings my draft, written against `base`, onto `theirs`, which was saved meanwhile. What only one of us touched is
 * taken from him; where both did, mine is kept and the conflict is named. Nothing either of us wrote is lost: it
 * stands in the merged content or in a conflict.
 */
export function mergeDrafts(base: DraftContent, theirs: DraftContent, mine: DraftContent): Merge {
  const [inBase, inTheirs, inMine] = [base, theirs, mine].map(
    ({ text }) => new Map(text.clauses.map((clause) => [clause.key, clause])),
  ) as [Map<string, Clause>, Map<string, Clause>, Map<string, Clause>]
  const conflicts: ClauseConflict[] = []
  const merged = new Map<string, Clause>()
  for (const key of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const [b, t, m] = [inBase.get(key), inTheirs.get(key), inMine.get(key)]
    const conflict = (kind: ClauseConflict["kind"]) =>
      conflicts.push({ key, kind, base: b ?? null, theirs: t ?? null, mine: m ?? null })
    if (equal(m, b)) {
      if (t) merged.set(key, t)
    } else if (equal(t, b) || equal(t, m)) {
      if (m) merged.set(key, m)
    } else if (m) {
      merged.set(key, m)
      conflict(t ? "changed" : "removedByThem")
    } else if (t) {
      merged.set(key, t)
      conflict("restored")
    }
  }

  const keysOf = (content: DraftContent) => content.text.clauses.map(({ key }) => key)
  const { keys, clash } = mergeOrder(keysOf(base), keysOf(theirs), keysOf(mine), merged)
  const heads = headNames.filter(
    (name) => mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name],
  )
  const head = <N extends HeadName>(name: N): DraftContent[N] => (mine[name] === base[name] ? theirs[name] : mine[name])
  return {
    content: {
      title: head("title"),
      place: head("place"),
      signingDate: head("signingDate"),
      periodFrom: head("periodFrom"),
      periodUntil: head("periodUntil"),
      text: { clauses: keys.flatMap((key) => merged.get(key) ?? []) },
    },
    clauses: keys.flatMap((key) => conflicts.filter((conflict) => conflict.key === key)),
    heads: heads.map((name) => ({ name, theirs: theirs[name], mine: mine[name] })),
    order: clash,
  }
}

/** The order of the side that moved clauses (mine where both did), the other's new ones behind their neighbours. */
function mergeOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
  present: ReadonlyMap<string, unknown>,
): { keys: string[]; clash: boolean } {
  const iMoved = moved(base, mine)
  const theyMoved = moved(base, theirs)
  const [leading, following] = theyMoved && !iMoved ? [theirs, mine] : [mine, theirs]
  const keys = leading.filter((key) => present.has(key))
  for (const [index, key] of following.entries()) {
    if (!present.has(key) || keys.includes(key)) continue
    const before = following.slice(0, index).findLast((earlier) => keys.includes(earlier))
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  }
  const sameMove = sharedOrder(theirs, mine) === sharedOrder(mine, theirs)
  return { keys, clash: iMoved && theyMoved && !sameMove }
}

const sharedOrder = (order: readonly string[], other: readonly string[]): string =>
  order.filter((key) => other.includes(key)).join(" ")

const moved = (base: readonly string[], after: readonly string[]): boolean =>
  sharedOrder(base, after) !== sharedOrder(after, base)
