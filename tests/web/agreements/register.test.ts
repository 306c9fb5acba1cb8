import { beforeEach, describe, expect, test } from "vitest"
import { days } from "#app/domain/kernel/clock.ts"
import { agreementIn, type Side, twoRegions } from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let sides: { jabar: Side; magelang: Side }

beforeEach(async () => {
  app = await openApp()
  sides = await twoRegions(app.world)
})

const inForce = (title: string) => agreementIn(app.world, sides, "in_force", { title })

describe("the public page of an agreement", () => {
  test("shows text, parties, signatures, file and milestones, without script or the names of drafters", async () => {
    const code = await inForce("Karakter Aparatur")
    const page = await app.visitor().get(`/kesepakatan/${code}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    const said = pageWords(page.text)
    for (const expected of [
      "Karakter Aparatur",
      "Provinsi Jawa Barat dan Kota Magelang",
      "PASAL 1",
      "Gubernur Jawa Barat",
      "10 Maret 2026 sampai 9 Maret 2029",
      "Kesepakatan mulai berlaku",
      "Kode verifikasi",
    ])
      expect(said).toContain(expected)
    expect(said).not.toContain("Penyusun")
    expect(said).not.toContain("Penyetuju")
    expect(page.headers.get("Set-Cookie")).toBeNull()
  })

  test("reads in English with the text left in Indonesian", async () => {
    const code = await inForce("Karakter Aparatur")
    const page = await app.visitor().get(`/en/kesepakatan/${code}`)
    const said = pageWords(page.text)
    expect(said).toContain("The text is in Indonesian; only that text is binding.")
    expect(said).toContain("Verification code")
    expect(page.text).toContain('<div class="contract" lang="id">')
  })

  test("of what is not in force does not exist for anybody, and says of what has lapsed that it has", async () => {
    const person = await app.as(sides.jabar.approver)
    for (const status of ["draft", "negotiation", "agreed", "signing", "cancelled", "declined"] as const) {
      const code = await agreementIn(app.world, sides, status, { title: `Naskah dalam keadaan ${status}` })
      expect((await app.visitor().get(`/kesepakatan/${code}`)).status, status).toBe(404)
      expect((await person.get(`/kesepakatan/${code}`)).status, status).toBe(404)
      expect((await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf`)).status, status).toBe(404)
    }
    const lapsed = await agreementIn(app.world, sides, "lapsed", { title: "Naskah yang sudah berakhir" })
    expect((await app.visitor().get(`/kesepakatan/${lapsed}`)).text).toContain(
      "Jangka waktu kesepakatan ini sudah berakhir.",
    )
    expect((await app.visitor().get("/kesepakatan/kb-0000-0000")).status).toBe(404)
  })
})

describe("its file", () => {
  test("is a download that knows its own name, and an address with its SHA-256 may be kept for ever", async () => {
    const code = await inForce("Karakter Aparatur")
    const { sha256 } = await app.world.db
      .selectFrom("agreementRevision")
      .select("sha256")
      .orderBy("ordinal", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
    const file = await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf`)
    expect(file.headers.get("ETag")).toBe(`"${sha256}"`)
    expect(file.headers.get("Content-Disposition")).toBe(`attachment; filename="${code}.pdf"`)
    const again = await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf`, { "If-None-Match": `"${sha256}"` })
    expect(again.status).toBe(304)
    const exact = await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf?sha256=${sha256}`)
    expect(exact.headers.get("Cache-Control")).toContain("immutable")
    for (const wrong of ["0".repeat(64), "x", ""])
      expect((await app.visitor().get(`/kesepakatan/${code}/dokumen.pdf?sha256=${wrong}`)).status).toBe(404)
  })
})

describe("the register", () => {
  test("says what to do where it is empty or nothing matches", async () => {
    expect((await app.visitor().get("/kesepakatan")).text).toContain("Belum ada kesepakatan")
    await inForce("Karakter Aparatur")
    const nothing = await app.visitor().get("/kesepakatan?q=tidak+ada+yang+begini")
    expect(nothing.text).toContain("Tidak ada yang cocok")
    expect(nothing.text).toContain('value="tidak ada yang begini"')
  })

  test("filters by its address, ignores what it does not understand, and counts", async () => {
    await inForce("Karakter Aparatur")
    await inForce("Pengelolaan Sampah")
    const found = pageWords((await app.visitor().get("/kesepakatan?q=sampah&region=32&status=in_force&year=2026")).text)
    expect(found).toContain("Satu kesepakatan")
    expect(found).toContain("Pengelolaan Sampah")
    expect(found).not.toContain("Karakter Aparatur")
    const odd = await app.visitor().get("/kesepakatan?region=%27%3B&status=draft&year=x&cursor=!!&limit=-5&q=%25")
    expect(odd.status).toBe(200)
    const english = pageWords((await app.visitor().get("/en/kesepakatan")).text)
    expect(english).toContain("2 agreements")
    expect(english).toMatch(/Signed \d+ \w+ 20\d\d in \w+/)
    expect(found).toMatch(/Ditandatangani \d+ \w+ 20\d\d di \w+/)
    expect(found).toMatch(/Berlaku \d+ \w+ 20\d\d sampai \d+ \w+ 20\d\d/)
  })

  test("leads from page to page by key and back to its start", async () => {
    for (const title of ["Naskah Satu", "Naskah Dua", "Naskah Tiga"]) {
      await inForce(title)
      app.world.clock.turn(days(1))
    }
    const titles: string[] = []
    let address: string | undefined = "/kesepakatan?limit=1"
    for (let step = 0; address && step < 5; step += 1) {
      const { text } = await app.visitor().get(address)
      titles.push(...[...text.matchAll(/Naskah (Satu|Dua|Tiga)/g)].map(([whole]) => whole))
      address = text.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll("&amp;", "&")
      if (address) address = `${address}&limit=1`
    }
    expect([...new Set(titles)]).toEqual(["Naskah Tiga", "Naskah Dua", "Naskah Satu"])
  })
})
