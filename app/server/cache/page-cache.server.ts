import type { CacheKey } from "./cache-key.ts"
import { cacheMarkHeader, parseCacheMark } from "./cache-mark.ts"
import type { Freshness } from "./freshness.ts"
import { makePage, type Page } from "./page.server.ts"

type Entry = { readonly page: Page; readonly epoch: number; readonly until: number; used: boolean }
type Flight = { readonly epoch: number; readonly landed: Promise<Page | null> }

/** Either a page that every visitor may have, or a response for this one alone. */
export type Answer = { readonly page: Page } | { readonly response: Response }

export type PageCacheOptions = {
  readonly freshness: Freshness
  /** Upper bound of all bodies together. */
  readonly maxBytes?: number
  /** Milliseconds since 1970; moves entries past their `until`. */
  readonly now?: () => number
}

/** A single page above this stays out: it would push out hundreds of others. */
const largestPage = 2 * 1024 * 1024

/**
 * Public pages as finished bytes. An entry lives until the freshness moves on or its own time is over. Pages are
 * rendered once however many ask at the same time, and what began before an invalidation is never kept.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>()
  readonly #flights = new Map<string, Flight>()
  /** Keys whose last answer was not public: their readers do not wait for each other. */
  readonly #personal = new Set<string>()
  readonly #freshness: Freshness
  readonly #maxBytes: number
  readonly #now: () => number
  #bytes = 0
  #renders = 0

  constructor(options: PageCacheOptions) {
    this.#freshness = options.freshness
    this.#maxBytes = options.maxBytes ?? 64 * 1024 * 1024
    this.#now = options.now ?? Date.now
  }

  /** Bytes and number of pages held. */
  get size(): { readonly bytes: number; readonly pages: number } {
    return { bytes: this.#bytes, pages: this.#entries.size }
  }

  /** How often a page had to be rendered because none was kept. */
  get renders(): number {
    return this.#renders
  }

  /** The page kept under `key`, if it still stands. */
  get(key: string): Page | null {
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    const standing =
      entry.epoch === this.#freshness.epoch() &&
      this.#freshness.trusted() &&
      (entry.until === Number.POSITIVE_INFINITY || this.#now() < entry.until)
    if (!standing) {
      this.#remove(key, entry)
      return null
    }
    entry.used = true
    return entry.page
  }

  /**
   * Answers a visitor's GET through `render`, which must come without the visitor's cookies. Readers of one key who
   * arrive while it is being rendered share the result; a render that was not public answers its own reader only.
   */
  async answer(key: CacheKey, render: () => Promise<Response>): Promise<Answer> {
    if (!this.#freshness.trusted() || this.#personal.has(key.key)) return this.#settle(key, await render())
    const epoch = this.#freshness.epoch()
    const flight = this.#flights.get(key.key)
    if (flight !== undefined && flight.epoch === epoch) {
      const page = await flight.landed
      return page === null ? this.#settle(key, await render()) : { page }
    }
    return this.#lead(key, epoch, render)
  }

  async #lead(key: CacheKey, epoch: number, render: () => Promise<Response>): Promise<Answer> {
    let land: (page: Page | null) => void = () => {}
    const flight: Flight = { epoch, landed: new Promise((resolve) => (land = resolve)) }
    this.#flights.set(key.key, flight)
    let page: Page | null = null
    this.#renders += 1
    try {
      const response = await render()
      const kept = await publicPage(key, response)
      if (kept === null) {
        this.#notePersonal(key.key)
        return { response }
      }
      page = kept.page
      if (epoch === this.#freshness.epoch() && this.#freshness.trusted()) this.#keep(key.key, page, epoch, kept.until)
      return { page }
    } finally {
      if (this.#flights.get(key.key) === flight) this.#flights.delete(key.key)
      land(page)
    }
  }

  /** An answer outside single flight. It turns a key back into a shared one when its page has become public. */
  #settle(key: CacheKey, response: Response): Answer {
    if (response.status === 200 && parseCacheMark(response.headers.get(cacheMarkHeader)) !== null)
      this.#personal.delete(key.key)
    return { response }
  }

  #notePersonal(key: string): void {
    if (this.#personal.size >= 1000) this.#personal.clear()
    this.#personal.add(key)
  }

  #keep(key: string, page: Page, epoch: number, until: number): void {
    if (page.bytes > largestPage || page.bytes > this.#maxBytes || this.#now() >= until) return
    const before = this.#entries.get(key)
    if (before) this.#remove(key, before)
    this.#entries.set(key, { page, epoch, until, used: false })
    this.#bytes += page.bytes
    this.#makeRoom()
  }

  /** Second chance: the oldest goes, unless somebody read it since it was last looked at. */
  #makeRoom(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return
      if (entry.used && entry.epoch === this.#freshness.epoch()) {
        entry.used = false
        this.#entries.delete(key)
        this.#entries.set(key, entry)
      } else this.#remove(key, entry)
    }
  }

  #remove(key: string, entry: Entry): void {
    if (this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.page.bytes
  }
}

/** Headers that are written anew for a kept page, or that belong to the connection. */
const notKept = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
  "x-request-id",
])

type Kept = { readonly page: Page; readonly until: number }

/** The page in a response that every visitor may have; null, with the body unread, where it is not public. */
async function publicPage(key: CacheKey, response: Response): Promise<Kept | null> {
  const mark = parseCacheMark(response.headers.get(cacheMarkHeader))
  if (mark === null || response.status !== 200 || response.headers.has("Set-Cookie")) return null
  if (/'nonce-/.test(response.headers.get("Content-Security-Policy") ?? "")) return null
  if (response.headers.has("Content-Encoding")) return null
  if (!key.names.every((name) => mark.query.has(name))) return null
  const body = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.delete(cacheMarkHeader)
  headers.set("Cache-Control", "no-cache")
  headers.set("Vary", "Cookie, Accept-Encoding")
  const flat: string[] = []
  for (const [name, value] of headers) if (!notKept.has(name)) flat.push(name, value)
  return { page: await makePage(body, flat), until: mark.until }
}
