import { sameThing, translations } from "./synonyms.ts"
import { isConnecting, plainToken, stemToken, termsOf } from "./terms.ts"

/** Tokens that must all be there. */
type Together = readonly string[]

/** One thing that is searched for, under all its names. */
export type Wanted = {
  /** The words of the search that it stands for. */
  readonly words: readonly string[]
  readonly names: readonly Together[]
  /** How much it says: rare words more than common ones. */
  readonly weight: number
}

const stemsOf = (phrase: string): Together =>
  termsOf(phrase).flatMap(({ word }) => (isConnecting(word) ? [] : [stemToken(word)]))

/** Every name in the lists by its stems, with what it may be called besides. */
const otherNames: ReadonlyMap<string, readonly Together[]> = new Map([
  ...Object.entries(translations).map(([word, names]) => [stemsOf(word).join(" "), names.map(stemsOf)] as const),
  ...sameThing.flatMap((names) =>
    names.map((name) => [stemsOf(name).join(" "), names.filter((other) => other !== name).map(stemsOf)] as const),
  ),
])
const longestName = Math.max(...[...otherNames.keys()].map((name) => name.split(" ").length))

/**
 * What the words of a search ask for: each word as it is written or by its stem, and a name of several words ("aparatur
 * sipil negara") as one thing, with the other names it goes by.
 */
export function wantedOf(words: readonly string[]): Wanted[] {
  const wanted: Wanted[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at)
    const own = words.slice(at, at + length)
    const stems = own.map(stemToken)
    const names = [...(length === 1 ? [own.map(plainToken)] : []), stems, ...(otherNames.get(stems.join(" ")) ?? [])]
    wanted.push({ words: own, names: unique(names), weight: 1 })
    at += length
  }
  return wanted
}

function lengthOfName(words: readonly string[], at: number): number {
  for (let length = Math.min(longestName, words.length - at); length > 1; length -= 1) {
    const stems = words.slice(at, at + length).map(stemToken)
    if (otherNames.has(stems.join(" "))) return length
  }
  return 1
}

const unique = (names: readonly Together[]): Together[] => [
  ...new Map(names.filter((name) => name.length > 0).map((name) => [name.join(" "), name])).values(),
]

/** Every token that the wanted things name. */
export const tokensOf = (wanted: readonly Wanted[]): string[] => [
  ...new Set(wanted.flatMap(({ names }) => names.flat())),
]

/** The same with what the index knows of each token: rare things weigh more. */
export const weighed = (wanted: readonly Wanted[], documents: ReadonlyMap<string, number>): Wanted[] =>
  wanted.map((one) => ({ ...one, weight: 1 / Math.sqrt(2 + found(one, documents)) }))

/** In how many entries a wanted thing may be, at most. Zero: the index knows it under none of its names. */
export const found = ({ names }: Wanted, documents: ReadonlyMap<string, number>): number =>
  Math.max(0, ...names.map((tokens) => Math.min(...tokens.map((token) => documents.get(token) ?? 0))))
