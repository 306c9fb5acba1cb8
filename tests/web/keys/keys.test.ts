import { beforeEach, expect, test } from "vitest"
import { openApp, type Persona, type TestApp } from "#tests/support/app.ts"
import { testPassword } from "#tests/support/password.ts"
import { certificateFor, testPassphrase } from "#tests/support/signers.ts"

let app: TestApp
let organisationId: string
let head: { id: string }
let persona: Persona

beforeEach(async () => {
  app = await openApp()
  organisationId = (await app.world.create.pemda("33.71")).id
  head = await app.world.create.member(organisationId)
  persona = await app.as(head)
})

const mandate = (overrides: Parameters<TestApp["world"]["create"]["mandate"]>[2] = {}) =>
  app.world.create.mandate(head.id, organisationId, {
    office: "Wali Kota Magelang",
    holderName: "Wali Kota Uji",
    ...overrides,
  })

const certificates = () => app.world.db.selectFrom("certificate").selectAll().orderBy("issuedAt").execute()

test("a head of region makes his key on a page that names what the certificate will say", async () => {
  const { id } = await mandate()
  const list = await persona.get("/akun/kunci")
  expect(list.text).toContain(`href="/akun/kunci/baru/${id}"`)
  const form = await persona.get(`/akun/kunci/baru/${id}`)
  expect(form.text).toContain("Wali Kota Uji")
  const made = await persona.post(`/akun/kunci/baru/${id}`, {
    passphrase: testPassphrase,
    passphraseAgain: testPassphrase,
    password: testPassword,
  })
  expect([made.status, made.location]).toEqual([303, "/akun/kunci"])
  const after = await persona.follow(made)
  expect(after.text).toContain("Kunci tanda tangan dibuat.")
  expect(after.text).toContain((await certificates())[0]?.serial)
})

test("refused secrets are never sent back, and nothing is logged of them", async () => {
  const { id } = await mandate()
  const wrong = {
    passphrase: testPassphrase,
    passphraseAgain: "kalimat sandi yang lain sama sekali",
    password: "rahasia-salah",
  }
  const answer = await persona.post(`/akun/kunci/baru/${id}`, wrong)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain("Tidak sama dengan frasa sandi di atas.")
  const password = await persona.post(`/akun/kunci/baru/${id}`, { ...wrong, passphraseAgain: testPassphrase })
  expect(password.status).toBe(422)
  expect(password.text).toContain("Kata sandi tidak cocok.")
  for (const secret of Object.values(wrong)) {
    expect(answer.text + password.text).not.toContain(secret)
    expect(JSON.stringify(app.logged)).not.toContain(secret)
  }
  expect(await certificates()).toEqual([])
})

test("a mandate that does not count says why instead of showing a form", async () => {
  const { id } = await mandate({ status: "entered" })
  const page = await persona.get(`/akun/kunci/baru/${id}`)
  expect(page.text).toContain("belum diperiksa sekretariat jejaring")
  expect(page.text).not.toContain('name="passphrase"')
  expect((await persona.get("/akun/kunci")).text).toContain("belum diperiksa sekretariat jejaring")
})

test("other people's mandates and keys are not found", async () => {
  const row = await mandate()
  const certificate = await certificateFor(app.world, row)
  const stranger = await app.as(await app.world.create.member(organisationId, "admin"))
  for (const path of [`/akun/kunci/baru/${row.id}`, `/akun/kunci/${certificate.id}/pencabutan`]) {
    expect((await stranger.get(path)).status).toBe(404)
    expect(
      (
        await stranger.post(path, {
          password: testPassword,
          code: "superseded",
          reason: "Milik orang lain",
          passphrase: testPassphrase,
          passphraseAgain: testPassphrase,
        })
      ).status,
    ).toBe(404)
  }
  expect((await stranger.get("/akun/kunci")).text).not.toContain(certificate.serial)
  expect((await app.visitor().get("/akun/kunci")).status).toBe(303)
})

test("a key is withdrawn with a reason and the password, and what was typed stays when refused", async () => {
  const certificate = await certificateFor(app.world, await mandate())
  const path = `/akun/kunci/${certificate.id}/pencabutan`
  const refused = await persona.post(path, {
    code: "keyCompromise",
    reason: "Terlihat orang di sebelah",
    password: "salah",
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain("Terlihat orang di sebelah")
  const done = await persona.post(path, {
    code: "keyCompromise",
    reason: "Terlihat orang di sebelah",
    password: testPassword,
  })
  expect([done.status, done.location]).toEqual([303, "/akun/kunci"])
  expect((await certificates())[0]).toMatchObject({ revocationCode: "keyCompromise", keyEnvelope: "" })
  const list = await app.visitor().get("/pki/ca.crl")
  expect(list.status).toBe(200)
  const again = await persona.post(path, { code: "superseded", reason: "Sekali lagi", password: testPassword })
  expect(again.status).toBe(409)
})

test("every field is checked: missing, too long, of another kind", async () => {
  const certificate = await certificateFor(app.world, await mandate())
  const path = `/akun/kunci/${certificate.id}/pencabutan`
  const submissions: Record<string, string>[] = [
    {},
    { code: "unspecified", reason: "Alasan yang cukup", password: testPassword },
    { code: "superseded", reason: "x", password: testPassword },
    { code: "superseded", reason: "x".repeat(3000), password: testPassword },
    { code: "superseded", reason: "Alasan yang cukup", password: "x".repeat(300) },
  ]
  for (const fields of submissions) expect((await persona.post(path, fields)).status).toBe(422)
  expect((await certificates())[0]?.revokedAt).toBe(null)
})
