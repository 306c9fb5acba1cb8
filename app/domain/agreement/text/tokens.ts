import { defaults, Lexer, type Token, Tokenizer, type Tokens } from "marked"
import { type Block, type Inline, type ListStyle, listStyles } from "./tree.ts"

/** Lists nested deeper than this stay literal text. */
const deepestList = listStyles.length

/** marked looks for closing asterisks in quadratic time; above this number in one body all of them stay literal. */
const mostAsterisks = 1_000

/**
 * marked's tokenizer with everything outside the subset switched off. A rule that answers nothing lets the next one
 * try, and the last ones (paragraph, text) take any characters: what is not in the subset becomes literal text.
 */
class SubsetTokenizer extends Tokenizer {
  private depth = 0

  constructor(private readonly withEmphasis: boolean) {
    super()
  }

  override list(source: string): Tokens.List | undefined {
    if (this.depth >= deepestList) return undefined
    this.depth += 1
    try {
      return super.list(source)
    } finally {
      this.depth -= 1
    }
  }

  override emStrong(source: string, masked: string, previous?: string): Tokens.Em | Tokens.Strong | undefined {
    // Underscores are what a blank to fill in is drawn with ("Nomor ____"), so they are never emphasis.
    if (!this.withEmphasis || source.startsWith("_")) return undefined
    return super.emStrong(source, masked, previous)
  }

  // A backslash matters only before a character that the subset gives a meaning.
  override escape(source: string): Tokens.Escape | undefined {
    const match = /^\\([*\\.)+-])/.exec(source)
    return match ? { type: "escape", raw: match[0], text: match[1] ?? "" } : undefined
  }

  override code = () => undefined
  override fences = () => undefined
  override heading = () => undefined
  override hr = () => undefined
  override blockquote = () => undefined
  override html = () => undefined
  override def = () => undefined
  override table = () => undefined
  override lheading = () => undefined
  override tag = () => undefined
  override link = () => undefined
  override reflink = () => undefined
  override codespan = () => undefined
  override br = () => undefined
  override del = () => undefined
  override autolink = () => undefined
  override url = () => undefined
}

type Style = { readonly strong: boolean; readonly emphasis: boolean }
const plain: Style = { strong: false, emphasis: false }

/** Joins neighbours of one style and drops empty runs. */
function append(runs: Inline[], text: string, style: Style): void {
  const [first = "", ...lines] = text.split("\n")
  const push = (part: string) => {
    const last = runs.at(-1)
    if (part === "") return
    if (last?.kind === "text" && last.strong === style.strong && last.emphasis === style.emphasis) {
      runs[runs.length - 1] = { ...last, text: last.text + part }
    } else {
      runs.push({ kind: "text", text: part, ...style })
    }
  }
  push(first)
  for (const line of lines) {
    runs.push({ kind: "break" })
    push(line.trimStart())
  }
}

function readInlines(tokens: readonly Token[] | undefined, style: Style, runs: Inline[]): Inline[] {
  for (const token of tokens ?? []) {
    if (token.type === "strong") readInlines(token.tokens, { ...style, strong: true }, runs)
    else if (token.type === "em") readInlines(token.tokens, { ...style, emphasis: true }, runs)
    else if (token.type === "text" && token.tokens) readInlines(token.tokens, style, runs)
    else append(runs, token.type === "text" || token.type === "escape" ? token.text : token.raw, style)
  }
  return runs
}

const endsWithColon = (block: Block | undefined): boolean => {
  if (block?.kind !== "paragraph") return false
  const last = block.children.at(-1)
  return last?.kind === "text" && /:\s*$/.test(last.text)
}

/**
 * A numbered list counts verses unless a sentence ending in a colon introduces it; then, as in a law, it counts
 * letters. A list inside an item is always one unit below.
 */
const styleAt = (rank: number): ListStyle => listStyles[Math.min(rank, listStyles.length - 1)] ?? "verse"

function readList(token: Tokens.List, rank: number): Block {
  const items = token.items.map((item) => readBlocks(item.tokens, rank + 1))
  if (!token.ordered) return { kind: "unordered", items }
  const start = typeof token.start === "number" ? Math.min(Math.max(token.start, 0), 9_999) : 1
  return { kind: "ordered", style: styleAt(rank), start, items }
}

function readBlocks(tokens: readonly Token[], rank: number): Block[] {
  const blocks: Block[] = []
  for (const token of tokens) {
    if (token.type === "space") continue
    if (token.type === "list") {
      const introduced = rank === 0 && endsWithColon(blocks.at(-1))
      blocks.push(readList(token as Tokens.List, introduced ? 1 : rank))
      continue
    }
    const source = "tokens" in token && token.tokens ? token.tokens : undefined
    const children = source ? readInlines(source, plain, []) : readInlines([token], plain, [])
    if (children.some((part) => part.kind === "text" && part.text.trim() !== "")) {
      blocks.push({ kind: "paragraph", children })
    }
  }
  return blocks
}

const lexerFor = (source: string): Lexer => {
  const asterisks = source.split("*").length - 1
  return new Lexer({ ...defaults, gfm: false, tokenizer: new SubsetTokenizer(asterisks <= mostAsterisks) })
}

/**
 * Reads a clause's body (normalised, see `clause.ts`) into blocks. Never throws on any text: paragraphs, line breaks,
 * ordered and unordered lists up to four deep, bold, italic; everything else is literal text.
 * `introduced`: the body continues a sentence that ended in a colon, so its first numbered list counts letters.
 */
export function readBody(body: string, options: { introduced?: boolean } = {}): Block[] {
  const blocks = readBlocks(lexerFor(body).lex(body), options.introduced ? 1 : 0)
  return blocks
}

/** Reads one line with bold and italic only (fixed sentences of a template). */
export const readLine = (line: string): Inline[] => readInlines(lexerFor(line).inlineTokens(line), plain, [])
