import { describe, expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { indexFromTheStart, putAll } from "#tests/support/search/index-of.ts"
import { createWorld } from "#tests/support/world.ts"

async function filled() {
  const world = await createWorld()
  const app = await openApp({ world })
  const rows = await everyRow(world)
  await indexFromTheStart(world.services)
  return { world, app, rows }
}

const titlesIn = (html: string): string[] =>
  [...html.matchAll(/<h2 class="record__title">(.*?)<\/h2>/gs)].map(([, title]) => pageWords(title ?? "").trim())
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<h2 class="record__title"><a href="([^"]*)"/g)].map(([, href]) => href ?? "")

describe("/cari", () => {
  test("before anything was asked for leads to every list, and is there for search engines", async () => {
    const app = await openApp()
    for (const [prefix, heading] of [
      ["", "Cari"],
      ["/en", "Search"],
    ]) {
      const { status, text } = await app.visitor().get(`${prefix}/cari`)
      expect(status).toBe(200)
      expect(text).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`))
      for (const list of ["kesepakatan", "inisiatif", "kebutuhan", "belajar", "mitra", "wilayah"])
        expect(text).toContain(`href="${prefix}/${list}"`)
      expect(text).toContain('rel="canonical"')
      expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    }
  })

  test("finds the pages of words in the reader's language, each at its address", async () => {
    const { app } = await filled()
    for (const [path, title, href, lang] of [
      ["/cari?q=kebijakan+privasi", "Kebijakan privasi", "/privasi", "id"],
      ["/en/cari?q=privacy+policy&jenis=halaman", "Privacy", "/en/privasi", "en"],
      ["/cari?q=sembilan+kotak&jenis=halaman", "sembilan kotak", "/belajar/praktik/talent-management", "id"],
      ["/cari?q=mendaftarkan+organisasi&jenis=halaman", "Mendaftarkan", "/bantuan/panduan/users/organisation", "id"],
      ["/cari?q=otoritas+sertifikat&jenis=halaman", "Otoritas", "/pki", "id"],
    ] as const) {
      const html = (await app.visitor().get(path)).text
      expect(titlesIn(html)[0], path).toContain(title)
      expect(linksIn(html), path).toContain(href)
      expect(html).toContain(`<h2 class="record__title"><a href="${href}"><span lang="${lang}">`)
      for (const link of linksIn(html)) expect((await app.visitor().get(link)).status, link).toBe(200)
    }
  })

  test("finds the same through the box in the head of every page, in both languages", async () => {
    const { app, rows } = await filled()
    const home = (await app.visitor().get("/en")).text
    expect(home).toContain('<form class="masthead__search" method="get" action="/en/cari">')
    const indonesian = (await app.visitor().get("/cari?q=berlaku&jenis=kesepakatan")).text
    const english = (await app.visitor().get("/en/cari?q=berlaku&jenis=kesepakatan")).text
    expect(titlesIn(indonesian)).toContain("Kesepakatan yang berlaku untuk umum")
    expect(titlesIn(english)).toEqual(titlesIn(indonesian))
    expect(linksIn(english)).toEqual(linksIn(indonesian).map((href) => `/en${href}`))
    for (const href of linksIn(indonesian)) expect((await app.visitor().get(href)).status, href).toBe(200)
    expect(indonesian).toContain('<meta name="robots" content="noindex"/>')
    expect(indonesian).not.toContain('rel="canonical"')
    expect(indonesian).not.toContain(rows.learner.account.name)
  })

  test("marks the words and lets nothing of a search into the markup", async () => {
    const { app } = await filled()
    const { text } = await app.visitor().get("/cari?q=kesepakatan")
    expect(text).toContain("<mark>Kesepakatan</mark>")
    for (const q of [
      '"><script>alert(1)</script>',
      "</title><svg onload=x>",
      "%' OR 1=1 --",
      '"AND" NEAR(',
      "\u0000a",
    ]) {
      const { status, text } = await app.visitor().get(`/cari?q=${encodeURIComponent(q)}`)
      expect(status, q).toBe(200)
      expect(text).not.toMatch(/<script>alert|<svg onload/)
    }
  })

  test("keeps what narrows it in every link, and offers kinds with their counts", async () => {
    const { app, world } = await filled()
    await putAll(
      world.db,
      Array.from({ length: 30 }, (_, n) => ({
        kind: "need" as const,
        id: `kebutuhan-${n}`,
        findable: {
          ...{
            key: `kebutuhan-${n}`,
            title: `Pompa banjir ${n}`,
            context: ["Kota Magelang"],
            body: "",
            status: "open",
          },
          ...{ strands: ["G" as const], regionCodes: ["33.71"], organisationIds: [], demo: false },
          at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
        },
      })),
    )
    const first = (await app.visitor().get("/cari?q=pompa&wilayah=33.71&unsur=G")).text
    expect(titlesIn(first)).toHaveLength(20)
    expect(pageWords(first)).toContain("30 hasil")
    const kind = "/cari?q=pompa&amp;jenis=kebutuhan&amp;wilayah=33.71&amp;unsur=G"
    expect(first).toContain(`href="${kind}"`)
    const next = first.match(/href="(\/cari[^"]*setelah=[^"]*)" rel="next"/)?.[1]?.replaceAll("&amp;", "&")
    const second = (await app.visitor().get(next ?? "")).text
    expect(new Set([...titlesIn(first), ...titlesIn(second)]).size).toBe(30)
    expect(second).toContain('rel="prev"')
    const narrowed = (await app.visitor().get("/cari?q=pompa&jenis=mitra&wilayah=33.71")).text
    expect(pageWords(narrowed)).toContain("Tidak ada yang cocok")
    expect(narrowed).toContain('href="/cari?q=pompa"')
    expect(narrowed).toContain('name="jenis" value="mitra"')
  })

  test("offers what was probably meant, says what to try, and tells a word that says nothing", async () => {
    const { app } = await filled()
    const slip = (await app.visitor().get("/cari?q=kesepkatan")).text
    expect(slip).toMatch(/Mungkin maksud Anda:.*?href="\/cari\?q=kesepakatan"/s)
    expect(pageWords((await app.visitor().get("/cari?q=xyzzyplugh")).text)).toContain(
      "Tidak ada isi publik yang memuat “xyzzyplugh”.",
    )
    expect(pageWords((await app.visitor().get("/en/cari?q=dan+yang")).text)).toContain("only a connecting word")
  })

  test("shows nothing that is not public: drafts, needs and proposals that nobody published, people", async () => {
    const { app, world, rows } = await filled()
    const agreements = await world.db
      .selectFrom("agreement")
      .select(["title", "code"])
      .where("status", "!=", "in_force")
      .execute()
    const needs = await world.db.selectFrom("need").select(["title", "slug"]).where("status", "=", "draft").execute()
    const hidden = [
      ...agreements.map(({ title, code }) => ({ title, href: `/kesepakatan/${code}` })),
      ...needs.map(({ title, slug }) => ({ title, href: `/kebutuhan/${slug}` })),
    ]
    expect(Math.min(agreements.length, needs.length)).toBeGreaterThan(0)
    for (const { title, href } of hidden)
      expect(linksIn((await app.visitor().get(`/cari?q=${encodeURIComponent(title)}`)).text)).not.toContain(href)
    const { name, email } = rows.learner.account
    for (const q of [name, email]) {
      const { text } = await app.visitor().get(`/cari?q=${encodeURIComponent(q)}`)
      const results = text.slice(text.indexOf('class="records"'), text.indexOf("</main>"))
      expect(pageWords(results)).not.toContain(name)
      expect(pageWords(results)).not.toContain(email)
    }
  })
})
