import { describe, expect, test } from "vitest"
import { readFrontMatter, splitFrontMatter } from "#content/front-matter.ts"

const description = "Apa yang dapat dibaca di halaman ini, dalam satu kalimat utuh."
const good = `description: ${description}\nupdated: 2026-02-28`

describe("what a page says of itself", () => {
  test("stands between two lines before the text", () => {
    expect(splitFrontMatter(`---\n${good}\n---\n\n# Judul\n`)).toEqual({ block: good, body: "# Judul\n" })
    expect(splitFrontMatter(`---\n\n${good}\n---\n\n# Judul\n`).block).toBe(good)
    expect(splitFrontMatter("# Judul\n\n---\n\nbawah\n---\n")).toEqual({
      block: null,
      body: "# Judul\n\n---\n\nbawah\n---\n",
    })
  })

  test("is a description, a day, and whether it ends with the secretariat's address", () => {
    expect(readFrontMatter("x", good)).toEqual({ description, updated: "2026-02-28", contact: false })
    expect(readFrontMatter("x", `${good}\ncontact: yes`).contact).toBe(true)
  })

  test.each([
    ["no description", "updated: 2026-02-28", /x: the description has 0 characters/],
    ["a short description", "description: Pendek\nupdated: 2026-02-28", /6 characters/],
    ["a long description", `description: ${"a".repeat(201)}\nupdated: 2026-02-28`, /201 characters/],
    ["no day", `description: ${description}`, /updated is ""/],
    ["a day that does not exist", `description: ${description}\nupdated: 2026-02-30`, /updated is "2026-02-30"/],
    ["another way to write a day", `description: ${description}\nupdated: 28-02-2026`, /updated is/],
    ["a key that nobody knows", `${good}\nauthor: Sari`, /"author" is not known/],
    ["a key twice", `${good}\nupdated: 2026-02-28`, /"updated" stands there twice/],
    ["a line without a key", `${good}\nhalo`, /"halo" is no line/],
    ["contact in other words", `${good}\ncontact: true`, /contact is "true"/],
  ])("is refused with %s", (_what, block, message) => {
    expect(() => readFrontMatter("x", block)).toThrow(message)
  })
})
