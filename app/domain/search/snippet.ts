import { stem } from "./language/stem.ts"
import { termsOf } from "./language/terms.ts"

/** A piece of text, and whether it is one of the words that were searched for. Plain text: whoever shows it escapes it. */
export type Piece = { readonly text: string; readonly hit: boolean }

/** What counts as found: words as written, and stems. */
export type Hits = { readonly words: ReadonlySet<string>; readonly stems: ReadonlySet<string> }

/** The words and stems that some index tokens stand for. */
export const hitsOf = (tokens: readonly string[]): Hits => ({
  words: new Set(tokens.filter((token) => token.startsWith("p")).map((token) => token.slice(1))),
  stems: new Set(tokens.filter((token) => token.startsWith("z")).map((token) => token.slice(1))),
})

const isHit = ({ words, stems }: Hits, word: string): boolean => words.has(word) || stems.has(stem(word))

/** A text in pieces, with the words that were searched for apart. */
export function marked(text: string, hits: Hits): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { word, start, end } of termsOf(text)) {
    if (!isHit(hits, word)) continue
    if (start > from) pieces.push({ text: text.slice(from, start), hit: false })
    pieces.push({ text: text.slice(start, end), hit: true })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}

/** Words of a snippet, and of them how many stand before its first hit. */
const snippetWords = 34
const wordsBefore = 8

/** The stretch of a text with the most different words that were searched for, marked; its beginning where it has none. */
export function snippetOf(text: string, hits: Hits): Piece[] {
  const terms = termsOf(text)
  const found = terms.map(({ word }, at) => ({ at, word: stem(word), hit: isHit(hits, word) })).filter(({ hit }) => hit)
  const wanted = new Set([...hits.stems, ...[...hits.words].map(stem)]).size
  let best = { at: 0, words: 0 }
  for (const [index, { at }] of found.entries()) {
    const inside = new Set<string>()
    for (let next = index; next < found.length && found[next]!.at < at + snippetWords - wordsBefore; next += 1)
      inside.add(found[next]!.word)
    if (inside.size > best.words) best = { at, words: inside.size }
    if (best.words >= Math.min(wanted, 4)) break
  }
  const first = Math.max(0, best.at - wordsBefore)
  const last = Math.min(terms.length, first + snippetWords) - 1
  const start = terms[first]?.start ?? 0
  const end = last < terms.length - 1 ? (terms[last]?.end ?? text.length) : text.length
  const pieces = marked(text.slice(start, end).replace(/\s+/g, " "), hits)
  return [
    ...(start > 0 ? [{ text: "… ", hit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: " …", hit: false }] : []),
  ]
}
