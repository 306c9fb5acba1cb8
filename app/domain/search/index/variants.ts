/** Words that are worth being guessed: letters only, and long enough for a slip to leave them recognisable. */
export const isGuessable = (word: string): boolean => /^[a-z]{4,24}$/.test(word)

const without = (word: string): string[] =>
  Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1))

/** The word and what is left of it without one letter: two words that share one of these are a slip apart. */
export const variantsOf = (word: string): string[] => [...new Set([word, ...without(word)])]

/** As `variantsOf`, and without two letters where the word is long: what a mistyped word is looked up by. */
export function lookupsOf(word: string): string[] {
  const one = without(word)
  return [...new Set([word, ...one, ...(word.length >= 8 ? one.flatMap(without) : [])])]
}

/** Insertions, deletions, exchanges and swaps of neighbours between two words (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
