import { expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"

const titleOf = (html: string) => html.match(/<title>([^<]*)<\/title>/)?.[1]

test("every page carries its own title, and an error page that of the error, in the reader's language", async () => {
  const app = await openApp()
  const visitor = app.visitor()
  for (const [path, title] of [
    ["/tidak-ada", "Halaman ini tidak ada · Simpul"],
    ["/kesepakatan/KB-0000-0000", "Halaman ini tidak ada · Simpul"],
    ["/kesepakatan", "Kesepakatan · Simpul"],
    ["/masuk", "Masuk · Simpul"],
  ] as const)
    expect(titleOf((await visitor.get(path)).text), path).toBe(title)
  const missing = await visitor.get("/en/tidak-ada")
  expect(missing.status).toBe(404)
  expect(titleOf(missing.text)).toMatch(/ · Simpul$/)
  expect(missing.text).toContain('<html lang="en">')
  expect(missing.text.match(/<h1/g)).toHaveLength(1)
  const refused = await visitor.post("/masuk", { email: "bukan surel", password: "x" })
  expect(refused.status).toBe(422)
  expect(titleOf(refused.text)).toBe("Masuk · Simpul")
})

test("a code that no document has is said to be unknown, with the way to the search and the upload", async () => {
  const visitor = (await openApp()).visitor()
  for (const [path, title, href] of [
    ["/v/TIDAK-ADA-00", "Kode tidak dikenal", "/verifikasi"],
    ["/en/v/TIDAK-ADA-00", "Unknown code", "/en/verifikasi"],
  ] as const) {
    const { status, text } = await visitor.get(path)
    expect(status).toBe(404)
    const main = text.slice(text.indexOf("<main"), text.indexOf("</main>"))
    expect(main).toContain(`>${title}</h1>`)
    expect(main).toContain(`href="${href}"`)
  }
  const other = (await visitor.get("/kesepakatan/KB-0000-0000")).text
  expect(other.slice(other.indexOf("<main"), other.indexOf("</main>"))).not.toContain('href="/verifikasi"')
})
