import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Crawl, type CrawledPage, crawl, readPage, shapeOf, valuesOf, wordsOf } from "#tests/support/crawler.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import { markupFaults } from "#tests/support/markup.ts"
import { demoPassword, type Portal } from "#tests/support/portal.ts"
import { expandLd } from "#tests/support/vocabulary.ts"
import { demoRows } from "./demo-rows.ts"
import { viewers } from "./page-list.ts"

/** Pages that are for readers, not for search engines; everything else that is linked describes itself in full. */
const unlisted = [/^\/masuk(\/|$)/, /^\/v\//, /^\/dev\//]

/** How much of a public page may come over the line before its text is there: HTML and styles, compressed. */
const heaviestPage = 30 * 1024
/** The book of samples shows every part of the design system at once. */
const heavier: Readonly<Record<string, number>> = { "/bantuan/gaya": 45 * 1024 }
/** Scripts of one page of a workspace, compressed. */
const heaviestScript = 130 * 1024
/** Pages of one kind and language whose markup, structured data and card are read; all pages are read for the rest. */
const ofEachKind = 4

let portal: Portal
let site: Crawl
let html: CrawledPage[]
let listed: CrawledPage[]
let sitemap: Map<string, string[]>

beforeAll(async () => {
  portal = await startDemoPortal()
  sitemap = await readSitemap()
  site = await crawl(portal.origin, ["/", "/en", ...sitemap.keys()], { mostViews: 3, mostParsed: 60, atOnce: 8 })
  html = [...site.pages.values()].filter((page) => page.tree !== null && page.status === 200)
  listed = html.filter(({ address }) => !address.includes("?") && !unlisted.some((one) => one.test(plain(address))))
}, 180_000)
afterAll(async () => {
  await portal?.stop()
})

const plain = (address: string): string => address.replace(/^\/en(?=\/|$)/, "") || "/"
const pathOf = (address: string): string => new URL(address, portal.origin).pathname
const one = (page: CrawledPage, selector: string, attribute: string): string | undefined => {
  const values = valuesOf(page.tree!, selector, attribute)
  return values.length === 1 ? values[0] : undefined
}

/** The addresses of a page in its languages; also of a page that was read and not looked into. */
const alternatesIn = ({ html: text }: CrawledPage): string[] =>
  [...(text ?? "").matchAll(/<link rel="alternate" hrefLang="[^"]+" href="([^"]+)"/g)].map(([, href = ""]) => href)

/** Every page in the sitemap with its languages. */
async function readSitemap(): Promise<Map<string, string[]>> {
  const text = async (address: string) => (await fetch(address)).text()
  const parts = [...(await text(`${portal.origin}/sitemap.xml`)).matchAll(/<loc>([^<]+)<\/loc>/g)]
  const pages = new Map<string, string[]>()
  for (const [, part = ""] of parts)
    for (const [, url = ""] of (await text(part)).matchAll(/<url>(.*?)<\/url>/g)) {
      const address = /<loc>([^<]+)<\/loc>/.exec(url)?.[1] ?? ""
      pages.set(
        pathOf(address),
        [...url.matchAll(/hreflang="(\w+)"/g)].map(([, language = ""]) => language),
      )
    }
  return pages
}

/** The first few pages of each kind. */
function samples(pages: readonly CrawledPage[]): CrawledPage[] {
  const read = new Map<string, number>()
  return pages.filter(({ address }) => {
    const [path = ""] = address.split("?")
    const shape = path.includes("/panduan/") ? path : shapeOf(path)
    read.set(shape, (read.get(shape) ?? 0) + 1)
    return (read.get(shape) ?? 0) <= ofEachKind
  })
}

describe("the public portal, read from its front page and its sitemap", () => {
  test("is there", () => {
    expect(site.pages.size).toBeGreaterThan(1200)
    expect(listed.length).toBeGreaterThan(200)
    expect(site.links.length).toBeGreaterThan(10_000)
    expect(sitemap.size).toBeGreaterThan(1000)
  })

  test("has no broken link and no fault", () => {
    const broken = [...site.pages.values()].filter(({ status }) => status >= 400 || (status >= 300 && status !== 303))
    const where = (address: string) => site.links.find((link) => link.address === address)?.from ?? "sitemap"
    expect(broken.map(({ address, status }) => `${address} ${status}, linked from ${where(address)}`)).toEqual([])
  })

  test("has what its links to a place in a page name", () => {
    const ids = new Map<string, Set<string>>()
    const idsOf = (page: CrawledPage) => {
      const known = ids.get(page.address) ?? new Set(valuesOf(page.tree!, "[id]", "id"))
      ids.set(page.address, known)
      return known
    }
    const missing = site.links.filter(({ address, fragment }) => {
      const page = site.pages.get(address)
      return fragment !== "" && page?.tree && !idsOf(page).has(fragment)
    })
    expect(missing.map(({ from, address, fragment }) => `${from} → ${address}#${fragment}`)).toEqual([])
  })

  test("gives every page one heading, a title of its own, a description, and no script that runs", () => {
    const found: string[] = []
    const titles = new Map<string, string>()
    for (const page of html) {
      const tree = page.tree!
      if (page.html?.includes("\0")) found.push(`${page.address}: a zero byte`)
      if (tree.querySelectorAll("h1").length !== 1) found.push(`${page.address}: not one h1`)
      const scripts = tree.querySelectorAll("script").map((script) => script.getAttributeValue("type"))
      if (scripts.some((type) => type !== "application/ld+json")) found.push(`${page.address}: a script`)
      if (!String(page.headers["content-security-policy"]).includes("script-src 'none'"))
        found.push(`${page.address}: its policy allows scripts`)
      if (wordsOf(tree.querySelector("title")) === "") found.push(`${page.address}: no title`)
    }
    for (const page of listed) {
      const own = one(page, 'link[rel="canonical"]', "href")
      const title = wordsOf(page.tree!.querySelector("title"))
      const name = `${page.address.startsWith("/en") ? "en" : "id"} ${title}`
      if (own && pathOf(own) === page.address) {
        if (titles.has(name)) found.push(`${page.address}: titled as ${titles.get(name)}`)
        titles.set(name, page.address)
      }
      const description = (one(page, 'meta[name="description"]', "content") ?? "").replace(/&#?\w+;/g, "'")
      if (description.length < 20 || description.length > 201) found.push(`${page.address}: "${description}"`)
    }
    expect(found).toEqual([])
  })

  test("keeps every page for the next reader, but for answers to a search", () => {
    const made = listed.filter(({ address, headers }) => headers.etag === undefined && plain(address) !== "/cari")
    expect(made.map(({ address }) => address)).toEqual([])
  })

  test("says of every page where it stands, and in which languages, and these say the same", () => {
    const found: string[] = []
    for (const page of listed) {
      const canonical = one(page, 'link[rel="canonical"]', "href") ?? ""
      if (!canonical.startsWith(`${portal.origin}/`)) found.push(`${page.address}: canonical "${canonical}"`)
      const links = valuesOf(page.tree!, 'link[rel="alternate"][hreflang]', "href")
      const languages = valuesOf(page.tree!, 'link[rel="alternate"][hreflang]', "hreflang")
      const inOneOnly = sitemap.get(pathOf(canonical))?.length === 1
      if (languages.join() !== (inOneOnly ? `${languages[0]},x-default` : "id,en,x-default"))
        found.push(`${page.address}: languages ${languages}`)
      if (!inOneOnly && !links.includes(canonical)) found.push(`${page.address}: not among its own languages`)
      for (const link of new Set([canonical, ...links])) {
        const other = site.pages.get(pathOf(link))
        if (other?.status !== 200 || alternatesIn(other).join() !== links.join())
          found.push(`${page.address}: ${link} says otherwise`)
      }
      if (!sitemap.has(pathOf(canonical))) found.push(`${page.address}: not in the sitemap`)
    }
    for (const address of sitemap.keys()) {
      const [, own] = /<link rel="canonical" href="([^"]+)"/.exec(site.pages.get(address)?.html ?? "") ?? []
      if (own !== portal.origin + address) found.push(`${address}: in the sitemap, but stands at ${own}`)
    }
    expect(found).toEqual([])
  })

  test("keeps evaluations, views of lists and what is for readers only from search engines", () => {
    const shown = html.filter((page) => one(page, 'meta[name="robots"]', "content") !== "noindex")
    expect(shown.map(({ address }) => address)).toEqual([])
    const views = html.filter(
      ({ address }) => address.includes("?") || unlisted.some((one) => one.test(plain(address))),
    )
    expect(views.length).toBeGreaterThan(10)
    expect(views.filter((page) => one(page, 'link[rel="canonical"]', "href")).map(({ address }) => address)).toEqual([])
  })

  test("gives whoever shares a page a card", { timeout: 60_000 }, async () => {
    const found: string[] = []
    for (const page of samples(listed)) {
      const facts = Object.fromEntries(
        page
          .tree!.querySelectorAll("meta[property]")
          .map((meta) => [meta.getAttributeValue("property") ?? "", meta.getAttributeValue("content") ?? ""]),
      )
      const wanted = ["site_name", "type", "title", "description", "url", "locale", "image", "image:alt"]
      for (const name of wanted) if (!facts[`og:${name}`]) found.push(`${page.address}: no og:${name}`)
      const card = await fetch(facts["og:image"] ?? "")
      const png = Buffer.from(await card.arrayBuffer())
      const size = `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`
      if (card.status !== 200 || card.headers.get("content-type") !== "image/png" || size !== "1200 × 630")
        found.push(`${facts["og:image"]}: ${card.status}, ${size}`)
      if (png.byteLength > 60_000) found.push(`${facts["og:image"]}: ${png.byteLength} bytes`)
    }
    expect(found).toEqual([])
  })

  test("describes its pages in words that machines know", { timeout: 60_000 }, async () => {
    const found: string[] = []
    const seen = new Set<string>()
    for (const page of samples(listed))
      for (const script of (page.html ?? "").matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) {
        const document = JSON.parse(script[1] ?? "") as { "@graph": { "@type": string }[] }
        for (const node of document["@graph"]) seen.add(node["@type"])
        await expandLd(document).catch((error: Error) => found.push(`${page.address}: ${error.message}`))
      }
    expect(found).toEqual([])
    for (const type of ["WebSite", "BreadcrumbList", "DigitalDocument", "Project", "Course", "GovernmentOrganization"])
      expect(seen).toContain(type)
    const deep = samples(listed).filter(({ address }) => plain(address).split("/").length > 2)
    expect(deep.filter(({ html: read }) => !read?.includes("BreadcrumbList")).map(({ address }) => address)).toEqual([])
  })

  test("is valid HTML", { timeout: 120_000 }, async () => {
    const found: string[] = []
    for (const page of samples(html))
      for (const fault of await markupFaults(page.html ?? "")) found.push(`${page.address}: ${fault}`)
    expect(found).toEqual([])
  })

  test("is light", async () => {
    const styles = new Map<string, number>()
    const weights: { address: string; bytes: number }[] = []
    for (const page of html) {
      let bytes = page.weight
      for (const href of valuesOf(page.tree!, 'link[rel="stylesheet"]', "href")) {
        styles.set(href, styles.get(href) ?? (await readPage(portal.origin, href)).weight)
        bytes += styles.get(href) ?? 0
      }
      weights.push({ address: page.address, bytes })
    }
    const heaviest = weights.sort((a, b) => b.bytes - a.bytes).slice(0, 10)
    console.info(
      `The heaviest public pages, HTML and styles in Brotli:\n${heaviest.map(({ address, bytes }) => `  ${bytes} ${address}`).join("\n")}`,
    )
    expect(weights.filter(({ address, bytes }) => bytes > (heavier[plain(address)] ?? heaviestPage))).toEqual([])
  })
})

describe("pages of people who are signed in", () => {
  test.each(viewers.filter(({ email }) => email).map((viewer) => [viewer.name, viewer] as const))(
    "are valid HTML, light, and nobody else's: %s",
    async (_name, { email, pages }) => {
      const cookie = await signedIn(email ?? "")
      const fill = demoRows(portal.dataDir)
      const found: string[] = []
      for (const address of pages.map(fill)) {
        const page = await readPage(portal.origin, address, { cookie })
        if (page.status !== 200 || !page.html) {
          found.push(`${address}: ${page.status}`)
          continue
        }
        for (const fault of await markupFaults(page.html)) found.push(`${address}: ${fault}`)
        if (one(page, 'meta[name="robots"]', "content") !== "noindex") found.push(`${address}: for search engines`)
        let bytes = 0
        for (const src of valuesOf(page.tree!, "script[src]", "src"))
          bytes += (await readPage(portal.origin, src)).weight
        if (bytes > heaviestScript) found.push(`${address}: ${bytes} bytes of script`)
      }
      expect(found).toEqual([])
    },
    60_000,
  )
})

/** Signs in as the form does and answers the cookie. */
async function signedIn(email: string): Promise<string> {
  const answer = await fetch(`${portal.origin}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: portal.origin, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ email, password: demoPassword }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ")
}
