/** A stretch of characters in one style. Plain text: whoever renders it must escape it for its own medium. */
export type TextRun = {
  readonly kind: "text"
  readonly text: string
  readonly strong: boolean
  readonly emphasis: boolean
}

export type LineBreak = { readonly kind: "break" }

export type Inline = TextRun | LineBreak

/**
 * How the items of a numbered list are counted, outermost first, after the units of Indonesian legal drafting:
 * `verse` = ayat "(1)", `letter` = huruf "a.", `number` = angka "1.", `subletter` = "a)".
 */
export const listStyles = ["verse", "letter", "number", "subletter"] as const
export type ListStyle = (typeof listStyles)[number]

export type Paragraph = { readonly kind: "paragraph"; readonly children: readonly Inline[] }
export type OrderedList = {
  readonly kind: "ordered"
  readonly style: ListStyle
  /** Value of the first item, 0 … 9,999. */
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}
export type UnorderedList = { readonly kind: "unordered"; readonly items: readonly (readonly Block[])[] }

export type Block = Paragraph | OrderedList | UnorderedList

/** 1 → a, 26 → z, 27 → aa; below 1 the figure itself. */
function letters(value: number): string {
  if (value < 1) return String(value)
  const rest = Math.floor((value - 1) / 26)
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(97 + ((value - 1) % 26))
}

/** What stands before an item of a numbered list: "(1)", "a.", "1.", "a)". */
export function listMarker(style: ListStyle, value: number): string {
  switch (style) {
    case "verse":
      return `(${value})`
    case "letter":
      return `${letters(value)}.`
    case "number":
      return `${value}.`
    case "subletter":
      return `${letters(value)})`
  }
}

const inlineText = (children: readonly Inline[]): string =>
  children.map((part) => (part.kind === "break" ? "\n" : part.text)).join("")

/** The words alone, one paragraph or item a line, numbered items with their marker (mail, search, excerpts). */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === "paragraph") return [inlineText(block.children)]
      return block.items.map((item, index) => {
        const marker = block.kind === "ordered" ? listMarker(block.style, block.start + index) : "–"
        return `${marker} ${plainText(item)}`
      })
    })
    .join("\n")
}
