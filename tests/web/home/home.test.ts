import { describe, expect, test } from "vitest"
import { translator } from "#app/i18n/messages.ts"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld } from "#tests/support/world.ts"

describe("the home page", () => {
  test("of a new portal says of every part what will stand there, and draws nothing", async () => {
    for (const [path, locale] of [
      ["/", "id"],
      ["/en", "en"],
    ] as const) {
      const t = translator(locale)
      const { text, status } = await (await openApp()).visitor().get(path)
      expect(status).toBe(200)
      const words = pageWords(text)
      for (const part of ["home.weave", "network.came", "home.news", "home.needs"] as const) {
        expect(words).toContain(t(`${part}.empty`))
        expect(words).toContain(t(`${part}.emptyBody`))
      }
      expect(text).not.toContain("weave-chart")
    }
  })

  test("tells the network's story: figures that lead to their lists, and the weave beside a table that says the same", async () => {
    const world = await createWorld()
    const app = await openApp({ world })
    const { learner } = await everyRow(world)
    const { text } = await app.visitor().get("/")
    for (const href of ["/kesepakatan?status=in_force", "/inisiatif?state=running", "/kebutuhan?state=open", "/mitra"])
      expect(text).toContain(`href="${href}"`)
    const drawing = text.slice(text.indexOf('<svg class="weave-chart"'))
    const chart = drawing.slice(0, drawing.indexOf("</svg>"))
    expect(chart).toMatch(/<title[^>]*>Anyaman daerah dan lima unsur<\/title>/)
    expect(chart).toMatch(/<desc[^>]*>/)
    const drawn = [...chart.matchAll(/class="weave-chart__value"[^>]*>(\d+)</g)].map(([, value]) => Number(value))
    const table = text.slice(text.indexOf("<table"), text.indexOf("</table>"))
    const listed = [...table.matchAll(/<td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?(?:<span[^>]*>)?(\d+)/g)].map(
      ([, value]) => Number(value),
    )
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(drawn.length).toBeGreaterThan(0)
    // Every row ends with its total, so the table holds each figure of the drawing twice over.
    expect(sum(listed)).toBe(2 * sum(drawn))
    expect(text).not.toContain(learner.account.name)
    expect(text).not.toContain(learner.account.email)
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })
})
