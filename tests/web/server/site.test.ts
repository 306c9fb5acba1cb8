import { describe, expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"

describe("the site", () => {
  test("answers its home page in both languages, without script", async () => {
    const app = await openApp()
    for (const [path, lang] of [
      ["/", "id"],
      ["/en", "en"],
    ] as const) {
      const answer = await app.visitor().get(path)
      expect(answer.status).toBe(200)
      expect(answer.text).toContain(`<html lang="${lang}">`)
      expect(answer.text).not.toMatch(/<script(?! type="application\/ld\+json")/)
      expect(answer.headers.get("Content-Security-Policy")).toContain("script-src 'none'")
    }
    expect(app.logged).toEqual([])
  })

  test("sends characters of several bytes whole, wherever they fall, and nothing between them", async () => {
    const app = await openApp()
    for (let length = 60; length < 80; length += 1)
      await app.world.create.organisation({ name: `Perkumpulan ${"—".repeat(length)}` })
    const { text } = await app.visitor().get("/mitra")
    expect(text).not.toMatch(/[\0\uFFFD]/)
    expect(text.match(/Perkumpulan —{60,}/g)?.length).toBeGreaterThanOrEqual(20)
  })
})
