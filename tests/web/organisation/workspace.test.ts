import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { detailsOf, organisationIn } from "#tests/support/organisations.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
beforeEach(async () => {
  app = await openApp()
})

describe("the workspace", () => {
  test("of a newcomer leads to registering an organisation", async () => {
    const person = await app.as(await app.world.create.account())
    for (const path of ["/ruang-kerja", "/en/ruang-kerja"]) expect((await person.get(path)).status).toBe(200)
    const page = await person.get("/ruang-kerja")
    expect(pageWords(page.text)).toContain("Anda belum menjadi anggota organisasi")
    expect(page.text).toContain('href="/ruang-kerja/organisasi/baru"')
  })

  test("says what waits, why, since when, by when and for whom", async () => {
    const sides = await twoRegions(app.world)
    const code = await agreementIn(app.world, sides, "negotiation")
    const person = await app.as(sides.magelang.approver)
    const page = await person.get("/ruang-kerja")
    const words = pageWords(page.text)
    expect(page.text).toContain(`href="/ruang-kerja/kesepakatan/${code}"`)
    expect(words).toContain("Versi 1 menunggu persetujuan Anda")
    expect(words).toContain("Pemerintah Kota Magelang")
    expect(words).toContain("2 Mar 2026, 10.00 WIB")
    const english = pageWords((await person.get("/en/ruang-kerja")).text)
    expect(english).toContain("Waiting for you")
  })

  test("has an invitation before its reader belongs anywhere, and the secretariat's cases", async () => {
    const organisation = await app.world.create.organisation({ name: "Kampung Dongeng" })
    const admin = await app.as(await app.world.create.member(organisation.id, "admin"))
    const guest = await app.world.create.account()
    await admin.post(`/ruang-kerja/organisasi/${organisation.id}/undangan`, { email: guest.email, role: "approver" })
    const reader = await app.as(guest)
    const page = await reader.get("/ruang-kerja")
    expect(pageWords(page.text)).toContain("Anda diundang sebagai Penyetuju")
    const link = /href="(\/undangan\/[^"]+)"/.exec(page.text)?.[1] ?? ""
    expect((await reader.get(link)).status).toBe(200)
    const { id } = await organisationIn(app.world, "submitted")
    const secretariat = await app.as(await app.world.create.secretariat())
    expect((await secretariat.get("/ruang-kerja")).text).toContain(`href="/admin/organisasi/${id}"`)
  })

  test("of somebody in several organisations shows for which he acts and lets him switch", async () => {
    const one = await organisationIn(app.world, "verified")
    const two = await organisationIn(app.world, "draft", detailsOf({ name: "Yang kedua" }))
    await app.world.create.membership(one.admin.id, two.id, "drafter")
    const person = await app.as(one.admin)
    const before = pageWords((await person.get("/ruang-kerja")).text)
    expect(before).toContain("Anda belum bertindak untuk organisasi mana pun")
    const choice = await person.get("/ruang-kerja/bertindak")
    expect(choice.text).toContain(`value="${two.id}"`)
    const answer = await person.post("/ruang-kerja/bertindak", { organisation: two.id })
    const words = pageWords((await person.follow(answer)).text)
    expect(words).toContain("Anda bertindak untuk Yang kedua")
    expect(words).toContain("Sedang Anda wakili")
    await person.post("/ruang-kerja/bertindak", { organisation: "" })
    expect(pageWords((await person.get("/ruang-kerja")).text)).toContain("Anda belum bertindak")
  })

  test("sends visitors to sign in", async () => {
    expect((await app.visitor().get("/ruang-kerja")).location).toBe("/masuk?lanjut=%2Fruang-kerja")
  })
})
