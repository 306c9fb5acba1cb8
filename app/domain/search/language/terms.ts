import { longestSearch, mostWords } from "../words.ts"
import { stem } from "./stem.ts"

/** One word of a text: as the index knows it, and where it stands. */
export type Term = { readonly word: string; readonly start: number; readonly end: number }

/** Characters of a word that count; nobody searches for longer ones. */
const longestWord = 40

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/**
 * One word as the index knows it: lower case without accents or apostrophes. What is not written in a-z and 0-9 then
 * becomes the hexadecimal of its code points, so that both engines see the same plain letters.
 */
export function foldWord(word: string): string {
  const bare = word
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .normalize("NFC")
  if (/^[a-z0-9]*$/.test(bare)) return bare.slice(0, longestWord)
  return `x${[...bare].map((letter) => letter.codePointAt(0)?.toString(16)).join("")}`.slice(0, longestWord)
}

/** The words of a text in their order, each with its place in it. Never throws, whatever the text holds. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = []
  for (const { 0: raw, index } of text.matchAll(wordPattern)) {
    const word = foldWord(raw)
    if (word !== "") terms.push({ word, start: index, end: index + raw.length })
  }
  return terms
}

/** Words that only connect others: neither indexed nor searched for. */
const connecting: ReadonlySet<string> = new Set(
  `dan atau yang di ke dari pada dalam untuk dengan oleh serta para sebagai adalah ini itu akan juga agar bagi antara
   tentang atas bahwa tersebut
   the of and or in on at to for from with by a an is are about`.split(/\s+/),
)

export const isConnecting = (word: string): boolean => connecting.has(word)

/** A word as it is written (`p…`) and its stem (`z…`): two names in one index that cannot be taken for each other. */
export const plainToken = (word: string): string => `p${word}`
export const stemToken = (word: string): string => `z${stem(word)}`

/** What a text puts into the index, in its order: each word plain and by its stem. */
export const indexTokens = (text: string): string[] =>
  termsOf(text).flatMap(({ word }) => (isConnecting(word) ? [] : [plainToken(word), stemToken(word)]))

/** The words of a search that count, in their order, each once: at most eight, of the first 200 characters. */
export const queryWords = (q: string): string[] =>
  [...new Set(termsOf(q.slice(0, longestSearch)).map(({ word }) => word))]
    .filter((word) => !isConnecting(word))
    .slice(0, mostWords)
