import { diffArrays } from "diff"
import type { AgreementText, Clause } from "./clause.ts"
import { readBody } from "./tokens.ts"
import { plainText } from "./tree.ts"

export type Run = { readonly kind: "same" | "added" | "removed"; readonly text: string }

/** How one clause fared between two versions. `moved` also tells it of a clause whose words changed as well. */
export type ClauseDifference = {
  readonly key: string
  readonly status: "same" | "changed" | "moved" | "added" | "removed"
  readonly moved: boolean
  readonly title: readonly Run[]
  readonly body: readonly Run[]
}

/**
 * Most words taken out and put in that one comparison searches for (Myers' algorithm costs length × this number).
 * Beyond it the differing middle is shown as replaced whole: still exact, only coarser.
 */
const mostEdits = 600

// A word with its inner hyphens, apostrophes, points and slashes; a stretch of spaces; a line end; one other sign.
const tokenPattern = /[\p{L}\p{M}\p{N}]+(?:[-'’./][\p{L}\p{M}\p{N}]+)*|\n|[^\S\n]+|[^\s\p{L}\p{M}\p{N}]/gu

const tokens = (text: string): string[] => text.match(tokenPattern) ?? []

/** Joins neighbours of a kind, drops the empty, and puts what was removed before what was added. */
function tidy(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let removed = ""
  let added = ""
  const flush = () => {
    if (removed !== "") result.push({ kind: "removed", text: removed })
    if (added !== "") result.push({ kind: "added", text: added })
    removed = ""
    added = ""
  }
  for (const [index, run] of runs.entries()) {
    if (run.kind === "removed") removed += run.text
    else if (run.kind === "added") added += run.text
    else if ((removed !== "" || added !== "") && index < runs.length - 1 && /^[^\S\n]+$/.test(run.text)) {
      // A lone space between two changes belongs to both: whole phrases read better than confetti.
      removed += run.text
      added += run.text
    } else if (run.text !== "") {
      flush()
      const last = result.at(-1)
      if (last?.kind === "same") result[result.length - 1] = { kind: "same", text: last.text + run.text }
      else result.push({ kind: "same", text: run.text })
    }
  }
  flush()
  return result
}

/**
 * Differences between two texts, word by word. "same" and "removed" runs joined give `before`, "same" and "added"
 * runs joined give `after`, exactly. Time is bounded by `mostEdits`, not by the clock, so equal input gives equal
 * output on every machine.
 */
export function wordDifference(before: string, after: string): Run[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }]
  const from = tokens(before)
  const to = tokens(after)
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1
  let tail = 0
  const room = Math.min(from.length, to.length) - head
  while (tail < room && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1
  const oldMiddle = from.slice(head, from.length - tail)
  const newMiddle = to.slice(head, to.length - tail)
  const changes = diffArrays(oldMiddle, newMiddle, { maxEditLength: mostEdits })
  const middle: Run[] = changes
    ? changes.map((change) => ({
        kind: change.added ? "added" : change.removed ? "removed" : "same",
        text: change.value.join(""),
      }))
    : [
        { kind: "removed", text: oldMiddle.join("") },
        { kind: "added", text: newMiddle.join("") },
      ]
  return tidy([
    { kind: "same", text: from.slice(0, head).join("") },
    ...middle,
    { kind: "same", text: from.slice(from.length - tail).join("") },
  ])
}

/** Indices of a longest increasing subsequence: the clauses that kept their order. */
function keptInOrder(positions: readonly number[]): Set<number> {
  const length = positions.map(() => 1)
  const previous = positions.map(() => -1)
  let best = -1
  for (let i = 0; i < positions.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (positions[j]! < positions[i]! && length[j]! + 1 > length[i]!) {
        length[i] = length[j]! + 1
        previous[i] = j
      }
    }
    if (best < 0 || length[i]! > length[best]!) best = i
  }
  const kept = new Set<number>()
  for (let i = best; i >= 0; i = previous[i]!) kept.add(i)
  return kept
}

/** A body in the words and numbers that are printed, without the signs that lay it out. */
const printed = (body: string): string => plainText(readBody(body))

/** Differences in what is printed; where only the signs changed, in the signs, so that no change goes unseen. */
export function bodyDifference(before: string, after: string): Run[] {
  const [old, young] = [printed(before), printed(after)]
  return old === young && before !== after ? wordDifference(before, after) : wordDifference(old, young)
}

const whole = (kind: Run["kind"], text: string): Run[] => (text === "" ? [] : [{ kind, text }])

const wholeClause = (clause: Clause, kind: "added" | "removed"): ClauseDifference => ({
  key: clause.key,
  status: kind,
  moved: false,
  title: whole(kind, clause.title),
  body: whole(kind, printed(clause.body)),
})

/**
 * Differences between two versions, clause by clause and paired by key, in the order of `after`; a removed clause
 * stands behind the clause that it followed in `before`.
 */
export function textDifference(before: AgreementText, after: AgreementText): ClauseDifference[] {
  const oldIndex = new Map(before.clauses.map((clause, index) => [clause.key, index]))
  const newKeys = new Set(after.clauses.map((clause) => clause.key))
  const common = after.clauses.filter((clause) => oldIndex.has(clause.key))
  const kept = keptInOrder(common.map((clause) => oldIndex.get(clause.key)!))
  const moved = new Set(common.filter((_, index) => !kept.has(index)).map((clause) => clause.key))

  const result: ClauseDifference[] = []
  const removedBehind = (index: number) => {
    for (let i = index; i < before.clauses.length && !newKeys.has(before.clauses[i]!.key); i += 1) {
      result.push(wholeClause(before.clauses[i]!, "removed"))
    }
  }
  removedBehind(0)
  for (const clause of after.clauses) {
    const index = oldIndex.get(clause.key)
    if (index === undefined) {
      result.push(wholeClause(clause, "added"))
      continue
    }
    const old = before.clauses[index]!
    const changed = old.title !== clause.title || old.body !== clause.body
    result.push({
      key: clause.key,
      status: changed ? "changed" : moved.has(clause.key) ? "moved" : "same",
      moved: moved.has(clause.key),
      title: wordDifference(old.title, clause.title),
      body: bodyDifference(old.body, clause.body),
    })
    removedBehind(index + 1)
  }
  return result
}
