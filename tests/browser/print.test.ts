import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser, openContext, signIn } from "#tests/support/browser.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import { demoPassword, type Portal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"

let portal: Portal
let browser: Browser
let fill: (path: string) => string
beforeAll(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
  fill = demoRows(portal.dataDir)
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const publicPages = [
  ...["/", "/kesepakatan", "/kesepakatan/:agreement", "/inisiatif/:initiative", "/kebutuhan/:need", "/wilayah/33.71"],
  ...["/mitra", "/belajar/:programme", "/data", "/verifikasi", "/v/:verify", "/bantuan/panduan/operators/running"],
  "/en/kesepakatan/:agreement",
]
const ownPages = ["/ruang-kerja", "/ruang-kerja/kesepakatan/:agreement", "/ruang-kerja/belajar/angkatan/:cohort"]

/** In the page: what would not be black on white, what paper has no use for, and what is wider than the sheet. */
const faults = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const light = (colour) => {
    const [r, g, b] = channels(colour)
    return 0.299 * r + 0.587 * g + 0.114 * b
  }
  const sheet = document.documentElement.clientWidth
  const found = new Set()
  for (const element of document.querySelectorAll("body, body *")) {
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1 || element.closest("svg")) continue
    const { color, backgroundColor } = getComputedStyle(element)
    const name = element.tagName.toLowerCase() + "." + (element.getAttribute("class") ?? "")
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "")
    if (says && light(color) > 110) found.add("pale " + name)
    if (channels(backgroundColor)[3] !== 0 && light(backgroundColor) < 225) found.add("dark ground " + name)
    if (element.matches("button, .button, .masthead nav, .filters, .pagination, form[method=get]")) found.add("useless " + name)
    if (box.right > sheet + 1 && !element.closest(".visually-hidden")) found.add("cut off " + name)
  }
  return [...found]
})()`

test.each(["dark", "light"] as const)(
  "prints black on white for a reader of the %s theme, whole and without what only a screen can do",
  async (theme) => {
    const context = await openContext(browser, portal.origin, { theme })
    try {
      const page = await context.newPage()
      // The width between the margins of a sheet of A4.
      await page.setViewportSize({ width: 657, height: 970 })
      const look = async (path: string) => {
        await page.emulateMedia({ media: "print", colorScheme: theme })
        const answer = await page.goto(fill(path))
        const source = await page.locator(".print-source").innerText()
        return { path, status: answer?.status(), source, faults: await page.evaluate(faults) }
      }
      const right = (path: string) => ({
        path,
        status: 200,
        source: `Simpul · ${portal.origin}${fill(path)}`,
        faults: [],
      })
      for (const path of publicPages) expect.soft(await look(path)).toEqual(right(path))
      await page.emulateMedia({ media: "screen" })
      await signIn(page, "kerjasama@jabar.example", demoPassword)
      for (const path of ownPages) expect.soft(await look(path)).toEqual(right(path))
    } finally {
      await context.close()
    }
  },
)
