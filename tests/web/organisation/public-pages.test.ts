import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
beforeEach(async () => {
  app = await openApp()
})

const secrets = ["Narahubung Rahasia", "0812-0000-1111", "narahubung", "Jalan Contoh 1"]

describe("the list of partners", () => {
  test("shows verified partners to everybody, in both languages, and says so to the page cache", async () => {
    await app.world.create.organisation({ name: "Kampung Dongeng" })
    await app.world.create.organisation({ name: "Masih menunggu", status: "submitted" })
    for (const [path, heading, count] of [
      ["/mitra", "Mitra", "1 mitra"],
      ["/en/mitra", "Partners", "1 partner"],
    ] as const) {
      const page = await app.visitor().get(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`<h1 class="heading__title">${heading}</h1>`)
      const words = pageWords(page.text)
      expect(words).toContain("Kampung Dongeng")
      expect(words).toContain(count)
      expect(words).not.toContain("Masih menunggu")
      for (const secret of secrets) expect(page.text).not.toContain(secret)
    }
  })

  test("filters by its address, keeps what was chosen, and leads back to all", async () => {
    await app.world.create.organisation({ name: "Radio Merapi", strand: "M", legalForm: "media_komunitas" })
    await app.world.create.organisation({ name: "Kampung Dongeng" })
    const page = await app.visitor().get("/mitra?unsur=M&wilayah=33.71&q=radio")
    expect(pageWords(page.text)).toContain("1 mitra")
    expect(page.text).toContain('<option value="M" selected="">')
    expect(page.text).toContain('<option value="33.71" selected="">Kota Magelang</option>')
    expect(page.text).toContain('value="radio"')
    expect(page.text).toContain('href="/mitra"')
    const nothing = await app.visitor().get("/mitra?q=tidak-ada")
    expect(pageWords(nothing.text)).toContain("Tidak ada mitra yang cocok")
    expect((await app.visitor().get("/mitra?unsur=%00&wilayah=x&setelah=%F0&q=%25")).status).toBe(200)
  })

  test("goes on by key and comes back", async () => {
    const createdBy = (await app.world.create.account()).id
    for (let n = 10; n < 36; n += 1) await app.world.create.organisation({ name: `Mitra ${n}`, createdBy })
    const first = await app.visitor().get("/mitra?unsur=C")
    expect(first.text).toContain("Mitra 33")
    expect(first.text).not.toContain("Mitra 34")
    const next = /href="(\/mitra\?[^"]*setelah=[^"]*)"/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? ""
    const second = await app.visitor().get(next)
    expect(second.text).toContain("Mitra 34")
    expect(second.text).not.toContain("Mitra 33")
    expect(second.text).toContain('href="/mitra?unsur=C"')
  })
})

describe("a partner's page", () => {
  test("tells what everybody may know and nothing else, the same to visitors and to people who are signed in", async () => {
    const organisation = await app.world.create.organisation({
      name: "Kampung Dongeng",
      slug: "kampung-dongeng",
      website: "https://dongeng.example",
      description: "Mendongeng untuk anak-anak.\nSetiap Minggu pagi.",
    })
    const member = await app.as(await app.world.create.member(organisation.id, "admin"))
    for (const reader of [app.visitor(), member])
      for (const path of ["/mitra/kampung-dongeng", "/en/mitra/kampung-dongeng"]) {
        const page = await reader.get(path)
        expect(page.status).toBe(200)
        const words = pageWords(page.text)
        for (const expected of ["Kampung Dongeng", "Mendongeng untuk anak-anak.", "Kota Magelang", "dongeng.example"])
          expect(words).toContain(expected)
        for (const secret of secrets) expect(page.text).not.toContain(secret)
      }
    expect(pageWords((await app.visitor().get("/mitra/kampung-dongeng")).text)).toContain(
      "Terverifikasi sejak 2 Maret 2026",
    )
  })

  test("of a government shows its own agreements in force, not those of the regions in it", async () => {
    const sides = await twoRegions(app.world)
    await agreementIn(app.world, sides, "in_force", { title: "Naskah yang berlaku" })
    await agreementIn(app.world, sides, "negotiation", { title: "Naskah yang dirundingkan" })
    const province = await app.world.create.pemda("33")
    for (const [slug, shown] of [
      [sides.magelang.organisation.slug, true],
      [province.slug, false],
    ] as const) {
      const words = pageWords((await app.visitor().get(`/mitra/${slug}`)).text)
      expect(words.includes("Kesepakatan yang berlaku")).toBe(shown)
      expect(words.includes("Naskah yang berlaku")).toBe(shown)
      expect(words.includes("Belum ada kerja sama yang terbuka")).toBe(!shown)
      expect(words).not.toContain("Naskah yang dirundingkan")
    }
  })

  test("is not there for what is not verified, nor under an address that nobody has", async () => {
    for (const status of ["draft", "submitted", "refused", "suspended"] as const)
      await app.world.create.organisation({ slug: `yang-${status}`, status })
    for (const slug of [
      "yang-draft",
      "yang-submitted",
      "yang-refused",
      "yang-suspended",
      "tidak-ada",
      "%00",
      "constructor",
    ])
      expect((await app.visitor().get(`/mitra/${slug}`)).status).toBe(404)
  })

  test("marks an example of the demonstration network", async () => {
    await app.world.create.organisation({ slug: "contoh", demoSince: app.world.clock.now() })
    expect(pageWords((await app.visitor().get("/mitra/contoh")).text)).toContain("contoh dalam jejaring peraga")
  })
})

test("a region's page shows its partners and leads to all of them", async () => {
  const createdBy = (await app.world.create.account()).id
  for (let n = 10; n < 20; n += 1) await app.world.create.organisation({ name: `Mitra ${n}`, createdBy })
  const page = await app.visitor().get("/wilayah/33.71")
  expect(page.text).toContain("Mitra 17")
  expect(page.text).not.toContain("Mitra 18")
  expect(page.text).toContain('href="/mitra?wilayah=33.71"')
})
