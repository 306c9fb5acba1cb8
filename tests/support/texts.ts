import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Marked, type Token, type Tokens } from "marked"
import { splitFrontMatter } from "#content/front-matter.ts"
import { headingId } from "#content/markdown.server.ts"

const root = fileURLToPath(new URL("../../content/", import.meta.url))

/** A text of the site as an editor sees it. */
export type SourceText = {
  /** Below `content/`, without language: "pages/about", "handbook/users/agreement". */
  readonly name: string
  readonly language: "id" | "en"
  readonly block: string | null
  readonly headings: readonly { readonly depth: number; readonly words: string; readonly id: string }[]
  readonly links: readonly string[]
  readonly pictures: readonly { readonly href: string; readonly alt: string }[]
  readonly tables: readonly { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }[]
  readonly words: number
}

/** Every Markdown text of the pages, the handbook and the practices. */
export function sourceTexts(): SourceText[] {
  return ["pages", "handbook", "practices"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .sort()
      .flatMap((file) => {
        const [, name, language] = /^(.+)\.(id|en)\.md$/.exec(file.replaceAll("\\", "/")) ?? []
        if (!name || !language) return []
        return [
          readText(`${folder}/${name}`, language as "id" | "en", readFileSync(`${root}${folder}/${file}`, "utf8")),
        ]
      }),
  )
}

/** What a text is made of. */
export function readText(name: string, language: "id" | "en", source: string): SourceText {
  const { block, body } = splitFrontMatter(source)
  const marked = new Marked({ gfm: true })
  const tokens: Token[] = []
  marked.walkTokens(marked.lexer(body), (token) => {
    tokens.push(token)
  })
  const of = <T extends Token>(type: T["type"]) => tokens.filter((token): token is T => token.type === type)
  const cells = (row: readonly Tokens.TableCell[]) => row.map(({ text }) => text)
  return {
    ...{ name, language, block },
    headings: of<Tokens.Heading>("heading").map(({ depth, text }) => ({ depth, words: text, id: headingId(text) })),
    links: of<Tokens.Link>("link").map(({ href }) => href),
    pictures: of<Tokens.Image>("image").map(({ href, text }) => ({ href, alt: text })),
    tables: of<Tokens.Table>("table").map(({ header, rows }) => ({ head: cells(header), rows: rows.map(cells) })),
    words: body.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length,
  }
}
