import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { launchBrowser, openContext, signIn, type Theme, widths } from "#tests/support/browser.ts"
import { demoPassword, startPortal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"
import { viewers } from "./page-list.ts"

/**
 * `npm run screenshots -- --out DIR [--only TEXT] [--quick]`: every page type of the demonstration network, for each
 * kind of reader, at both widths, in both themes and both languages, and one contact sheet of all of them.
 * `--quick` takes Indonesian and the light theme only.
 */
const { values } = parseArgs({
  options: { out: { type: "string" }, only: { type: "string" }, quick: { type: "boolean", default: false } },
})
if (!values.out) {
  process.stderr.write("Usage: npm run screenshots -- --out DIR [--only TEXT] [--quick]\n")
  process.exit(1)
}
const out = resolve(values.out)
mkdirSync(out, { recursive: true })

const portal = await startPortal()
const browser = await launchBrowser()
const shots: { readonly name: string; readonly thumbnail: string }[] = []
let failures = 0
try {
  const fill = demoRows(portal.dataDir)
  const themes: readonly Theme[] = values.quick ? ["light"] : ["light", "dark"]
  const languages = values.quick ? ["id"] : ["id", "en"]
  for (const viewer of viewers)
    for (const width of widths)
      for (const theme of themes) {
        const context = await openContext(browser, portal.origin, { width, theme })
        const page = await context.newPage()
        if (viewer.email) await signIn(page, viewer.email, demoPassword)
        for (const language of languages)
          for (const path of viewer.pages) {
            if (values.only && !path.includes(values.only)) continue
            const filled = fill(path)
            const response = await page.goto(language === "en" ? `/en${filled === "/" ? "" : filled}` : filled)
            const name = `${viewer.name}${path.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}-${language}-${width}-${theme}.png`
            const status = response?.status() ?? 0
            if (status >= 500 || (status === 404 && !path.includes("tidak-ada"))) {
              failures += 1
              process.stderr.write(`${status} ${filled}\n`)
            }
            // Pictures are fetched when they come into sight.
            for (const picture of await page.locator("img[loading=lazy]").all()) {
              await picture.scrollIntoViewIfNeeded()
              await picture.evaluate("image => image.decode()")
            }
            await page.screenshot({ path: join(out, name), fullPage: true })
            const thumbnail = await page.screenshot({ type: "jpeg", quality: 50 })
            shots.push({ name, thumbnail: thumbnail.toString("base64") })
          }
        await context.close()
      }
  await contactSheet()
} finally {
  await browser.close()
  await portal.stop()
}
process.stdout.write(`${shots.length} screenshots in ${out}, ${failures} pages that failed\n`)
process.exitCode = failures > 0 ? 1 : 0

/** The upper part of every page side by side, ten in a row. */
async function contactSheet(): Promise<void> {
  const figures = shots.map(
    ({ name, thumbnail }) =>
      `<figure><div><img src="data:image/jpeg;base64,${thumbnail}"></div><figcaption>${name}</figcaption></figure>`,
  )
  const html = `<!doctype html><meta charset="utf-8"><style>body{font:9px sans-serif;display:grid;grid-template-columns:repeat(10,1fr);gap:10px;padding:10px;background:#888}figure{margin:0}div{height:180px;overflow:hidden;background:#fff}img{width:100%}figcaption{overflow-wrap:anywhere}</style>${figures.join("")}`
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } })
  await page.setContent(html)
  await page.screenshot({ path: join(out, "contact-sheet.png"), fullPage: true })
  await page.close()
}
