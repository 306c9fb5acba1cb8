import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Rules that axe leaves off unless they are asked for. */
const asked = ["target-size", "identical-links-same-purpose", "label-content-name-mismatch", "td-has-header"]

/** What can change with the theme. */
export const aboutColour = ["color-contrast", "link-in-text-block"]
/** What can change with the width. */
export const aboutLayout = [...aboutColour, "target-size", "scrollable-region-focusable", "empty-table-header"]

type Violation = { readonly id: string; readonly nodes: { readonly target: string[]; readonly html: string }[] }

/** Loads axe into an isolated world of the page that is open (its own policy forbids scripts), for several runs. */
export async function axeIn(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send("Page.getFrameTree")
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "axe",
  })
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      ...{ contextId: executionContextId, awaitPromise: true, returnByValue: true, expression },
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  await evaluate(`${source};0`)
  return {
    /** What axe finds `within` an element: rule, places and the first of them as it is written. With `rules`, by those alone. */
    async violations(rules?: readonly string[], within = "html"): Promise<string[]> {
      const options = {
        resultTypes: ["violations"],
        ...(rules ? { runOnly: rules } : { rules: Object.fromEntries(asked.map((id) => [id, { enabled: true }])) }),
      }
      const found = (await evaluate(
        `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, html }) => ({ target, html })) })))`,
      )) as Violation[]
      return found.map(({ id, nodes }) => {
        const targets = nodes.map(({ target }) => target.join(" ")).join(" | ")
        return `${id}: ${targets.slice(0, 300)} (${nodes[0]?.html.slice(0, 160) ?? ""})`
      })
    },
    close: () => session.detach(),
  }
}
