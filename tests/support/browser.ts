import chromium from "@sparticuz/chromium"
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core"

/**
 * Chromium out of its npm package, with our own flags: its default list holds `--single-process`, which dies at the
 * second context. `CHROMIUM_PATH` names another browser where the packaged one does not fit. Pictures can be left out.
 */
export async function launchBrowser({ pictures = true }: { readonly pictures?: boolean } = {}): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.CHROMIUM_PATH || (await chromium.executablePath()),
    args: [
      "--no-sandbox",
      "--headless=shell",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(pictures ? [] : ["--blink-settings=imagesEnabled=false"]),
    ],
  })
}

export type Theme = "light" | "dark"
export const widths = [390, 1280] as const
export type Width = (typeof widths)[number]

export type Viewing = { readonly width?: Width; readonly theme?: Theme; readonly javaScript?: boolean }

/** Somebody's browser: his own cookies, one screen, one theme. Fails on anything the page's console calls an error. */
export async function openContext(browser: Browser, origin: string, viewing: Viewing = {}): Promise<BrowserContext> {
  const width = viewing.width ?? 1280
  return browser.newContext({
    baseURL: origin,
    viewport: { width, height: width === 390 ? 844 : 900 },
    deviceScaleFactor: 1,
    colorScheme: viewing.theme ?? "light",
    // Colours that glide from one theme into the other would be measured half-way.
    reducedMotion: "reduce",
    javaScriptEnabled: viewing.javaScript ?? true,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    acceptDownloads: true,
  })
}

/** Signs in through the page itself. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/masuk")
  await page.fill("#email", email)
  await page.fill("#password", password)
  await Promise.all([page.waitForURL(/ruang-kerja/), page.click("main form button[type=submit]")])
}
