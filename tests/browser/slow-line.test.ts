import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser, openContext } from "#tests/support/browser.ts"
import { startDemoPortal } from "#tests/support/demo-portal.ts"
import type { Portal } from "#tests/support/portal.ts"
import { demoRows } from "./demo-rows.ts"

/** A telephone at the edge of its network. */
const line = { bitsPerSecond: 250_000, roundTripMs: 300 }
/** TCP and TLS 1.3 before the first request can leave. */
const greetings = 2
const readableWithinMs = 2500

/** In the page: when it first painted something of its content. */
const firstPaint = `new Promise((resolve) => new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName("first-contentful-paint")
  if (paint) resolve(paint.startTime)
}).observe({ type: "paint", buffered: true }))`

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

/**
 * What is asserted is arithmetic over what the browser really fetched before it could show text: round trips and bytes,
 * so that no machine's speed has a say. The browser's own figure on the emulated line is measured along and printed.
 * Bytes are counted with their headers; at this rate the line is full before TCP's first window is, so nothing else waits.
 */
test.each(["/", "/kesepakatan", "/kesepakatan/:agreement"])(
  "the text of %s is there on a slow line",
  async (pattern) => {
    const context = await openContext(browser, portal.origin, { width: 390 })
    const page = await context.newPage()
    const network = await context.newCDPSession(page)
    await network.send("Network.enable")
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: line.roundTripMs,
      downloadThroughput: line.bitsPerSecond / 8,
      uploadThroughput: line.bitsPerSecond / 8,
    })
    const requests = new Map<string, { url: string; type: string; startedBy: string; bytes: number }>()
    network.on("Network.requestWillBeSent", ({ requestId, request, type, initiator }) => {
      requests.set(requestId, { url: request.url, type: type ?? "", startedBy: initiator.url ?? "", bytes: 0 })
    })
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId)
      if (request) request.bytes = encodedDataLength
    })
    const address = demoRows(portal.dataDir)(pattern)
    await page.goto(address, { waitUntil: "load" })
    const paintedAt = Number(await page.evaluate(firstPaint))
    const blocking = (await page.evaluate(
      "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name)",
    )) as string[]
    await context.close()

    const before = [...requests.values()].filter(({ type, url }) => type === "Document" || blocking.includes(url))
    const [document, ...styles] = before
    expect(document?.type).toBe("Document")
    // One style sheet, asked for by the document itself: no chain of requests stands before the text.
    expect(styles.map(({ type, startedBy }) => [type, new URL(startedBy).pathname])).toEqual([["Stylesheet", address]])
    const bytes = before.reduce((sum, one) => sum + one.bytes, 0)
    expect(bytes).toBeGreaterThan(10_000)
    const expectedMs = (greetings + before.length) * line.roundTripMs + (bytes * 8 * 1000) / line.bitsPerSecond
    console.info(
      `${address}: ${bytes} bytes in ${before.length} requests before text: ${Math.round(expectedMs)} ms by arithmetic, ${Math.round(paintedAt)} ms measured`,
    )
    expect(paintedAt).toBeGreaterThan(0)
    expect(expectedMs).toBeLessThan(readableWithinMs)
  },
)
