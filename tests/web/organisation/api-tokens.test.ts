import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { testPassword } from "#tests/support/password.ts"
import { proposalSides } from "#tests/support/proposals.ts"
import { requestBody, tokenIn } from "#tests/support/tokens.ts"

let app: TestApp
let admin: Persona
let drafter: Persona
let organisation: { readonly id: string; readonly slug: string }

beforeEach(async () => {
  app = await openApp()
  const sides = await proposalSides(app.world)
  organisation = sides.campus.organisation
  admin = await app.as(await app.world.create.member(organisation.id, "admin", { name: "Ani" }))
  drafter = await app.as(sides.campus.drafter)
})

const desk = (rest = "") => `/ruang-kerja/organisasi/${organisation.id}/token${rest}`
const typed = { label: "Sistem hibah", days: "90", password: testPassword }
const secretIn = (text: string) => text.match(/simpul_[a-z2-7]{8}_[a-z2-7]{32}/)?.[0]

describe("the tokens of an organisation", () => {
  test("are made by its admin, shown once on a page that nobody keeps, and work", async () => {
    expect(pageWords((await admin.get(desk())).text)).toContain("Belum ada token")
    const answer = await admin.post(desk("/baru"), typed)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("Cache-Control")).toContain("no-store")
    const token = secretIn(answer.text)
    expect(pageWords(answer.text)).toContain("Salin sekarang")
    for (const path of [desk(), `/en${desk()}`, desk("/baru"), `/ruang-kerja/organisasi/${organisation.id}/riwayat`]) {
      const page = await admin.get(path)
      expect(page.status, path).toBe(200)
      expect(secretIn(page.text), path).toBeUndefined()
    }
    const list = pageWords((await admin.get(`/en${desk()}`)).text)
    for (const words of ["Sistem hibah", "Submit proposals", "Never", "Valid", "Ani"]) expect(list).toContain(words)
    const posted = await app.visitor().send("/api/v1/proposals", {
      method: "POST",
      body: JSON.stringify(requestBody()),
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    })
    expect(posted.status).toBe(201)
    expect(pageWords((await admin.get(desk())).text)).toContain("2 Maret 2026")
    const history = pageWords((await drafter.get(`/ruang-kerja/organisasi/${organisation.id}/riwayat`)).text)
    expect(history).toContain("Token “Sistem hibah” (simpul_")
  })

  test("are refused in words beside the field, with what was typed but never the password", async () => {
    await tokenIn(app.world, organisation.slug)
    const answer = await admin.post(desk("/baru"), typed)
    expect(answer.status).toBe(422)
    expect(pageWords(answer.text)).toContain("Nama ini dipakai token lain")
    expect(answer.text).toContain('value="Sistem hibah"')
    expect(answer.text).not.toContain(testPassword)
    const wrong = await admin.post(desk("/baru"), { ...typed, label: "Lain", days: "9", password: "salah sekali" })
    expect(wrong.text).toContain('href="#days"')
    expect((await admin.post(desk("/baru"), { ...typed, label: "Lain", password: "salah sekali" })).status).toBe(422)
    expect(await app.world.db.selectFrom("apiToken").select("label").execute()).toEqual([{ label: "Sistem hibah" }])
  })

  test("are revoked after a question, at once, and only once", async () => {
    const { id } = await tokenIn(app.world, organisation.slug)
    const question = await admin.get(desk(`/${id}/pencabutan`))
    expect(pageWords(question.text)).toContain("Cabut token “Sistem hibah”")
    const done = await admin.post(desk(`/${id}/pencabutan`))
    expect([done.status, done.location]).toEqual([303, desk()])
    const after = pageWords((await admin.follow(done)).text)
    expect(after).toContain("Token sudah dicabut")
    expect(after).toContain("Dicabut")
    expect((await admin.post(desk(`/${id}/pencabutan`))).status).toBe(409)
    expect(pageWords((await admin.get(desk(`/${id}/pencabutan`))).text)).toContain("sudah tidak berlaku")
  })

  test("are nobody else's business", async () => {
    const { id } = await tokenIn(app.world, organisation.slug)
    const outsider = await app.as(await app.world.create.member((await app.world.create.organisation()).id, "admin"))
    for (const [persona, status] of [
      [drafter, 403],
      [outsider, 404],
    ] as const) {
      expect((await persona.get(desk())).status).toBe(status)
      expect((await persona.get(desk("/baru"))).status).toBe(status)
      expect((await persona.post(desk("/baru"), typed)).status).toBe(status)
      expect((await persona.post(desk(`/${id}/pencabutan`))).status).toBe(status)
    }
    expect((await drafter.get(`/ruang-kerja/organisasi/${organisation.id}`)).text).not.toContain(`href="${desk()}"`)
    expect((await admin.get(`/ruang-kerja/organisasi/${organisation.id}`)).text).toContain(`href="${desk()}"`)
  })

  test("wait for the organisation's verification", async () => {
    await app.world.db.updateTable("organisation").set({ status: "submitted" }).execute()
    expect(pageWords((await admin.get(desk())).text)).toContain("setelah organisasi ini diverifikasi")
    expect((await admin.post(desk("/baru"), typed)).status).toBe(409)
  })
})
