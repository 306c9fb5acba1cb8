import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser, openContext, signIn, type Width } from "#tests/support/browser.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import { demoPassword, type Portal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"

let portal: Portal
let browser: Browser
let fill: (path: string) => string
beforeAll(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser({ pictures: false })
  fill = demoRows(portal.dataDir)
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

type Reading = { readonly email?: string; readonly width?: Width; readonly javaScript?: boolean }

/** Does something at a page of somebody who has a keyboard and nothing else. */
async function reading({ email, ...viewing }: Reading, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await openContext(browser, portal.origin, viewing)
  try {
    const page = await context.newPage()
    if (email) await signIn(page, email, demoPassword)
    await act(page)
  } finally {
    await context.close()
  }
}

/** Waits until what has the focus answers `expression` (of `element`) so: a jump within a page is not done with its key. */
const focused = (page: Page, expression: string) =>
  expect.poll(() => page.evaluate(`((element) => ${expression})(document.activeElement)`), { timeout: 20_000 })

type Stop = {
  readonly place: number
  readonly name: string
  readonly ring: string
  readonly contrast: number
  readonly covered: boolean
  readonly tabIndex: number
}

/**
 * In the page: what has the focus, whether its ring shows against the ground around it, and whether something lies over
 * all of it (a corner is enough to be seen).
 */
const stopHere = `(() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  let ground = element.parentElement
  while (ground.parentElement && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement
  const style = getComputedStyle(element)
  const lights = [light(style.outlineColor), light(getComputedStyle(ground).backgroundColor)].sort((a, b) => b - a)
  const box = element.getBoundingClientRect()
  const points = [[box.left + 4, box.top + 4], [box.right - 4, box.top + 4], [box.left + 4, box.bottom - 4], [box.left + box.width / 2, box.top + box.height / 2]]
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (element.contains(top) || top.contains(element))
  })
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    name: element.tagName.toLowerCase() + " " + (element.getAttribute("aria-label") || element.innerText || element.name || element.id).replace(/\\s+/g, " ").slice(0, 60),
    ring: style.outlineStyle + " " + style.outlineWidth,
    contrast: (lights[0] + 0.05) / (lights[1] + 0.05),
    covered: !seen,
    tabIndex: element.tabIndex,
  }
})()`

/** Every stop of the Tab key on a page that is open, until it leaves the document. */
async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let pressed = 0; pressed < 600; pressed += 1) {
    await page.keyboard.press("Tab")
    const stop = (await page.evaluate(stopHere)) as Stop | null
    if (!stop) return stops
    // A date has several places inside one control.
    if (stop.place !== stops.at(-1)?.place) stops.push(stop)
  }
  throw new Error(`${page.url()}: the Tab key never left the page`)
}

const kinds: readonly (readonly [who: string, email: string | undefined, pages: readonly string[]])[] = [
  [
    "a visitor",
    undefined,
    [
      ...[
        "/",
        "/inisiatif?strand=M&state=running",
        "/inisiatif/:initiative",
        "/kesepakatan/:agreement",
        "/verifikasi",
        "/mitra",
        "/data",
      ],
      ...["/wilayah/33.71", "/tentang/aksesibilitas", "/daftar", "/masuk"],
    ],
  ],
  [
    "a drafter",
    "kerjasama@magelang.example",
    [
      ...["/ruang-kerja", "/ruang-kerja/kesepakatan/:draft", "/ruang-kerja/kesepakatan/:draft/naskah"],
      ...["/ruang-kerja/inisiatif/:work/mitra", "/ruang-kerja/kebutuhan/baru"],
    ],
  ],
  [
    "a partner",
    "dosen@kampus.example",
    ["/usulan/baru", "/ruang-kerja/usulan/:revision/naskah", "/ruang-kerja/usulan/:revision/lampiran"],
  ],
  ["a host", "bkd@jabar.example", ["/ruang-kerja/belajar/angkatan/:cohort", "/ruang-kerja/belajar/peserta/:passed"]],
]

describe.each([390, 1280] as const)("at %i pixels", (width) => {
  test.each(kinds)("%s sees the focus wherever the Tab key leads, in the order of the page", (_who, email, pages) =>
    reading({ ...(email ? { email } : {}), width }, async (page) => {
      const found: string[] = []
      for (const path of pages.map((pattern) => fill(pattern))) {
        await page.goto(path)
        const stops = await stopsOf(page)
        expect(stops.length, path).toBeGreaterThan(15)
        for (const [index, stop] of stops.entries()) {
          const at = `${path} ${stop.name}`
          if (!/^solid [2-9]px$/.test(stop.ring) || stop.contrast < 3)
            found.push(`${at}: ring ${stop.ring}, contrast ${stop.contrast.toFixed(2)}`)
          if (stop.covered) found.push(`${at}: lies behind something`)
          if (stop.tabIndex > 0 || stop.place <= (stops[index - 1]?.place ?? 0)) found.push(`${at}: out of order`)
        }
      }
      expect(found).toEqual([])
    }),
  )
})

test.each([
  ["/", undefined],
  ["/en/kesepakatan", undefined],
  ["/ruang-kerja", "kerjasama@magelang.example"],
])("the first stop of %s leads past header and navigation", (path, email) =>
  reading(email ? { email } : {}, async (page) => {
    await page.goto(path)
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#isi")
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().top")).toBeGreaterThanOrEqual(0)
    await page.keyboard.press("Enter")
    await focused(page, "element.id").toBe("isi")
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.closest('main')?.id")).toBe("isi")
  }),
)

test("the menu of a narrow screen opens, is walked from top to bottom, and hands the focus back", () =>
  reading({ width: 390 }, async (page) => {
    await page.goto("/")
    const button = page.locator(".masthead__menu-button")
    await button.focus()
    await page.keyboard.press("Enter")
    const menu = page.locator("#menu-situs")
    await menu.waitFor({ state: "visible" })
    const tops: number[] = []
    for (;;) {
      await page.keyboard.press("Tab")
      if (!(await page.evaluate("Boolean(document.activeElement.closest('#menu-situs'))"))) break
      tops.push(Number(await page.evaluate("document.activeElement.getBoundingClientRect().bottom")))
    }
    expect(tops.length).toBeGreaterThan(10)
    expect(tops.slice(1)).toEqual(tops.slice(1).toSorted((a, b) => a - b))
    await button.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await menu.waitFor({ state: "hidden" })
    await focused(page, "element.className").toContain("masthead__menu-button")
  }))

test.each(["/kesepakatan?status=in_force", "/cari?q=belajar&unsur=M", "/usulan?tab=review"])(
  "the filters of %s are folded away on a narrow screen and unfold by key, without a script",
  (path) =>
    reading(
      { width: 390, javaScript: false, ...(path.startsWith("/usulan") ? { email: "kerjasama@magelang.example" } : {}) },
      async (page) => {
        await page.goto(path)
        const field = page.locator(".fold__fields select").first()
        expect(await field.isVisible()).toBe(false)
        expect(await page.locator("main input[name=q]").isVisible()).toBe(true)
        const summary = page.locator(".fold summary")
        await summary.focus()
        await page.keyboard.press("Enter")
        await field.waitFor({ state: "visible" })
        await page.keyboard.press("Tab")
        await focused(page, "element.tagName").toBe("SELECT")
        await summary.press("Space")
        await field.waitFor({ state: "hidden" })
      },
    ),
)

test("the filters of a list are all in sight on a wide screen, without a stop on the way", () =>
  reading({ width: 1280, javaScript: false }, async (page) => {
    await page.goto("/kesepakatan?status=in_force")
    expect(await page.locator(".fold summary").isVisible()).toBe(false)
    for (const field of await page.locator(".fold__fields select").all()) expect(await field.isVisible()).toBe(true)
    await page.locator("main input[name=q]").focus()
    await page.keyboard.press("Tab")
    await focused(page, "element.tagName").toBe("SELECT")
  }))

test("a chip is large enough for a finger", () =>
  reading({ width: 390 }, async (page) => {
    await page.goto("/inisiatif?strand=M&state=running")
    const heights = (await page.evaluate(`[...document.querySelectorAll(".chip")].map((chip) => {
      const { left, top, width, height } = chip.getBoundingClientRect()
      const hits = (y) => chip.contains(document.elementFromPoint(left + width / 2, y))
      let [from, to] = [top + height / 2, top + height / 2]
      while (hits(from - 1)) from -= 1
      while (hits(to + 1)) to += 1
      return to - from + 1
    })`)) as number[]
    expect(heights).toHaveLength(3)
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(44)
  }))

describe("a refused form", () => {
  test.each([
    ["/daftar", undefined, false],
    ["/masuk", undefined, false],
    ["/verifikasi", undefined, false],
    ["/ruang-kerja/kebutuhan/baru", "kerjasama@magelang.example", true],
    ["/ruang-kerja/kesepakatan/baru", "kerjasama@magelang.example", true],
    ["/ruang-kerja/organisasi/baru", "dosen@kampus.example", true],
    ["/ruang-kerja/organisasi/baru", "dosen@kampus.example", false],
  ] as const)("%s (%s, scripts: %s) opens on what is wrong, which leads to the field", (path, email, javaScript) =>
    reading({ ...(email ? { email } : {}), javaScript }, async (page) => {
      await page.goto(path)
      await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        page.locator("main form[method=post] button[type=submit]:not([tabindex])").last().press("Enter"),
      ])
      await page.locator(".error-summary").waitFor()
      await page.waitForLoadState("load")
      await focused(page, "element.className").toBe("error-summary")
      const links = page.locator(".error-summary a")
      expect(await links.count()).toBeGreaterThan(0)
      // Read out of its context each of them says which field it means.
      const tree = await page.locator(".error-summary").ariaSnapshot()
      const names = [...tree.matchAll(/link "([^"]+)"/g)].map(([, name]) => name)
      expect(names).toHaveLength(await links.count())
      expect(new Set(names).size, tree).toBe(names.length)
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await focused(page, "element.tagName").toMatch(/^(INPUT|SELECT|TEXTAREA)$/)
      const field = (await page.evaluate(`(() => {
        const element = document.activeElement
        const group = element.closest("fieldset[aria-describedby]")
        const described = (element.getAttribute("aria-describedby") ?? group?.getAttribute("aria-describedby") ?? "").split(" ")
        return {
          invalid: element.getAttribute("aria-invalid") === "true" || group !== null,
          words: described.map((id) => document.getElementById(id)?.textContent ?? "").join(" "),
          label: (group?.querySelector("legend") ?? element.labels[0]).textContent,
        }
      })()`)) as { invalid: boolean; words: string; label: string }
      expect(field.invalid).toBe(true)
      const named = await links.first().locator(".error-summary__field").innerText()
      expect(field.label.startsWith(named.replace(/:\s*$/, ""))).toBe(true)
      expect(field.words).toContain((await links.first().innerText()).slice(named.length).trim())
    }),
  )
})
