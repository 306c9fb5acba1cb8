import { printableText } from "./coverage.ts"

/** Characters without a place to break a line that fit on a full line, and in a column of the parties' table. */
export const fullLine = 60
export const narrowLine = 24

const graphemes = new Intl.Segmenter("id", { granularity: "grapheme" })

/** Marks places where an extremely long word may go on in the next line; the layout turns them into breaks. */
const breakMark = "\u200b"

/** The text with a place to break after every few characters of a word that fits on no line. */
export function breakLongWords(text: string, longest: number): string {
  if (text.length <= longest) return text
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= longest) return word
    let result = ""
    let count = 0
    for (const { segment } of graphemes.segment(word)) {
      result += count > 0 && count % 4 === 0 ? breakMark + segment : segment
      count += 1
    }
    return result
  })
}

// Text of a form field reaches this place checked; these are dropped so that nothing unchecked can steer the layout.
export const invisible = /[\p{Cc}\p{Cs}\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** One line of plain text as it can be printed. */
export const line = (text: string, longest = fullLine): string =>
  breakLongWords(printableText(text.normalize("NFC").replace(invisible, " ").replace(/ +/g, " ").trim()), longest)
