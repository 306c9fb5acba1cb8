import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { aboutColour, axeIn } from "#tests/support/axe.ts"
import { launchBrowser, openContext, signIn, type Theme, widths } from "#tests/support/browser.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import { demoPassword, type Portal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"
import { demoAccounts, type FoundPage, readAll, sitemapAddresses } from "./every-page.ts"
import { viewers } from "./page-list.ts"

const themes: readonly Theme[] = ["light", "dark"]
/** With AXE_EVERY_PAGE every page is looked at, and not only the first of each make-up. */
const everyPage = Boolean(process.env.AXE_EVERY_PAGE)

let portal: Portal
let browser: Browser
beforeAll(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser({ pictures: false })
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

type Visit = { readonly reader: string; readonly cookie: string; readonly page: FoundPage }

/** Every page of the sitemap and, for every account, every page that it can reach by links, as each of them finds it. */
async function everyVisit(): Promise<Visit[]> {
  const fill = demoRows(portal.dataDir)
  const listed = (email: string | null): string[] =>
    viewers
      .filter((viewer) => viewer.email === email)
      .flatMap(({ pages }) => pages.map(fill))
      .flatMap((path) => [path, path === "/" ? "/en" : `/en${path}`])
  const visits: Visit[] = []
  const start = [...listed(null), ...(await sitemapAddresses(portal.origin))]
  for (const page of await readAll(portal.origin, start)) visits.push({ reader: "visitor", cookie: "", page })
  for (const email of demoAccounts(portal.dataDir)) {
    const context = await openContext(browser, portal.origin)
    const page = await context.newPage()
    await signIn(page, email, demoPassword)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
    await context.close()
    const addresses = ["/ruang-kerja", "/en/ruang-kerja", ...listed(email)]
    for (const found of await readAll(portal.origin, addresses, cookie))
      visits.push({ reader: email, cookie, page: found })
  }
  return visits
}

/** The first of each make-up. */
function ofEachMakeUp(visits: readonly Visit[]): Visit[] {
  const known = new Set<string>()
  return visits.filter(({ page: { makeUp } }) => !known.has(makeUp) && known.add(makeUp))
}

/** Looks at a page that is open, at both widths and in both themes, with everything unfolded. */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
  const axe = await axeIn(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      const violations = await axe.violations(theme === "light" ? undefined : aboutColour)
      found.push(...violations.map((violation) => `${width} ${theme}: ${violation}`))
    }
    if (await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
      found.push(`${width}: scrolls sideways`)
  }
  await axe.close()
  return found
}

/** Goes through visits in a browser of its own; answers what was wrong. */
async function walk(visits: Iterator<Visit>): Promise<string[]> {
  const found: string[] = []
  const context = await openContext(browser, portal.origin)
  const page = await context.newPage()
  let reader = ""
  for (let next = visits.next(); !next.done; next = visits.next()) {
    const { value: visit } = next
    if (visit.reader !== reader) {
      await context.clearCookies()
      const cookies = visit.cookie.split("; ").filter(Boolean)
      await context.addCookies(
        cookies.map((cookie) => {
          const [name = "", value = ""] = cookie.split(/=(.*)/s)
          return { name, value, url: portal.origin }
        }),
      )
      reader = visit.reader
    }
    await page.goto(visit.page.address)
    for (const fault of await faultsOf(page)) found.push(`${visit.reader} ${visit.page.address} ${fault}`)
  }
  await context.close()
  return found
}

test("axe finds nothing on any page of the sitemap or of any account, in both languages, themes and widths", {
  timeout: 1_800_000,
}, async () => {
  const visits = await everyVisit()
  const failed = visits.filter(({ page }) => page.status !== 200 && !page.address.includes("tidak-ada"))
  expect(failed.map(({ reader, page }) => `${reader} ${page.address} answered ${page.status}`)).toEqual([])
  const chosen = everyPage ? visits : ofEachMakeUp(visits)
  const shared = chosen.values()
  const found = (await Promise.all([walk(shared), walk(shared)])).flat()
  console.info(
    `${visits.length} pages read, ${chosen.length} looked at, ${chosen.length * widths.length * themes.length} views`,
  )
  expect(found.sort()).toEqual([])
  expect(new Set(visits.map(({ reader }) => reader)).size).toBeGreaterThan(17)
  expect(visits.length).toBeGreaterThan(3500)
  expect(chosen.length).toBeGreaterThan(500)
})
