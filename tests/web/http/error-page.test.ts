import { expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"

test("an error page carries a title and a heading of its own, in the reader's language", async () => {
  const app = await openApp()
  for (const [path, title] of [
    ["/tidak-ada", "Halaman ini tidak ada · Simpul"],
    ["/kesepakatan/KB-0000-0000", "Halaman ini tidak ada · Simpul"],
  ] as const) {
    const { status, text } = await app.visitor().get(path)
    expect(status).toBe(404)
    expect(text).toContain(`<title>${title}</title>`)
    expect(text.match(/<h1/g)).toHaveLength(1)
  }
  const english = await app.visitor().get("/en/tidak-ada")
  expect(english.text).toMatch(/<title>[^<]+ · Simpul<\/title>/)
  expect(english.text).toContain('<html lang="en">')
})
