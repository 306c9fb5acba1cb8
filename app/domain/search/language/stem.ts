import {
  beginWithK,
  beginWithM,
  beginWithN,
  beginWithNy,
  beginWithR,
  endWithI,
  endWithK,
  irregular,
  ownParticle,
  whole,
} from "./roots.ts"

/** A stem has at least so many letters; three only where a prefix and a suffix stand around it (pengisian → isi). */
const shortest = 4
const shortestBetween = 3

const vowel = /^[aeiou]/

type Family = "verb" | "noun" | "ber" | "ke" | "se"
type Peeled = { readonly family: Family; readonly rest: string }

const swallowed = (rest: string, roots: ReadonlySet<string>, letter: string): string | undefined => {
  const root = letter + rest
  for (const known of roots)
    if (root === known || (root.startsWith(known) && root.length - known.length <= 4)) return root
  return undefined
}

/** What stands behind a nasal prefix me-/pe- in `n` (the part after "me" or "pe"), with the letter it has swallowed. */
function behindNasal(word: string): string | undefined {
  const n = word.slice(2)
  if (n.startsWith("ny") && vowel.test(n.slice(2))) return swallowed(n.slice(2), beginWithNy, "ny") ?? `s${n.slice(2)}`
  if (n.startsWith("ng")) {
    const rest = n.slice(2)
    if (vowel.test(rest)) return swallowed(rest, beginWithK, "k") ?? rest
    return /^[ghkq]/.test(rest) ? rest : undefined
  }
  if (n.startsWith("m")) {
    const rest = n.slice(1)
    if (vowel.test(rest)) return swallowed(rest, beginWithM, "m") ?? `p${rest}`
    return /^[bfvp]/.test(rest) ? rest : undefined
  }
  if (n.startsWith("n")) {
    const rest = n.slice(1)
    if (vowel.test(rest)) return swallowed(rest, beginWithN, "n") ?? `t${rest}`
    return /^(?:[cdjzs]|t[^aeiou])/.test(rest) ? rest : undefined
  }
  return undefined
}

/** Takes the outermost prefix off, or answers undefined where there is none. */
function peel(word: string): Peeled | undefined {
  if (word.startsWith("me")) {
    const rest = behindNasal(word) ?? (/^[lrwy]/.test(word.slice(2)) ? word.slice(2) : undefined)
    return rest === undefined ? undefined : { family: "verb", rest }
  }
  if (word.startsWith("di")) return { family: "verb", rest: word.slice(2) }
  if (word.startsWith("ter")) return { family: "verb", rest: word.slice(3) }
  if (word.startsWith("ber") || word.startsWith("per")) {
    const family = word.startsWith("b") ? "ber" : "noun"
    const rest = word.slice(3)
    return { family, rest: vowel.test(rest) ? (swallowed(rest, beginWithR, "r") ?? rest) : rest }
  }
  if (word.startsWith("bel") && word.startsWith("ajar", 3)) return { family: "ber", rest: word.slice(3) }
  if (/^be[^aeiou]er/.test(word)) return { family: "ber", rest: word.slice(2) }
  if (word.startsWith("pel") && word.startsWith("ajar", 3)) return { family: "noun", rest: word.slice(3) }
  if (word.startsWith("pe")) {
    const rest = behindNasal(word) ?? (/^[bdgjklrstwy]/.test(word.slice(2)) ? word.slice(2) : undefined)
    return rest === undefined ? undefined : { family: "noun", rest }
  }
  if (word.startsWith("ke")) return { family: "ke", rest: word.slice(2) }
  if (word.startsWith("se")) return { family: "se", rest: word.slice(2) }
  return undefined
}

/** Takes -an off, or -kan where the `k` is no part of the root. */
function withoutAn(word: string, least: number, kan: boolean): string {
  if (!word.endsWith("an") || word.length - 2 < least) return word
  const root = word.slice(0, -2)
  if (!kan || !word.endsWith("kan") || word.length - 3 < least) return root
  return endWithK.has(root) ? root : word.slice(0, -3)
}

/** Loan words end so; their -i is their own. */
const ownI = /(?:[aiuk]si|logi|nomi|eri)$/

function withoutI(word: string): string {
  if (!/[^aeiou]i$|[aeou]i$/.test(word) || word.length - 1 < shortest) return word
  if (endWithI.has(word) || (word.length > 6 && ownI.test(word))) return word
  return word.slice(0, -1)
}

function withoutParticle(word: string): string {
  if (ownParticle.test(word)) return word
  const match = /^(.*?)(?:lah|kah|pun|nya|ku|mu)$/.exec(word)
  return match?.[1] !== undefined && match[1].length >= shortest ? match[1] : word
}

const known = (word: string): string | undefined => irregular.get(word) ?? (whole.has(word) ? word : undefined)

/** The suffix that goes with a prefix: me- and di- take -kan and -i, pe-, per- and ke- take -an. */
function withoutSuffix(word: string, family: Family | undefined): string {
  if (known(word) !== undefined) return word
  if (family === "verb") {
    if (word.endsWith("kan")) return withoutAn(word, shortestBetween, true)
    return word.endsWith("i") ? withoutI(word) : word
  }
  if (family === "noun" || family === "ke") return withoutAn(word, shortestBetween, false)
  // berkelanjutan: the -an belongs to ke-.
  if (family === "ber" && word.startsWith("ke")) return word
  return withoutAn(word, family === "ber" ? shortest : word.endsWith("kan") ? shortestBetween : shortest, true)
}

function strip(word: string, outer: Family | undefined, depth: number): string {
  const direct = known(word)
  if (direct !== undefined) return direct
  const peeled = depth < 3 ? peel(word) : undefined
  // ke- stands around a root together with -an only: kelola is no ke- of lola.
  const around = peeled?.family === "ke" && !word.endsWith("an")
  if (!peeled || around)
    return outer === undefined ? (known(withoutSuffix(word, outer)) ?? withoutSuffix(word, outer)) : word
  const bare = withoutSuffix(peeled.rest, peeled.family)
  const enough = peeled.rest === bare ? shortest : shortestBetween
  if (bare.length >= enough) return strip(bare, peeled.family, depth + 1)
  return outer === undefined ? withoutSuffix(word, outer) : word
}

const remembered = new Map<string, string>()
const mostRemembered = 20_000

/**
 * The stem of one Indonesian word in lower-case letters, by rules in the tradition of Nazief, Adriani and Tala, without
 * a dictionary: particles, then prefixes with the suffix that goes with them, at most three deep. What has a figure in
 * it or fewer than four letters stays as it is. The same word always gives the same stem; a stem need not be a word.
 */
export function stem(word: string): string {
  if (word.length < shortest || word.length > 40 || !/^[a-z]+$/.test(word)) return word
  const before = remembered.get(word)
  if (before !== undefined) return before
  const result = known(word) ?? strip(known(withoutParticle(word)) ?? withoutParticle(word), undefined, 0)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, result)
  return result
}
