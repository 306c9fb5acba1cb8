import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { translator } from "#app/i18n/messages.ts"
import { launchBrowser, openContext, signIn } from "./browser.ts"
import { startDemoPortal } from "./demo-portal.ts"
import { demoPassword, type Portal } from "./portal.ts"

/** Somebody at a browser of his own, who sees Indonesian pages and presses what he reads. */
export type Reader = {
  readonly page: Page
  readonly context: BrowserContext
  open(path: string): Promise<void>
  /** Types into the control of this name, or chooses in it. */
  fill(values: Readonly<Record<string, string>>): Promise<void>
  /** Ticks the choice `value` of the control `name`. */
  tick(name: string, value?: string): Promise<void>
  attach(name: string, file: { name: string; bytes: Uint8Array }): Promise<void>
  /** Presses the button with these words and waits for the page that answers. */
  press(words: string): Promise<void>
  /** Follows the link with these words. */
  follow(words: string): Promise<void>
  /** What the page's main part says. */
  words(): Promise<string>
}

export type Stage = {
  readonly portal: Portal
  /** Somebody with a browser; signed in where an address is given. */
  reader(options?: { email?: string; password?: string; javaScript?: boolean }): Promise<Reader>
  close(): Promise<void>
}

/** The words of the Indonesian catalogue under `key`, as a reader sees them. */
export const says = translator("id")

/** A portal with the demonstration network and a browser, for the stories of one file. */
export async function openStage(): Promise<Stage> {
  const portal = await startDemoPortal()
  const browser: Browser = await launchBrowser().catch(async (error: unknown) => {
    await portal.stop()
    throw error
  })
  const folder = mkdtempSync(join(tmpdir(), "simpul-story-"))
  return {
    portal,
    async reader({ email, password = demoPassword, javaScript = true } = {}) {
      const context = await openContext(browser, portal.origin, { javaScript })
      const page = await context.newPage()
      if (email) await signIn(page, email, password)
      return readerOf(page, context, folder)
    },
    async close() {
      await browser.close()
      await portal.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readerOf(page: Page, context: BrowserContext, folder: string): Reader {
  const named = (name: string) => page.locator(`main [name="${name}"]:not([type=hidden])`)
  const answered = async (act: () => Promise<void>) => {
    const [response] = await Promise.all([
      page.waitForResponse((candidate) => candidate.request().isNavigationRequest() && !isRedirect(candidate.status())),
      act(),
    ])
    await page.waitForLoadState("load")
    if (response.status() >= 500) throw new Error(`${response.status()} from ${response.url()}`)
  }
  return {
    page,
    context,
    async open(path) {
      await page.goto(path)
    },
    async fill(values) {
      for (const [name, value] of Object.entries(values)) {
        const control = named(name)
        const tag = await control.first().evaluate((element) => element.tagName)
        if (tag === "SELECT") await control.selectOption(value)
        else await control.fill(value)
      }
    },
    async tick(name, value) {
      await page.locator(`main [name="${name}"]${value === undefined ? "" : `[value="${value}"]`}`).check()
    },
    async attach(name, { name: fileName, bytes }) {
      const path = join(folder, fileName)
      writeFileSync(path, bytes)
      await named(name).setInputFiles(path)
    },
    press: (words) =>
      answered(() => page.locator("main").getByRole("button", { name: words, exact: true }).first().click()),
    follow: (words) =>
      answered(() => page.locator("main").getByRole("link", { name: words, exact: true }).first().click()),
    words: async () => (await page.locator("main").innerText()).replace(/\s+/g, " "),
  }
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400
