import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { testPassword } from "#tests/support/password.ts"
import { type Signer, sign, testPassphrase, twoSigners } from "#tests/support/signers.ts"

let app: TestApp
let jabar: Signer
let magelang: Signer
let code: string
let path: string
let head: Persona

beforeEach(async () => {
  app = await openApp()
  const sides = await twoSigners(app.world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(app.world, sides, "signing")
  path = `/ruang-kerja/kesepakatan/${code}/tanda-tangan`
  head = await app.as(jabar.head)
})

const newest = async () =>
  (
    await app.world.db
      .selectFrom("agreementRevision")
      .select("sha256")
      .orderBy("ordinal", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
  ).sha256
const order = async (change: Record<string, string> = {}) => ({
  sha256: await newest(),
  read: "on",
  password: testPassword,
  passphrase: testPassphrase,
  ...change,
})
const status = async () =>
  (await app.world.db.selectFrom("agreement").select("status").executeTakeFirstOrThrow()).status
const signatures = () => app.world.db.selectFrom("signature").select("office").execute()

describe("the page", () => {
  test("shows the whole text, the mandate with its basis, the effect in words, and the revision it is for", async () => {
    const page = await head.get(path)
    expect(page.status).toBe(200)
    expect(page.text.includes(`name="sha256" value="${await newest()}"`)).toBe(true)
    const text = pageWords(page.text)
    for (const expected of [
      "Pengembangan Karakter Aparatur",
      "PASAL 1 MAKSUD DAN TUJUAN",
      "LAIN-LAIN",
      "Gubernur Jawa Barat",
      "SK-",
      jabar.certificate.serial,
      "Kota Magelang masih harus menandatangani",
      "Ini pertama kalinya Anda membuka naskah ini",
      "Sudah ada 0 dari 2 tanda tangan.",
    ])
      expect(text).toContain(expected)
    expect(page.headers.get("Cache-Control")).toContain("no-store")
  })

  test("says to the last signer that the agreement is then in force, and shows the seal that was added", async () => {
    const second = await app.as(magelang.head)
    await second.get(path)
    await sign(app.world, jabar, code)
    const page = await second.get(path)
    expect(page.text).toContain("kesepakatan langsung berlaku")
    expect(page.text).toContain("Gubernur Jawa Barat menandatangani")
  })

  test("never carries the key", async () => {
    const page = await head.get(path)
    const { keyEnvelope } = await app.world.db.selectFrom("certificate").select("keyEnvelope").executeTakeFirstOrThrow()
    expect(page.text).not.toContain(JSON.parse(keyEnvelope).data.slice(0, 40))
    expect(page.text).not.toContain("argon2")
  })

  test("tells a colleague why he cannot sign and gives him no form; a stranger finds nothing", async () => {
    const colleague = await (await app.as(jabar.approver)).get(path)
    expect(colleague.text).toContain("Anda tidak memegang mandat")
    expect(colleague.text).not.toContain('name="passphrase"')
    const stranger = await app.as(await app.world.create.member((await app.world.create.pemda("33.08")).id, "approver"))
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(path, await order())).status).toBe(404)
    expect((await app.visitor().get(path)).location).toContain("/masuk?lanjut=")
  })

  test("leads who has no key to making one", async () => {
    await app.world.db.deleteFrom("certificate").execute()
    const page = await head.get(path)
    expect(page.text).toContain(`href="/akun/kunci/baru/${jabar.mandateId}"`)
    expect(page.text).not.toContain('name="passphrase"')
  })
})

describe("signing", () => {
  test("by both heads ends on the public page of an agreement in force", async () => {
    const first = await head.post(path, await order())
    expect([first.status, first.location]).toEqual([303, `/ruang-kerja/kesepakatan/${code}`])
    const second = await app.as(magelang.head)
    const last = await second.post(`/en${path}`, await order())
    expect([last.status, last.location]).toEqual([303, `/en/kesepakatan/${code}`])
    expect(await status()).toBe("in_force")
    const page = await second.follow(last)
    expect(page.text).toContain("The agreement is now in force.")
  })

  test("without the box ticked is refused on the box", async () => {
    const { read: _, ...rest } = await order()
    const answer = await head.post(path, rest)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain("Baca naskahnya sampai selesai")
    expect(await signatures()).toEqual([])
  })

  test("with a wrong passphrase says so, and no secret comes back or is logged", async () => {
    const answer = await head.post(path, await order({ passphrase: "kalimat sandi yang keliru" }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain("Frasa sandi tidak cocok.")
    for (const secret of ["kalimat sandi yang keliru", testPassword]) {
      expect(answer.text).not.toContain(secret)
      expect(JSON.stringify(app.logged)).not.toContain(secret)
    }
    expect(await signatures()).toEqual([])
  })

  test("an old revision explains what happened and shows the new one", async () => {
    const stale = await order()
    await sign(app.world, magelang, code)
    const answer = await head.post(path, stale)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("bukan lagi revisi terbaru")
    expect(answer.text).toContain(`value="${await newest()}"`)
    expect(await signatures()).toHaveLength(1)
  })

  test("sent twice at once signs once", async () => {
    const once = await order()
    const answers = await Promise.all([head.post(path, once), head.post(path, once)])
    expect(answers.map(({ status: code_ }) => code_).sort()).toEqual([303, 409])
    expect(await signatures()).toHaveLength(1)
  })

  test("from a page of another site is refused", async () => {
    expect((await head.post(path, await order(), { "Sec-Fetch-Site": "cross-site" })).status).toBe(403)
    expect(await signatures()).toEqual([])
  })

  test("fields that cannot come from the form are refused without a fault", async () => {
    const changes: Record<string, string>[] = [
      { sha256: "x" },
      { sha256: "" },
      { password: "" },
      { passphrase: "x".repeat(5000) },
    ]
    for (const change of changes) expect((await head.post(path, await order(change))).status).toBe(422)
    expect(await signatures()).toEqual([])
  })
})

describe("declining", () => {
  const refusal = () => `/ruang-kerja/kesepakatan/${code}/penolakan`
  const seen = async () =>
    String((await app.world.db.selectFrom("agreement").select("lockVersion").executeTakeFirstOrThrow()).lockVersion)

  test("says what it does, takes a reason, and ends the agreement", async () => {
    const page = await head.get(refusal())
    expect(page.text).toContain("berakhir tanpa pernah berlaku")
    const short = await head.post(refusal(), { reason: "x", lockVersion: await seen() })
    expect(short.status).toBe(422)
    const done = await head.post(refusal(), { reason: "Anggaran belum disetujui.", lockVersion: await seen() })
    expect([done.status, done.location]).toEqual([303, `/ruang-kerja/kesepakatan/${code}`])
    expect(await status()).toBe("declined")
    expect((await head.get(path)).text).not.toContain('name="passphrase"')
  })

  test("is not for colleagues without the mandate", async () => {
    const colleague = await app.as(jabar.approver)
    const answer = await colleague.post(refusal(), { reason: "Saya tidak setuju.", lockVersion: await seen() })
    expect(answer.status).toBe(409)
    expect(await status()).toBe("signing")
  })
})
