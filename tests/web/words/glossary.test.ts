import { describe, expect, test } from "vitest"
import { catalogues } from "#app/i18n/messages.ts"
import { type SourceText, sourceTexts } from "#tests/support/texts.ts"

const texts = sourceTexts()
const read = (name: string, language: "id" | "en"): SourceText =>
  texts.find((text) => text.name === name && text.language === language)!
const rowsOf = (text: SourceText) => text.tables.flatMap(({ rows }) => rows)
const inOrder = (text: SourceText) => rowsOf(text).map(([term]) => term)

const id = read("pages/glossary", "id")
const en = read("pages/glossary", "en")

/** Whatever can be in a state, in the order of the glossary. */
const states = [
  ["agreement", (words) => words.agreement.status],
  ["need", (words) => words.proposal.need.status],
  ["proposal", (words) => words.proposal.status],
  ["initiative", (words) => words.initiative.status],
  ["programme", (words) => words.programme.status],
  ["cohort", (words) => words.programme.cohortStatus],
  ["learner", (words) => words.programme.learnerStatus],
  ["certificate", (words) => words.certificate.status],
  ["organisation", (words) => words.organisation.status],
  ["mandate", (words) => words.mandate.status],
] as const satisfies readonly [string, (words: (typeof catalogues)["id"]) => Readonly<Record<string, string>>][]

describe("the glossary", () => {
  test("has the same terms in both languages, in the same order", () => {
    expect(inOrder(en)).toEqual(inOrder(id))
    expect(inOrder(id).length).toBeGreaterThan(90)
  })

  test("explains every term, once in its table", () => {
    for (const text of [id, en]) {
      for (const { rows } of text.tables) {
        expect(rows.flat().every((cell) => cell.trim() !== "")).toBe(true)
        expect(new Set(rows.map(([term]) => term)).size).toBe(rows.length)
      }
    }
  })

  test.each(states)("calls every state as the pages do: %s", (name, statusOf) => {
    const index = states.findIndex(([each]) => each === name)
    const first = id.tables.length - states.length
    const labels = Object.values(statusOf(catalogues.id))
    const english = Object.values(statusOf(catalogues.en as (typeof catalogues)["id"]))
    expect(id.tables[first + index]!.rows.map(([state]) => state)).toEqual(labels)
    expect(en.tables[first + index]!.rows.map(([, state]) => state)).toEqual(english)
  })
})

describe("the terms in code", () => {
  test("are terms of the glossary, alike in both languages", () => {
    const known = new Set(inOrder(id))
    const code = rowsOf(read("handbook/developers/terms-in-code", "id"))
    expect(code).toEqual(rowsOf(read("handbook/developers/terms-in-code", "en")))
    expect(code.map(([term]) => term).filter((term) => !known.has(term!))).toEqual([])
    expect(code.length).toBeGreaterThan(40)
  })
})

describe("the explanation of verification", () => {
  test.each(["id", "en"] as const)("names every answer that the page can give: %s", (language) => {
    const answers = Object.values(catalogues[language].verification.conclusion).map(({ title }) => title)
    const [table] = read("pages/verifying", language).tables
    expect(table!.rows.map(([answer]) => answer).sort()).toEqual([...answers].sort())
  })
})
