import { readdirSync, readFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type MessageKey, translator } from "#app/i18n/messages.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { countedDatabase } from "#tests/support/database.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld, type World } from "#tests/support/world.ts"

type Page = { path: string; region: string; count: MessageKey; title: MessageKey }
const pages: readonly Page[] = [
  { path: "/inisiatif", region: "region", count: "initiative.list.count", title: "map.title.initiatives" },
  { path: "/kebutuhan", region: "region", count: "proposal.need.list.count", title: "map.title.needs" },
  { path: "/mitra", region: "wilayah", count: "organisation.list.count", title: "map.title.organisations" },
  { path: "/kesepakatan", region: "region", count: "agreement.register.count", title: "map.title.agreements" },
  { path: "/wilayah", region: "provinsi", count: "region.list.count", title: "map.title.regions" },
]

let counted: Awaited<ReturnType<typeof countedDatabase>>
let world: World
let app: TestApp
beforeEach(async () => {
  counted = await countedDatabase()
  world = await createWorld({ db: counted.db })
  app = await openApp({ world })
  await everyRow(world)
}, 60_000)

const read = async (path: string): Promise<string> => {
  const { status, text } = await app.visitor().get(path)
  expect([path, status]).toEqual([path, 200])
  return text
}
const plain = (href: string) => href.replaceAll("&amp;", "&")
const drawing = (text: string) => /<svg class="area-map"[\s\S]*?<\/svg>/.exec(text)?.[0] ?? ""
/** The links of the drawing by what they are called. */
const linksOn = (text: string) =>
  Object.fromEntries(
    [...drawing(text).matchAll(/<a href="([^"]+)"><title>([^<]+)<\/title>/g)].map(([, href = "", name = ""]) => [
      name,
      plain(href),
    ]),
  )
/** The rows of the table: name, address and number. */
const rowsOf = (text: string) =>
  [
    ...(/<table class="province-table">[\s\S]*?<\/table>/.exec(text)?.[0] ?? "").matchAll(
      /<th scope="row"><a[^>]*href="([^"]+)"[^>]*>([^<]+)<\/a><\/th><td>(\d+)<\/td>/g,
    ),
  ].map(([, href = "", name = "", count]) => ({ href: plain(href), name, count: Number(count) }))

describe.each(pages)("the map of $path", ({ path, region, count, title }) => {
  test.each(["id", "en"] as const)("says in %s what its list says, in the drawing and in the table", async (locale) => {
    const t = translator(locale)
    const at = locale === "en" ? `/en${path}` : path
    const text = await read(`${at}?tampilan=peta`)
    const rows = rowsOf(text)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const province = Number(new URL(row.href, "http://x").searchParams.get(region))
      expect(row.href).toBe(`${at}?${region}=${province}`)
      expect(pageWords(await read(row.href)), row.name).toContain(t(count, { count: row.count }))
    }
    const links = linksOn(text)
    for (const { name, href, count: number } of rows.filter((row) => !row.name.startsWith("Papua"))) {
      const label = Object.keys(links).find((one) => one.startsWith(`${name}: ${number}`))
      expect(links[label ?? ""], name).toBe(href)
    }
    expect(text).toMatch(new RegExp(`<title id="[^"]+-title">${t(title)}</title>`))
    expect(text).toContain(`-description">${t("map.description")}</desc>`)
    const words = pageWords(text)
    expect(words).toContain("Bashir Arrohman")
    expect(text).toContain('href="https://creativecommons.org/licenses/by/4.0/"')
    expect(text).toContain('href="https://github.com/VictorCazanave/svg-maps"')
    expect(words).toContain(t("map.source.changed"))
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    expect(text).toContain('<meta name="robots" content="noindex"')
    expect(text).not.toContain('rel="canonical"')
  })

  test("stands beside the list, and both keep the filters", async () => {
    const text = await read(`${path}?tampilan=peta&q=a&setelah=x&cursor=x`)
    expect(text).toContain(`<a href="${path}?q=a">Daftar</a>`)
    expect(text).toContain(`<a href="${path}?q=a&amp;tampilan=peta" aria-current="page">Peta</a>`)
    expect(text).toContain('<input type="hidden" name="tampilan" value="peta"/>')
    // The way out of the only filter.
    expect(text).toContain(`href="${path}?tampilan=peta"`)
    for (const { href } of rowsOf(text)) expect(href).toContain(`${path}?q=a&${region}=`)
    const list = await read(`${path}?q=a&tampilan=lain`)
    expect(list).toContain(`<a href="${path}?q=a" aria-current="page">Daftar</a>`)
    expect(list).not.toContain('name="tampilan"')
    expect(list).not.toContain("area-map")
  })

  test("says so where nothing is left, and leads back to the whole map", async () => {
    const text = await read(`${path}?tampilan=peta&q=tidakadayangbegini`)
    expect(drawing(text)).toBe("")
    expect(text).toContain('class="empty')
    expect(text).toContain(`href="${path}?tampilan=peta"`)
    expect(pageWords(text)).toContain(translator("id")(count, { count: 0 }))
  })

  test("takes few statements", async () => {
    counted.reset()
    await read(`${path}?tampilan=peta`)
    expect(counted.count()).toBeLessThanOrEqual(6)
  })
})

test("a region that is chosen stays chosen where the map leads into its province", async () => {
  const rows = rowsOf(await read("/kebutuhan?tampilan=peta&region=33.71"))
  expect(rows.map(({ name, href }) => [name, href])).toEqual([["Jawa Tengah", "/kebutuhan?region=33.71"]])
})

test("the list that a province leads to shows it in its filter, although what it has lies in one of its cities", async () => {
  for (const path of ["/inisiatif", "/kebutuhan"])
    expect(await read(`${path}?region=33`)).toContain('<option value="33" selected="">Provinsi Jawa Tengah</option>')
})

describe("the six Papuan provinces", () => {
  test("are named with their own numbers beside the two shapes that stand for them", async () => {
    await world.db.updateTable("initiative").set({ regionCode: "94.01" }).execute()
    const text = await read("/inisiatif?tampilan=peta")
    const total = rowsOf(text).reduce((sum, row) => sum + row.count, 0)
    expect(rowsOf(text)).toEqual([{ name: "Papua Tengah", href: "/inisiatif?region=94", count: total }])
    const label = `Papua, Papua Selatan, Papua Tengah, Papua Pegunungan: bersama-sama ${total} inisiatif`
    expect(linksOn(text)).toEqual({ [label]: "#batas-lama-pa" })
    const beside = text.slice(text.indexOf('class="province-map__old"'), text.indexOf('class="province-map__foot"'))
    expect(beside).toContain('id="batas-lama-pa"')
    expect(beside).toContain('id="batas-lama-pb"')
    const words = pageWords(beside).replace(/\s+/g, " ")
    expect(words).toContain(
      `Papua Barat 0 Papua Barat Daya 0 Papua 0 Papua Selatan 0 Papua Tengah ${total} Papua Pegunungan 0`,
    )
    expect([...beside.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(["/inisiatif?region=94"])
    expect(pageWords(text)).toContain(translator("id")("map.old.body"))
  })
})

describe("the weight of a map", () => {
  let styles = 0
  beforeAll(() => {
    const folder = "build/client/assets"
    for (const name of readdirSync(folder).filter((one) => /^root-.*\.css$/.test(one)))
      styles += brotliCompressSync(readFileSync(`${folder}/${name}`)).length
  })

  test("with its styles stays below 30 KB, also where every province has something", async () => {
    expect(styles).toBeGreaterThan(5_000)
    for (const { path } of pages) {
      const bytes = brotliCompressSync(await read(`/en${path}?tampilan=peta`)).length + styles
      expect(bytes, path).toBeLessThan(30 * 1024)
    }
  })
})
