import { describe, expect, test } from "vitest"
import { hours } from "#app/domain/kernel/clock.ts"
import { translator } from "#app/i18n/messages.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { testPassword } from "#tests/support/password.ts"
import { createWorld } from "#tests/support/world.ts"

const t = translator("id")
const email = "siti@lembaga.example"
const newPassword = "sandi lain yang juga panjang"
const registration = { name: "Siti Rahma", email, password: testPassword, timeZone: "Asia/Jakarta", privacy: "on" }

const newestToken = async (app: TestApp): Promise<string> => (await app.world.mails()).at(-1)!.values.token!

/** What the page of a link says without anything having been sent to it. */
async function opened(app: TestApp, path: string): Promise<{ words: string; form: boolean; status: number }> {
  const { text, status } = await app.visitor().get(path)
  const main = text.slice(text.indexOf("<main"), text.indexOf("</main>"))
  return { words: pageWords(main), form: /<form/.test(main), status }
}

async function withResetLink(): Promise<{ app: TestApp; path: string }> {
  const app = await openApp()
  await app.world.create.account({ email })
  await app.visitor().post("/masuk/lupa-sandi", { email })
  return { app, path: `/masuk/sandi-baru/${await newestToken(app)}` }
}

describe("a link to set a new password", () => {
  test("asks for the password while it works, and opening it uses nothing up", async () => {
    const { app, path } = await withResetLink()
    for (const _time of [1, 2]) expect(await opened(app, path)).toMatchObject({ form: true, status: 200 })
    const done = await app.visitor().post(path, { password: newPassword })
    expect(done.location).toBe("/masuk")
  })

  test("says at once that it was used, has expired or is not known, and offers another", async () => {
    const used = await withResetLink()
    await used.app.visitor().post(used.path, { password: newPassword })
    const late = await withResetLink()
    late.app.world.clock.turn(hours(1))
    for (const [app, path, key] of [
      [used.app, used.path, "used"],
      [late.app, late.path, "expired"],
      [late.app, "/masuk/sandi-baru/tidak-pernah-ada", "unknown"],
    ] as const) {
      const { words, form } = await opened(app, path)
      expect(form, key).toBe(false)
      expect(words, key).toContain(t(`errors.token.${key}`))
      expect(words, key).toContain(t("account.forgotten.submit"))
    }
  })
})

describe("a link that proves an address", () => {
  test("says at once that it was used or has expired, and offers another", async () => {
    const app = await openApp()
    await app.visitor().post("/daftar", registration)
    const path = `/daftar/verifikasi/${await newestToken(app)}`
    expect(await opened(app, path)).toMatchObject({ form: true })
    await app.visitor().post(path, { password: testPassword })
    const used = await opened(app, path)
    expect(used.form).toBe(false)
    expect(used.words).toContain(t("errors.token.used"))
    expect(used.words).toContain(t("account.verify.again"))
  })
})

describe("whoever waits for a message", () => {
  const requests = [
    ["/daftar", registration],
    ["/masuk/lupa-sandi", { email }],
  ] as const

  test.each(requests)("is shown the demonstration's mailbox in an evaluation: %s", async (path, fields) => {
    const app = await openApp({ world: await createWorld({ demo: true }) })
    const { text } = await app.visitor().post(path, fields)
    expect(text).toContain(`href="/dev/surat?kepada=${encodeURIComponent(email)}"`)
  })

  test.each(requests)("is shown no mailbox in production: %s", async (path, fields) => {
    const { text } = await (await openApp()).visitor().post(path, fields)
    expect(pageWords(text)).toContain(email)
    expect(text).not.toContain("/dev/surat")
  })
})
