import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser, openContext, signIn, type Theme, widths } from "#tests/support/browser.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import { demoPassword, type Portal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"
import { viewers } from "./page-list.ts"

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const themes: readonly Theme[] = ["light", "dark"]

let portal: Portal
let browser: Browser
beforeAll(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

type Violation = { readonly id: string; readonly nodes: { readonly target: string[] }[] }

/** Loads axe into an isolated world of the page that is open (its own policy forbids scripts), for several runs. */
async function axeIn(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send("Page.getFrameTree")
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "axe",
  })
  await session.send("Runtime.evaluate", { contextId: executionContextId, expression: axeSource })
  return {
    async violations(rules?: readonly string[]): Promise<string[]> {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
        expression: `axe.run(document, { resultTypes: ['violations']${rules ? `, runOnly: ${JSON.stringify(rules)}` : ""} }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) })))`,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return (result.value as Violation[]).map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(" "))
            .join(" | ")
            .slice(0, 300)}`,
      )
    },
    close: () => session.detach(),
  }
}

/** A theme changes colours and nothing else: in the second one only the rules about them can find something new. */
const byColour = ["color-contrast", "link-in-text-block"]

test.concurrent.each(viewers.map((viewer) => [viewer.name, viewer] as const))(
  "axe finds nothing on any page of the %s, in both languages, themes and widths",
  async (_name, viewer) => {
    const fill = demoRows(portal.dataDir)
    const context = await openContext(browser, portal.origin)
    const page = await context.newPage()
    if (viewer.email) await signIn(page, viewer.email, demoPassword)
    const found: string[] = []
    for (const language of ["id", "en"])
      for (const pattern of viewer.pages) {
        const path = fill(pattern)
        const url = language === "en" ? `/en${path === "/" ? "" : path}` : path
        const response = await page.goto(url)
        const status = response?.status() ?? 0
        if (status !== 200 && !pattern.includes("tidak-ada")) found.push(`${url} answered ${status}`)
        const axe = await axeIn(page)
        for (const width of widths)
          for (const theme of themes) {
            await page.setViewportSize({ width, height: 900 })
            await page.emulateMedia({ colorScheme: theme })
            for (const violation of await axe.violations(theme === "dark" ? byColour : undefined))
              found.push(`${url} ${width} ${theme}: ${violation}`)
            const wide = await page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth",
            )
            if (wide) found.push(`${url} ${width}: scrolls sideways`)
          }
        await axe.close()
      }
    await context.close()
    expect(found).toEqual([])
  },
  600_000,
)
