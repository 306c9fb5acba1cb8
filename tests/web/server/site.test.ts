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
})
