import { describe, expect, test } from "vitest"
import { formatDate } from "#app/i18n/format.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { findText } from "#content/library.server.ts"
import { textPages } from "#content/pages.ts"
import { openApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const languages = ["id", "en"] as const
const inOwn = (locale: "id" | "en") => (path: string) => localPath(locale, path)

async function worldWithAddress(secretariatEmail: string | null): Promise<World> {
  const world = await createWorld()
  return { ...world, services: { ...world.services, settings: { ...world.services.settings, secretariatEmail } } }
}

describe("a page that is a text", () => {
  test.each(languages)("says what it is, when it changed, what it holds, and where it stands: %s", async (locale) => {
    const visitor = (await openApp()).visitor()
    const t = translator(locale)
    for (const { name, path, under } of textPages) {
      const { status, text } = await visitor.get(localPath(locale, path))
      expect(status, path).toBe(200)
      const source = findText(`pages/${name}`, locale, inOwn(locale))!
      const words = pageWords(text)
      expect(source.language, path).toBe(locale)
      expect(words, path).toContain(source.facts!.description)
      const updated = t("words.updated", { date: formatDate(locale, source.facts!.updated) })
      expect(words, path).toContain(pageWords(updated))
      const contents = [...text.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id)
      expect(contents, path).toEqual(source.parts.length < 4 ? [] : source.parts.map(({ id }) => id))
      for (const id of contents) expect(text, `${path}#${id}`).toContain(`<h2 id="${id}">`)
      expect(text.includes('class="breadcrumbs"'), path).toBe(under !== null)
      expect(text.includes('id="sekretariat"'), path).toBe(source.facts!.contact)
    }
  })

  test("is led to from the front page's frame or from another text", async () => {
    const { text } = await (await openApp()).visitor().get("/")
    const links = textPages.map(({ name }) => findText(`pages/${name}`, "id", (path) => path)!.html).concat(text)
    const lost = textPages.filter(({ path }) => !links.some((html) => html.includes(`href="${path}"`)))
    expect(lost.map(({ path }) => path)).toEqual([])
  })

  test("leads to the pages beside it, and not to itself", async () => {
    const { text } = await (await openApp()).visitor().get("/en/tentang/berkontribusi/media")
    const beside = text.slice(text.indexOf('id="lainnya"'), text.indexOf("<footer"))
    expect([...beside.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
      ["akademisi", "bisnis", "komunitas", "pemerintah"].map((strand) => `/en/tentang/berkontribusi/${strand}`),
    )
  })

  test("is not found below a name that no page has", async () => {
    const visitor = (await openApp()).visitor()
    for (const path of ["/tentang/berkontribusi/siapa-saja", "/tentang/apa-saja", "/en/tentang/berkontribusi/Media"])
      expect((await visitor.get(path)).status, path).toBe(404)
  })

  test("names the secretariat's address where there is one, and says so where there is none", async () => {
    for (const path of ["/privasi", "/bantuan", "/tentang/aksesibilitas"]) {
      const named = await (await openApp({ world: await worldWithAddress("tanya@simpul.example") })).visitor().get(path)
      expect(named.text, path).toContain('href="mailto:tanya@simpul.example"')
      const unnamed = await (await openApp({ world: await worldWithAddress(null) })).visitor().get(path)
      expect(unnamed.text, path).not.toContain("mailto:")
      expect(pageWords(unnamed.text), path).toContain(translator("id")("words.secretariat.none"))
    }
  })
})

describe("a table of a text", () => {
  test("stays a table for who hears it, and names each cell's column for who sees it stacked", async () => {
    const { text } = await (await openApp()).visitor().get("/privasi")
    const table = text.slice(text.indexOf('<table role="table">'), text.indexOf("</table>"))
    expect(table).toContain('<th scope="col" role="columnheader">Untuk apa</th>')
    const [first = ""] = /<tbody.*?<\/tr>/s.exec(table) ?? []
    expect([...first.matchAll(/<td role="cell"(?: data-label="([^"]+)")?>/g)].map(([, label]) => label)).toEqual([
      undefined,
      "Untuk apa",
      "Siapa yang melihat",
      "Berapa lama",
    ])
  })
})

test("the glossary's old address leads to the new one", async () => {
  const visitor = (await openApp()).visitor()
  for (const [old, now] of [
    ["/bantuan/panduan/users/glossary", "/tentang/glosarium"],
    ["/en/bantuan/panduan/users/glossary", "/en/tentang/glosarium"],
  ]) {
    const { status, location } = await visitor.get(old!)
    expect([status, location]).toEqual([301, now])
  }
})
