import { beforeEach, describe, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { organisationIn } from "#tests/support/organisations.ts"
import { pageWords } from "#tests/support/page-words.ts"

let app: TestApp
let id: string
let admin: Persona

beforeEach(async () => {
  app = await openApp()
  const founded = await organisationIn(app.world, "verified")
  id = founded.id
  admin = await app.as(founded.admin)
})

const desk = (path = "") => `/ruang-kerja/organisasi/${id}${path}`
const token = async () => (await app.world.mails()).at(-1)?.values.token ?? ""
const membershipOf = async (accountId: string) =>
  (
    await app.world.db
      .selectFrom("membership")
      .select("id")
      .where("accountId", "=", accountId)
      .where("organisationId", "=", id)
      .executeTakeFirstOrThrow()
  ).id

describe("inviting", () => {
  test("goes from the form to the mail, from its link to the desk, and the guest acts for the organisation at once", async () => {
    const guest = await app.world.create.account({ email: "tamu@contoh.example" })
    const sent = await admin.post(desk("/undangan"), { email: "Tamu@Contoh.example", role: "drafter" })
    expect([sent.status, sent.location]).toEqual([303, desk("/undangan")])
    const open = pageWords((await admin.follow(sent)).text)
    expect(open).toContain("Undangan dikirim.")
    expect(open).toContain("tamu@contoh.example")
    const link = `/undangan/${await token()}`
    const visitor = app.visitor()
    expect((await visitor.get(link)).location).toBe(`/masuk?lanjut=${encodeURIComponent(link)}`)
    const reader = await app.as(guest)
    const page = await reader.get(link)
    expect(pageWords(page.text)).toContain("mengundang Anda sebagai Penyusun")
    expect(
      (await app.world.db.selectFrom("invitation").select("acceptedAt").executeTakeFirstOrThrow()).acceptedAt,
    ).toBeNull()
    const joined = await reader.post(link)
    expect([joined.status, joined.location]).toEqual([303, desk()])
    const words = pageWords((await reader.follow(joined)).text)
    expect(words).toContain("Anda bergabung")
    expect(words).not.toContain("Anda tidak sedang bertindak")
    const again = await reader.get(link)
    expect(pageWords(again.text)).toContain("Undangan ini sudah diterima.")
  })

  test("keeps the typed address when it refuses, in both languages", async () => {
    for (const [language, sentence] of [
      ["", "Tulis alamat surel yang lengkap"],
      ["/en", "e-mail address"],
    ] as const) {
      const answer = await admin.post(`${language}${desk("/undangan")}`, { email: "bukan surel", role: "member" })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('value="bukan surel"')
      expect(pageWords(answer.text)).toContain(sentence)
    }
    const taken = await admin.post(desk("/undangan"), { email: (await members())[0]!.email, role: "member" })
    expect(taken.status).toBe(409)
    expect(pageWords(taken.text)).toContain("sudah menjadi anggota")
  })

  test("to another address says so and tells no name", async () => {
    await admin.post(desk("/undangan"), { email: "tamu@contoh.example", role: "member" })
    const other = await app.as(await app.world.create.account())
    const page = await other.get(`/undangan/${await token()}`)
    const words = pageWords(page.text)
    expect(words).toContain("Undangan ini dikirim ke alamat surel lain")
    expect(page.text).not.toContain("tamu@contoh.example")
    expect((await other.post(`/undangan/${await token()}`)).status).toBe(409)
    expect((await other.get("/undangan/tidak-dikenal")).status).toBe(404)
  })

  test("is withdrawn by its own step", async () => {
    await admin.post(desk("/undangan"), { email: "tamu@contoh.example", role: "member" })
    const row = await app.world.db.selectFrom("invitation").select("id").executeTakeFirstOrThrow()
    const path = desk(`/undangan/${row.id}/pencabutan`)
    expect(pageWords((await admin.get(path)).text)).toContain("Tarik undangan untuk tamu@contoh.example")
    expect((await admin.post(path)).location).toBe(desk("/undangan"))
    expect((await admin.get(path)).status).toBe(404)
  })
})

describe("members", () => {
  test("change role, hand over, end and leave, each by its own step", async () => {
    const budi = await app.world.create.member(id, "drafter", { name: "Budi" })
    const citra = await app.world.create.member(id, "member", { name: "Citra" })
    const role = desk(`/anggota/${await membershipOf(budi.id)}/peran`)
    expect(pageWords((await admin.get(role)).text)).toContain("Ubah peran Budi")
    const stale = await admin.post(role, { role: "approver", seenRole: "member" })
    expect(stale.status).toBe(409)
    expect(pageWords(stale.text)).toContain("Sekarang Penyusun")
    expect((await admin.post(role, { role: "approver", seenRole: "drafter" })).status).toBe(303)
    const ending = desk(`/anggota/${await membershipOf(citra.id)}/pengakhiran`)
    expect(pageWords((await admin.get(ending)).text)).toContain("Akhiri keanggotaan Citra")
    expect((await admin.post(ending)).location).toBe(desk("/anggota"))
    const handed = await admin.post(desk("/serah-terima"), {
      membershipId: await membershipOf(budi.id),
      role: "member",
    })
    expect([handed.status, handed.location]).toEqual([303, desk("/anggota")])
    expect(pageWords((await admin.follow(handed)).text)).toContain("Peran admin diserahkan.")
    expect((await admin.get(desk("/undangan"))).status).toBe(403)
    const left = await admin.post(desk("/keluar"))
    expect(left.location).toBe("/ruang-kerja")
    expect((await admin.get(desk())).status).toBe(404)
    expect((await members()).map(({ name, role: held }) => [name, held])).toEqual([["Budi", "admin"]])
  })

  test("the last admin is led to handing over", async () => {
    const page = await admin.get(desk("/keluar"))
    expect(pageWords(page.text)).toContain("Serahkan dahulu peran admin sebelum keluar")
    expect(page.text).toContain(`href="${desk("/serah-terima")}"`)
    expect((await admin.post(desk("/keluar"))).status).toBe(409)
  })
})

const members = () =>
  app.world.db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.accountId")
    .select(["account.name", "account.email", "membership.role"])
    .where("membership.organisationId", "=", id)
    .where("membership.endedAt", "is", null)
    .execute()
