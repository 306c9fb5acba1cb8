import { expect, test } from "vitest"
import { excerpt, openingOf } from "#app/http/excerpt.ts"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { createWorld } from "#tests/support/world.ts"

const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]
const canonical = (html: string): string | undefined => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]
const origin = "http://127.0.0.1:3000"

test("a list is for search engines under its own address, whatever the name of the host and the spelling", async () => {
  const visitor = (await openApp()).visitor()
  for (const address of ["/kesepakatan", "/kesepakatan?utm_source=surat", "/Kesepakatan", "/kesepakatan/"]) {
    const { text, status } = await visitor.get(address, { "X-Forwarded-Host": "lain.example" })
    expect([address, status, canonical(text), meta(text, "robots")]).toEqual([
      address,
      200,
      `${origin}/kesepakatan`,
      undefined,
    ])
    expect(text).not.toContain("lain.example")
  }
  const english = await visitor.get("/en/kesepakatan")
  expect(canonical(english.text)).toBe(`${origin}/en/kesepakatan`)
  expect(english.text).toContain(`<link rel="alternate" hrefLang="id" href="${origin}/kesepakatan"/>`)
  expect(english.text).toContain(`<link rel="alternate" hrefLang="x-default" href="${origin}/kesepakatan"/>`)
  expect([meta(english.text, "og:locale"), meta(english.text, "og:locale:alternate")]).toEqual(["en_GB", "id_ID"])
})

test("views of a list, error pages and personal pages are not", async () => {
  const app = await openApp()
  const visitor = app.visitor()
  const person = await app.as(await app.world.create.account())
  const pages = [
    ...["/kesepakatan?q=karakter", "/en/mitra?unsur=A", "/wilayah?setelah=33", "/verifikasi?q=apa"].map((path) =>
      visitor.get(path),
    ),
    ...["/tidak-ada", "/masuk"].map((path) => visitor.get(path)),
    ...["/akun", "/ruang-kerja"].map((path) => person.get(path)),
  ]
  for (const { text } of await Promise.all(pages)) {
    expect(meta(text, "robots")).toBe("noindex")
    expect(canonical(text)).toBeUndefined()
    expect(text).not.toContain("application/ld+json")
  }
})

test("nothing of an evaluation is for search engines", async () => {
  const app = await openApp({ world: await createWorld({ demo: true }) })
  expect(meta((await app.visitor().get("/")).text, "robots")).toBe("noindex")
  const robots = await app.visitor().get("/robots.txt")
  expect(robots.text).toBe(`User-agent: *\nDisallow: /\n\nSitemap: ${origin}/sitemap.xml\n`)
})

test("crawlers may read what is public, and are told where it all stands", async () => {
  const { text, headers } = await (await openApp()).visitor().get("/robots.txt")
  expect(headers.get("Content-Type")).toBe("text/plain; charset=utf-8")
  for (const path of ["/ruang-kerja", "/en/ruang-kerja", "/akun", "/admin", "/dev"])
    expect(text).toContain(`Disallow: ${path}\n`)
  expect(text).not.toMatch(/Disallow: \/\n/)
  expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`)
})

test("a title cannot end the script that describes it, and stands in full in the sitemap and on the card", async () => {
  const app = await openApp()
  const { world } = app
  const name = 'Kampus </script><script>alert("&")</script>'
  const partner = await world.create.organisation({
    name,
    slug: "kampus",
    strand: "A",
    updatedAt: "2026-02-03T04:05:06.789Z",
  })
  const { text } = await app.visitor().get("/mitra/kampus")
  const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)]
  expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/ld+json"'])
  const graph = JSON.parse(scripts[0]?.[2] ?? "")["@graph"]
  expect(graph.map((node: { "@type": string }) => node["@type"])).toEqual(["BreadcrumbList", "Organization"])
  expect(graph[1].name).toBe(name)
  expect(text).not.toContain("Narahubung Rahasia")

  const contents = await app.visitor().get("/sitemap.xml")
  const part = /<loc>([^<]*\/sitemap\/mitra\/[^<]*)<\/loc>/.exec(contents.text)?.[1] ?? ""
  const sitemap = await app.visitor().get(new URL(part).pathname)
  expect(sitemap.headers.get("Content-Type")).toBe("application/xml; charset=utf-8")
  expect(sitemap.text).toContain(`<loc>${origin}/en/mitra/kampus</loc><lastmod>2026-02-03T04:05:06.789Z</lastmod>`)

  const card = await app.visitor().get("/kartu/mitra/kampus.png")
  expect([card.status, card.headers.get("Content-Type")]).toEqual([200, "image/png"])
  const again = await app.visitor().get("/kartu/mitra/kampus.png", { "If-None-Match": card.headers.get("ETag") ?? "" })
  expect(again.status).toBe(304)
  await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", partner.id).execute()
  expect((await app.visitor().get("/kartu/mitra/kampus.png")).status).toBe(404)
})

test("what is not public has no card, and no part of the sitemap names it", async () => {
  const app = await openApp()
  const parties = await twoRegions(app.world)
  const code = await agreementIn(app.world, parties, "negotiation", { title: "Rahasia" })
  const addresses = [
    `/kartu/kesepakatan/${code}.png`,
    "/kartu/kesepakatan/KB-7H3K-9QPD",
    "/kartu/__proto__/x.png",
    "/kartu/halaman/toString.png",
    "/kartu/halaman/tidak-ada.png",
    "/sitemap/kesepakatan/awal.xml",
    "/sitemap/halaman/lain.xml",
    "/sitemap/constructor/awal.xml",
    "/sitemap/halaman/awal",
  ]
  for (const address of addresses) expect([address, (await app.visitor().get(address)).status]).toEqual([address, 404])
  expect((await app.visitor().get("/sitemap.xml")).text).not.toContain("/kesepakatan/")
})

test("a decision record is one page: its English one", async () => {
  const { text } = await (await openApp()).visitor().get("/bantuan/panduan/decisions/0005-page-cache")
  expect(canonical(text)).toBe(`${origin}/en/bantuan/panduan/decisions/0005-page-cache`)
  expect([...text.matchAll(/hrefLang="([\w-]+)" href/g)].map(([, language]) => language)).toEqual(["en", "x-default"])
})

test("descriptions are cut between words, and their tags and entities go", () => {
  expect(excerpt("  satu\n dua  tiga ", 100)).toBe("satu dua tiga")
  expect(excerpt("satu dua, tiga empat", 12)).toBe("satu dua…")
  expect(excerpt("x".repeat(300), 10).length).toBeLessThanOrEqual(11)
  expect(openingOf('<h2>A</h2><p class="x">Satu &amp; <a href="/">dua</a> &lt;3</p><p>lagi</p>')).toBe("Satu & dua <3")
  expect(openingOf("<table></table>")).toBe("")
})
