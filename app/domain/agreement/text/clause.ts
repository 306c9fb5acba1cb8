/**
 * One titled part of an agreement's text.
 * `key` is stable over all versions (it pairs clauses when two versions are compared), `title` is plain text on
 * one line, `body` is the Markdown subset that `tokens.ts` reads.
 */
export type Clause = { readonly key: string; readonly title: string; readonly body: string }

export type AgreementText = { readonly clauses: readonly Clause[] }

/** Sizes in UTF-16 code units of the normalised text, as `maxlength` in a form counts them. */
export const textLimits = {
  key: 64,
  title: 160,
  body: 20_000,
  clauses: 60,
  total: 200_000,
} as const

/** Lower-case words joined by hyphens, starting with a letter: `jangka-waktu`, `pasal-2`. */
export const clauseKeyPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** The considerations: when it is the first clause it stands before Pasal 1, without a number or heading of its own. */
export const considerationsKey = "konsideran"

// Invisible characters that pasted text brings along and that carry no meaning of their own.
const dropped = /[\u00ad\u200b\u2060\ufeff]/g

// Control characters; lone surrogates; bidirectional overrides and isolates (what is read would differ from what is
// stored); Unicode tags (text that nobody sees); noncharacters.
const forbidden = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}]/u

/**
 * Brings typed or pasted text into the one form that is stored, compared, hashed and printed: NFC, line ends as
 * `\n`, tabs as four spaces, no invisible fillers (soft hyphen, zero-width space, word joiner, byte order mark).
 */
export const normaliseBody = (value: string): string =>
  value
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\t/g, "    ")
    .replace(dropped, "")
    .normalize("NFC")
    .replace(/[ ]+$/gm, "")
    .replace(/^\n+|\n+$/g, "")

/** `normaliseBody` for a single line: every run of white space becomes one space. */
export const normaliseTitle = (value: string): string => normaliseBody(value).replace(/\s+/g, " ").trim()

/** True when the normalised text holds no control character, nothing that hides or reorders text, no half character. */
export const isPlainText = (value: string): boolean => !forbidden.test(value)

/** Length that counts towards `textLimits.total`. */
export const textLength = (text: AgreementText): number =>
  text.clauses.reduce((sum, clause) => sum + clause.title.length + clause.body.length, 0)

/** The number of each clause's article ("Pasal n"), in order; null for considerations standing before Pasal 1. */
export function articleNumbers(clauses: readonly Clause[]): (number | null)[] {
  const before = clauses[0]?.key === considerationsKey ? 1 : 0
  return clauses.map((_, index) => (index < before ? null : index - before + 1))
}
