import type { RouteConfigEntry } from "@remix-run/route-config"
import { describe, expect, test } from "vitest"
import routes from "#app/routes.ts"
import { routeTable } from "#app/server/route-table.ts"
import { readFrontMatter } from "#content/front-matter.ts"
import { textPages } from "#content/pages.ts"
import { practiceKeys } from "#content/practices/titles.ts"
import { readText, type SourceText, sourceTexts } from "#tests/support/texts.ts"

const texts = sourceTexts()
const label = ({ name, language }: SourceText) => `${name}.${language}`
const find = (name: string, language: string) => texts.find((text) => text.name === name && text.language === language)

const entries = routes as readonly RouteConfigEntry[]
const { match } = routeTable({
  root: { id: "root", path: "" },
  ...Object.fromEntries(entries.map(({ id, path }) => [id, { id: id!, parentId: "root", path: path! }])),
})

/** The text that stands at an address, null where something else does; undefined where nothing is. */
function textAt(path: string): string | null | undefined {
  const page = textPages.find((one) => one.path === path)
  if (page) return `pages/${page.name}`
  if (path.startsWith("/bantuan/panduan/")) return `handbook/${path.slice("/bantuan/panduan/".length)}`
  const pattern = match(path)
  if (pattern === null) return undefined
  if (pattern === "/belajar/praktik/:key") return `practices/${path.slice("/belajar/praktik/".length)}`
  // Rows come and go: a text that names one of them would break with it.
  return pattern.includes(":") ? undefined : null
}

/** What is wrong with a link of a text, or null. */
function linkFault(text: SourceText, href: string): string | null {
  if (/^mailto:[^@\s]+@[^@\s]+$/.test(href)) return null
  if (/^[a-z]+:/i.test(href)) return /^https:\/\/[^\s/]+/.test(href) ? null : "is not https"
  const [path = "", fragment] = href.split("#")
  if (path === "/en" || path.startsWith("/en/")) return "names a language; the page chooses the reader's"
  if (path !== "" && !path.startsWith("/")) return "is relative"
  const name = path === "" ? text.name : textAt(path)
  if (name === undefined) return "leads nowhere"
  const target = name === null ? undefined : (find(name, text.language) ?? find(name, "en"))
  if (name !== null && !target) return "leads to a text that is not there"
  if (fragment === undefined) return null
  return target?.headings.some(({ id }) => id === fragment) ? null : "names a heading that is not there"
}

describe("texts of the site", () => {
  test("are found", () => {
    expect(texts.length).toBeGreaterThan(60)
    expect(entries.length).toBeGreaterThan(200)
  })

  test("exist in both languages, but for notes of and for developers", () => {
    const onlyOne = texts.filter(({ name, language }) => !find(name, language === "id" ? "en" : "id")).map(label)
    expect(onlyOne.filter((one) => !one.startsWith("handbook/decisions/"))).toEqual([])
  })

  test("have the same parts in both languages", () => {
    const different = texts.flatMap((text) => {
      const other = find(text.name, "en")
      if (text.language === "en" || !other) return []
      const shape = ({ headings, tables }: SourceText) => ({
        depths: headings.map(({ depth }) => depth),
        rows: tables.map(({ rows }) => rows.length),
      })
      return JSON.stringify(shape(text)) === JSON.stringify(shape(other)) ? [] : [text.name]
    })
    expect(different).toEqual([])
  })

  test("have one title, first, and leave out no level of heading", () => {
    const wrong = texts.flatMap((text) => {
      const depths = text.headings.map(({ depth }) => depth)
      const jump = depths.findIndex((depth, index) => index > 0 && depth > depths[index - 1]! + 1)
      if (depths[0] !== 1 || depths.filter((depth) => depth === 1).length !== 1) return [`${label(text)}: title`]
      return jump < 0 ? [] : [`${label(text)}: "${text.headings[jump]!.words}"`]
    })
    expect(wrong).toEqual([])
  })

  test("link to what is there", () => {
    const broken = texts.flatMap((text) =>
      text.links.flatMap((href) => {
        const fault = linkFault(text, href)
        return fault ? [`${label(text)}: ${href} ${fault}`] : []
      }),
    )
    expect(broken).toEqual([])
  })

  test("describe their pictures", () => {
    expect(
      texts.flatMap((text) => text.pictures.filter(({ alt }) => alt.trim() === "").map(() => label(text))),
    ).toEqual([])
  })

  test("can be read in twelve minutes", () => {
    const long = texts.filter(({ words }) => words > 12 * 200).map((text) => `${label(text)}: ${text.words} words`)
    expect(long).toEqual([])
  })

  test("of `pages` say what they are, and say it alike", () => {
    for (const text of texts.filter(({ name }) => name.startsWith("pages/") && name !== "pages/authority")) {
      const facts = readFrontMatter(label(text), text.block ?? "")
      const other = readFrontMatter(label(text), find(text.name, "en")?.block ?? "")
      expect({ ...facts, description: "" }, label(text)).toEqual({ ...other, description: "" })
    }
  })

  test("of `pages` have an address, and each address its text", () => {
    const drawnElsewhere = ["pages/authority", "pages/help"]
    const names = new Set(texts.map(({ name }) => name).filter((name) => name.startsWith("pages/")))
    expect([...names].filter((name) => !drawnElsewhere.includes(name)).sort()).toEqual(
      textPages.map(({ name }) => `pages/${name}`).sort(),
    )
    for (const { path } of textPages) expect(match(path), path).toBe(path)
  })

  test("of practices are those that can be learned", () => {
    const names = new Set(texts.map(({ name }) => name).filter((name) => name.startsWith("practices/")))
    expect([...names].sort()).toEqual(practiceKeys.map((key) => `practices/${key}`).sort())
  })
})

describe("a text is refused", () => {
  const text = readText("pages/about", "id", "# Judul\n\n## Bagian satu\n\n![](/x.png) dan [sini](/sana)\n")

  test.each([
    ["/tidak-ada", "leads nowhere"],
    ["/kesepakatan/KB-7H3K-9QPD", "leads nowhere"],
    ["/bantuan/panduan/users/tidak-ada", "leads to a text that is not there"],
    ["/belajar/praktik/tidak-ada", "leads to a text that is not there"],
    ["/en/tentang", "names a language; the page chooses the reader's"],
    ["tentang", "is relative"],
    ["http://example.org", "is not https"],
    ["javascript:alert(1)", "is not https"],
    ["/tentang#tidak-ada", "names a heading that is not there"],
    ["/verifikasi#unggah", "names a heading that is not there"],
    ["#tidak-ada", "names a heading that is not there"],
  ])("where it links to %s", (href, fault) => {
    expect(linkFault(text, href)).toBe(fault)
  })

  test("and not where its links are sound", () => {
    for (const href of [
      "/tentang",
      "/verifikasi",
      "https://example.org/a",
      "/tentang#dari-mana-asalnya",
      "mailto:a@b.id",
    ])
      expect(linkFault(text, href), href).toBeNull()
  })
})
