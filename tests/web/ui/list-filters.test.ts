import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { parseHtml } from "#tests/support/markup.ts"

let app: TestApp
beforeEach(async () => {
  app = await openApp()
})

/** The chips of a page: what each is called, and where it leads. */
async function chipsOf(path: string): Promise<[name: string, path: string, query: Record<string, string>][]> {
  const { status, text } = await app.visitor().get(path)
  expect(status).toBe(200)
  return (await parseHtml(text)).querySelectorAll("a.chip").map((chip) => {
    const href = new URL(String(chip.getAttributeValue("href")).replaceAll("&amp;", "&"), "http://simpul.example")
    return [chip.textContent.replace(/\s+/g, " ").trim(), href.pathname, Object.fromEntries(href.searchParams)]
  })
}

const summaryOf = async (path: string) =>
  (await parseHtml((await app.visitor().get(path)).text)).querySelector(".fold summary")?.textContent

describe("what narrows a list", () => {
  test("has a way out each, which keeps the others and begins at the list's beginning", async () => {
    expect(await chipsOf("/inisiatif?q=air&strand=M&state=running&cursor=abc")).toEqual([
      ["Hapus saringan: Kata “air”", "/inisiatif", { strand: "M", state: "running" }],
      ["Hapus saringan: Unsur Media", "/inisiatif", { q: "air", state: "running" }],
      ["Hapus saringan: Keadaan Berjalan", "/inisiatif", { q: "air", strand: "M" }],
      ["Hapus semua", "/inisiatif", {}],
    ])
  })

  test("stays on the map, in the reader's language", async () => {
    expect(await chipsOf("/en/kebutuhan?tampilan=peta&kind=money&state=open")).toEqual([
      ["Remove filter: Kind of contribution Money", "/en/kebutuhan", { state: "open", tampilan: "peta" }],
      ["Remove filter: State Taking proposals", "/en/kebutuhan", { kind: "money", tampilan: "peta" }],
      ["Clear all", "/en/kebutuhan", { tampilan: "peta" }],
    ])
  })

  test("is named even where the field does not offer it, and is cleared alone where it is the only one", async () => {
    expect(await chipsOf("/kesepakatan?region=94&cursor=abc")).toEqual([
      ["Hapus saringan: Daerah 94", "/kesepakatan", {}],
    ])
    expect(await chipsOf("/belajar?status=completed")).toEqual([["Hapus saringan: Keadaan Selesai", "/belajar", {}]])
    expect(await chipsOf("/inisiatif")).toEqual([])
    expect(await chipsOf("/inisiatif?strand=X&q=+")).toEqual([])
  })

  test("has its chips on the lists of partners and regions", async () => {
    expect(await chipsOf("/mitra?unsur=M&wilayah=33.71&setelah=abc")).toEqual([
      ["Hapus saringan: Unsur Media", "/mitra", { wilayah: "33.71" }],
      ["Hapus saringan: Wilayah Kota Magelang", "/mitra", { unsur: "M" }],
      ["Hapus semua", "/mitra", {}],
    ])
    expect(await chipsOf("/wilayah?provinsi=33&setelah=33.01")).toEqual([
      ["Hapus saringan: Wilayah Provinsi Jawa Tengah", "/wilayah", {}],
    ])
  })

  test("is cleared in the search without its words and its kind", async () => {
    expect(await chipsOf("/cari?q=belajar&jenis=mitra&wilayah=33&unsur=A&setelah=abc")).toEqual([
      ["Hapus saringan: Wilayah Provinsi Jawa Tengah", "/cari", { q: "belajar", jenis: "mitra", unsur: "A" }],
      ["Hapus saringan: Unsur Akademisi", "/cari", { q: "belajar", jenis: "mitra", wilayah: "33" }],
      ["Hapus semua", "/cari", { q: "belajar", jenis: "mitra" }],
    ])
  })

  test("is counted where it is folded away; words are in sight and do not count", async () => {
    expect(await summaryOf("/kesepakatan?q=air")).toBe("Saring")
    expect(await summaryOf("/kesepakatan?q=air&status=in_force&year=2026")).toBe("Saring (2)")
    expect(await summaryOf("/en/cari?q=air&unsur=B")).toBe("Filter (1)")
  })
})
