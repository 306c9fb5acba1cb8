/** Digits before and after the decimal point that a number may have. */
export const decimalDigits = { whole: 15, fraction: 4 } as const

const canonical = new RegExp(`^-?(0|[1-9]\\d{0,${decimalDigits.whole - 1}})(\\.\\d{1,${decimalDigits.fraction}})?$`)
const groups = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(\\${mark}\\d{3})+$`)

/**
 * Reads a number typed with Indonesian (1.250,5) or English (1,250.5) separators, blanks between groups allowed, as
 * canonical decimal text: "1250.5". Null for anything else, for more digits than `decimalDigits`, and for "1,250": an
 * Indonesian reader means one and a quarter by it and an English one twelve hundred and fifty, so it must be typed
 * another way. "1.250" is twelve hundred and fifty, as the country writes it.
 */
export function readDecimal(text: string): string | null {
  const match = /^([-\u2212]?)(\d[\d., \u00a0\u202f]*)$/.exec(text.trim())
  if (!match) return null
  const digits = withoutBlanks(match[2] ?? "")
  const parts = digits === null ? null : split(digits)
  if (parts === null) return null
  const [whole, fraction] = [parts[0].replace(/^0+(?=\d)/, ""), parts[1].replace(/0+$/, "")]
  const value = fraction === "" ? whole : `${whole}.${fraction}`
  if (!canonical.test(value)) return null
  return match[1] !== "" && value !== "0" ? `-${value}` : value
}

/** Blanks may only stand between groups of three digits. */
function withoutBlanks(text: string): string | null {
  if (!/[ \u00a0\u202f]/.test(text)) return text
  const spaced = text.replace(/[\u00a0\u202f]/g, " ")
  return /^[1-9]\d{0,2}( \d{3})+([.,]\d+)?$/.test(spaced) ? `${spaced.replaceAll(" ", "")}` : null
}

/** The digits before and after the decimal mark. */
function split(text: string): readonly [string, string] | null {
  const marks = [...text.matchAll(/[.,]/g)]
  const last = marks.at(-1)
  if (!last) return [text, ""]
  const before = text.slice(0, last.index)
  const after = text.slice(last.index + 1)
  if (marks.length === 1) {
    if (after === "") return null
    if (!groups(last[0]).test(text)) return [before, after]
    return last[0] === "." ? [before + after, ""] : null
  }
  const [first] = marks
  if (marks.every(([mark]) => mark === first?.[0]))
    return groups(last[0]).test(text) ? [text.replaceAll(last[0], ""), ""] : null
  const group = last[0] === "," ? "." : ","
  if (after === "" || !groups(group).test(before)) return null
  return [before.replaceAll(group, ""), after]
}

/** Canonical decimal text as a whole number of its smallest part. Throws on anything else: that is no refusal. */
export function scaledDecimal(text: string): bigint {
  if (!canonical.test(text)) throw new Error(`Not a decimal: ${text}`)
  const [whole = "", fraction = ""] = text.replace("-", "").split(".")
  const size = BigInt(whole + fraction.padEnd(decimalDigits.fraction, "0"))
  return text.startsWith("-") ? -size : size
}
