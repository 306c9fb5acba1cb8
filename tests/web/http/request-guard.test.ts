import { expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"
import { testPassword } from "#tests/support/password.ts"
import { createWorld } from "#tests/support/world.ts"

const typed = (email: string) => new URLSearchParams({ email, password: testPassword }).toString()
const form = { "Content-Type": "application/x-www-form-urlencoded" }

test("a post is taken from the portal's own pages only", async () => {
  const app = await openApp()
  const { email } = await app.world.create.account()
  const post = (headers: Record<string, string>) =>
    app.visitor().send("/masuk", { method: "POST", body: typed(email), headers: { ...form, ...headers } })
  const statuses = await Promise.all(
    [
      {},
      { Origin: "null" },
      { Origin: "https://jahat.example" },
      { "Sec-Fetch-Site": "cross-site", Origin: "http://127.0.0.1:3000" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "none" },
      { Origin: "http://127.0.0.1:3000" },
      { "Sec-Fetch-Site": "same-origin" },
    ].map(async (headers) => (await post(headers as Record<string, string>)).status),
  )
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 303, 303])
})

test("a body that is no form, broken or too large has its own answer", async () => {
  const app = await openApp()
  const post = async (body: string, type: string) =>
    (
      await app.visitor().send("/masuk", {
        method: "POST",
        body,
        headers: { "Content-Type": type, "Sec-Fetch-Site": "same-origin" },
      })
    ).status
  expect(await post("{}", "application/json")).toBe(415)
  expect(await post("--x\r\nnonsense", "multipart/form-data")).toBe(400)
  expect(await post(`email=${"a".repeat(1_600_000)}`, "application/x-www-form-urlencoded")).toBe(413)
})

test("a form of thousands of fields is refused before anything is made of it, and a field may have any name", async () => {
  const app = await openApp()
  const post = async (path: string, body: string) =>
    (
      await app.visitor().send(path, {
        method: "POST",
        body,
        headers: { ...form, "Sec-Fetch-Site": "same-origin" },
      })
    ).status
  expect(await post("/akun/sandi", "a&".repeat(100_000))).toBe(413)
  expect(await post("/masuk", `email=x&${"a=1&".repeat(3_000)}`)).toBe(413)
  expect(await post("/masuk", "email=x&toString=1&__proto__=2&constructor=3")).toBe(422)
  expect(await post("/akun/sandi", "toString=1&hasOwnProperty=2")).toBe(403)
})

test("after signing in a person goes on to the page he wanted, and never to another site", async () => {
  const app = await openApp()
  const { email } = await app.world.create.account()
  const signIn = async (next: string) =>
    (await app.visitor().post("/masuk", { email, password: testPassword, next })).location
  expect(await signIn("/akun/sesi?a=1")).toBe("/akun/sesi?a=1")
  for (const next of [
    "https://jahat.example/",
    "//jahat.example/",
    "/\\jahat.example",
    "/\t/jahat.example",
    "javascript:alert(1)",
    "",
  ])
    expect(await signIn(next)).toBe("/ruang-kerja")
  const visitor = app.visitor()
  const sent = await visitor.get("/akun/sesi?a=1")
  expect({ status: sent.status, location: sent.location }).toEqual({
    status: 303,
    location: "/masuk?lanjut=%2Fakun%2Fsesi%3Fa%3D1",
  })
})

test("a refused form comes back with what was typed, but never the password", async () => {
  const app = await openApp()
  const answer = await app.visitor().post("/daftar", {
    name: "Siti <b>Rahma</b>",
    email: "bukan-surel",
    password: "rahasia-yang-tidak-kembali",
    timeZone: "Asia/Jayapura",
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain("Tulis alamat surel yang lengkap")
  expect(answer.text).toContain('value="bukan-surel"')
  expect(answer.text).toContain("&lt;b&gt;")
  expect(answer.text).not.toContain("rahasia-yang-tidak-kembali")
})

test("the session cookie is out of reach of scripts and other sites", async () => {
  const app = await openApp()
  const { email } = await app.world.create.account()
  const answer = await app.visitor().post("/masuk", { email, password: testPassword })
  expect(answer.headers.getSetCookie().find((cookie) => cookie.startsWith("simpul_session="))).toMatch(
    /; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/,
  )
})

test("over https the session cookie is bound to this host by its name, and one without it counts for nothing", async () => {
  const { services, create } = await createWorld()
  const settings = { ...services.settings, appUrl: "https://simpul.example" }
  const app = await openApp({ services: { db: services.db, settings } })
  const { email } = await create.account()
  const person = app.visitor()
  const answer = await person.post("/masuk", { email, password: testPassword })
  const header = answer.headers.getSetCookie().find((cookie) => cookie.includes("simpul_session="))
  expect(header).toMatch(
    /^__Host-simpul_session=[a-z2-7]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600; Secure$/,
  )
  expect((await person.get("/akun")).status).toBe(200)
  const secret = person.cookies.get("__Host-simpul_session")
  const bare = await app.visitor().get("/akun", { Cookie: `simpul_session=${secret}` })
  expect([bare.status, bare.location]).toEqual([303, "/masuk?lanjut=%2Fakun"])
  const out = await person.post("/keluar")
  expect(out.headers.getSetCookie().join()).toMatch(/__Host-simpul_session=; Path=\/; [^,]*Max-Age=0; Secure/)
  expect(person.cookies.has("__Host-simpul_session")).toBe(false)
})

test("every page exists in English with the same status", async () => {
  const app = await openApp()
  const visitor = app.visitor()
  for (const path of ["/", "/masuk", "/daftar", "/tentang", "/privasi", "/bantuan", "/verifikasi", "/tidak-ada"]) {
    const [id, en] = [await visitor.get(path), await visitor.get(path === "/" ? "/en" : `/en${path}`)]
    expect({ path, status: en.status }).toEqual({ path, status: id.status })
    expect(id.text).toContain('<html lang="id"')
    expect(en.text).toContain('<html lang="en"')
  }
})
