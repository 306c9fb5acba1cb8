import { createHash } from "node:crypto"
import type { Locale } from "#app/i18n/messages.ts"
import { type FrontMatter, readFrontMatter, splitFrontMatter } from "./front-matter.ts"
import { type Rendered, renderMarkdown } from "./markdown.server.ts"

/** Every text of the site at build time, by path below `content/`: an editor changes a page by changing its file. */
const sources = import.meta.glob<string>(["./pages/*.md", "./handbook/**/*.md", "./practices/*.md"], {
  query: "?raw",
  import: "default",
  eager: true,
})

export type Text = Rendered & {
  readonly language: Locale
  /** The one language that it was written in; null where there are both. */
  readonly onlyIn: Locale | null
  /** What it says of itself; null where it says nothing. */
  readonly facts: FrontMatter | null
}

/**
 * The text `name` ("pages/privacy", "handbook/operators/running", "practices/saber-hoaks") in `locale`; where only the other language
 * exists (the decision records are in English), that one with its language named. Null where there is none.
 */
export function findText(name: string, locale: Locale, linkTo: (path: string) => string): Text | null {
  const order: Locale[] = locale === "id" ? ["id", "en"] : ["en", "id"]
  for (const language of order) {
    const source = sources[`./${name}.${language}.md`]
    if (source === undefined) continue
    const both = order.every((each) => sources[`./${name}.${each}.md`] !== undefined)
    const { block, body } = splitFrontMatter(source)
    const facts = block === null ? null : readFrontMatter(`${name}.${language}.md`, block)
    return { ...renderMarkdown(body, linkTo), facts, language, onlyIn: both ? null : language }
  }
  return null
}

/** Every text with each language it is written in, by the name that `findText` knows it by. */
export const everyText = (): readonly { readonly name: string; readonly language: Locale }[] =>
  Object.keys(sources).flatMap((path) => {
    const [, name, language] = path.match(/^\.\/(.+)\.(id|en)\.md$/) ?? []
    return name && (language === "id" || language === "en") ? [{ name, language }] : []
  })

let edition: number | undefined

/** A number that is another one whenever any of the texts is, or what is made of them (`form`). */
export function editionOfTexts(form: number): number {
  edition ??=
    createHash("sha256")
      .update(JSON.stringify([form, sources]))
      .digest()
      .readUInt32BE() >>> 1
  return edition
}

export type Chapter = {
  readonly part: string
  readonly pages: readonly { readonly name: string; readonly title: string; readonly language: Locale }[]
}

const parts = ["users", "operators", "developers", "decisions"] as const

const contents = new Map<Locale, readonly Chapter[]>()

/** The handbook's contents in `locale`, part by part, each page once. The texts do not change while the program runs. */
export function handbookContents(locale: Locale): readonly Chapter[] {
  const kept = contents.get(locale) ?? readContents(locale)
  contents.set(locale, kept)
  return kept
}

function readContents(locale: Locale): readonly Chapter[] {
  return parts.map((part) => {
    const names = new Set<string>()
    for (const path of Object.keys(sources)) {
      const name = path.match(/^\.\/handbook\/([^/]+)\/(.+)\.(?:id|en)\.md$/)
      if (name?.[1] === part && name[2]) names.add(name[2])
    }
    const pages = [...names].sort().map((name) => {
      const text = findText(`handbook/${part}/${name}`, locale, (path) => path)
      return { name: `${part}/${name}`, title: text?.title ?? name, language: text?.language ?? locale }
    })
    return { part, pages }
  })
}
