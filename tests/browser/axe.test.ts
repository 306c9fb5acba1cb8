import type { Browser, Cookie, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { aboutColour, aboutLayout, axeIn } from "#tests/support/axe.ts"
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

type Visit = { readonly reader: string; readonly cookies: Cookie[]; readonly page: FoundPage }
/** Runs of axe. */
let views = 0

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
  for (const page of await readAll(portal.origin, start)) visits.push({ reader: "visitor", cookies: [], page })
  for (const email of demoAccounts(portal.dataDir)) {
    const context = await openContext(browser, portal.origin)
    const page = await context.newPage()
    await signIn(page, email, demoPassword)
    const cookies = await context.cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
    await context.close()
    const addresses = ["/ruang-kerja", "/en/ruang-kerja", ...listed(email)]
    for (const found of await readAll(portal.origin, addresses, cookie))
      visits.push({ reader: email, cookies, page: found })
  }
  return visits
}

type Look = Visit & {
  /** Whether words alone set it apart from a page that was looked at in another language. */
  readonly wordsOnly: boolean
  /** Whether its frame (header and footer) is looked at in every theme and width as well. */
  readonly framed: boolean
}

/** The first page of each make-up, and how much of it can differ from those before. */
function whatToLookAt(visits: readonly Visit[]): Look[] {
  const makeUps = new Set<string>()
  const forms = new Set<string>()
  const frames = new Set<string>()
  const looks: Look[] = []
  for (const visit of visits) {
    const { makeUp, form, address } = visit.page
    if (makeUps.has(makeUp) && !everyPage) continue
    const frame = `${visit.reader} ${/^\/en(\/|$)/.test(address)}`
    looks.push({
      ...visit,
      wordsOnly: forms.has(form) && !everyPage,
      framed: !frames.has(frame) || everyPage,
    })
    makeUps.add(makeUp)
    forms.add(form)
    frames.add(frame)
  }
  return looks
}

/** Looks at a page that is open, everything unfolded: by every rule once, then by those that theme and width matter to. */
async function faultsOf(page: Page, look: Look): Promise<string[]> {
  const found: string[] = []
  await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
  const axe = await axeIn(page)
  const within = look.framed ? "html" : "main"
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const theme of look.wordsOnly ? (["light"] as const) : themes) {
      const rules = theme === "dark" ? aboutColour : width === widths[0] ? aboutLayout : undefined
      if (rules && look.wordsOnly) continue
      await page.emulateMedia({ colorScheme: theme })
      for (const violation of await axe.violations(rules, rules ? within : "html"))
        found.push(`${width} ${theme}: ${violation}`)
      views += 1
    }
    if (await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
      found.push(`${width}: scrolls sideways`)
  }
  await axe.close()
  return found
}

/** Looks at pages, one after the other, in a browser of its own; answers what was wrong. */
async function lookAt(looks: Iterator<Look>): Promise<string[]> {
  const found: string[] = []
  const context = await openContext(browser, portal.origin)
  let page = await context.newPage()
  let seen = 0
  for (let next = looks.next(); !next.done; next = looks.next()) {
    const { reader, cookies, page: wanted } = next.value
    await context.clearCookies()
    await context.addCookies(cookies)
    seen += 1
    // What axe has built stays in memory as long as its tab.
    if (seen % 25 === 0) {
      await page.close()
      page = await context.newPage()
    }
    await page.goto(wanted.address)
    for (const fault of await faultsOf(page, next.value)) found.push(`${reader} ${wanted.address} ${fault}`)
  }
  await context.close()
  return found
}

test("a page that is spoiled does not pass: by every rule, by those about layout, and in its main part in the dark", async () => {
  const context = await openContext(browser, portal.origin)
  const page = await context.newPage()
  await page.goto("/tentang")
  await page.evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend",
    '<p id="faint">Pudar</p><p><a href="#a">a</a><a href="#b">b</a></p><select></select><h5>Lompat</h5>')
    Object.assign(document.getElementById("faint").style, { color: "#777", background: "#888" })`)
  const axe = await axeIn(page)
  const rulesIn = (violations: readonly string[]) => violations.map((violation) => violation.split(":", 1)[0]).sort()
  expect(rulesIn(await axe.violations())).toEqual(["color-contrast", "heading-order", "select-name", "target-size"])
  await page.setViewportSize({ width: 390, height: 900 })
  expect(rulesIn(await axe.violations(aboutLayout))).toEqual(["color-contrast", "target-size"])
  await page.emulateMedia({ colorScheme: "dark" })
  expect(rulesIn(await axe.violations(aboutColour, "main"))).toEqual(["color-contrast"])
  await context.close()
})

test("axe finds nothing on any page of the sitemap or of any account, in both languages, themes and widths", {
  timeout: 1_800_000,
}, async () => {
  const visits = await everyVisit()
  const failed = visits.filter(({ page }) => page.status !== 200 && !page.address.includes("tidak-ada"))
  expect(failed.map(({ reader, page }) => `${reader} ${page.address} answered ${page.status}`)).toEqual([])
  const looks = whatToLookAt(visits)
  const shared = looks.values()
  const found = (await Promise.all([lookAt(shared), lookAt(shared)])).flat()
  console.info(`${visits.length} pages read, ${looks.length} of different make-up looked at, ${views} views`)
  expect(found.sort()).toEqual([])
  expect(new Set(visits.map(({ reader }) => reader)).size).toBeGreaterThan(17)
  expect(visits.length).toBeGreaterThan(3500)
  expect(looks.length).toBeGreaterThan(500)
  expect(views).toBeGreaterThan(1500)
})
