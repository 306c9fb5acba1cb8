import { type Section, sameEntry } from "../pdf/cross-reference.server.ts"
import type { PdfDocument } from "../pdf/document.server.ts"
import { UnreadablePdf } from "../pdf/limits.server.ts"
import { readStoredObject } from "../pdf/stored-object.server.ts"
import type { ForbiddenChange } from "./reasons.ts"

/** What may stand between objects: white space, and the lines that end a cross-reference section. */
const BETWEEN = /^(?:[\0\t\n\f\r ]|startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF)*$/

const LONGEST_GAP = 4096

/**
 * Checks that `after` continues `before` the way ISO 32000-1 §7.5.6 has it: the old cross-reference chain is kept, new
 * sections and objects are appended, and every appended byte is one that the new sections account for. Other readers
 * search damaged files for objects; bytes that no section names could show them something else than was judged here.
 */
export function updateProblems(before: PdfDocument, after: PdfDocument): ForbiddenChange[] {
  const count = after.sections.length - before.sections.length
  if (count < 0) return ["verification.change.history"]
  const added = after.sections.slice(0, count)
  const continued =
    after.sections.slice(count).every((section, index) => section.start === before.sections[index]!.start) &&
    added.every((section) => section.start >= before.end && !section.hybrid)
  if (!continued) return ["verification.change.history"]
  const spans = objectSpans(before, after, added)
  if (spans === undefined) return ["verification.change.history"]
  return accounted(after, before.end, spans) ? [] : ["verification.change.hiddenBytes"]
}

interface Span {
  start: number
  end: number
}

/** The bytes of all objects and sections that `added` names; undefined when one points back or to something else. */
function objectSpans(before: PdfDocument, after: PdfDocument, added: readonly Section[]): Span[] | undefined {
  const spans = new Map<number, Span>(added.map(({ start, end }) => [start, { start, end }]))
  for (const section of added) {
    for (const [number, entry] of section.entries) {
      if (entry.kind !== "plain") continue
      if (entry.offset < before.end) {
        if (!sameEntry(entry, before.entries.get(number))) return undefined
        continue
      }
      const object = readOrNothing(after, entry.offset)
      if (object?.number !== number || object.generation !== entry.generation) return undefined
      spans.set(object.start, { start: object.start, end: object.end })
    }
  }
  return [...spans.values()].sort((a, b) => a.start - b.start)
}

function readOrNothing(document: PdfDocument, offset: number) {
  try {
    return readStoredObject(document.bytes, offset, document.end, document.meter, (length) => document.resolve(length))
  } catch (error) {
    if (error instanceof UnreadablePdf && error.reason === "damaged") return undefined
    throw error
  }
}

function accounted(document: PdfDocument, from: number, spans: readonly Span[]): boolean {
  let position = from
  for (const span of [...spans, { start: document.end, end: document.end }]) {
    if (span.start < position || span.start - position > LONGEST_GAP) return false
    const gap = Buffer.from(document.bytes.subarray(position, span.start)).toString("latin1")
    if (!BETWEEN.test(gap)) return false
    position = span.end
  }
  return true
}
