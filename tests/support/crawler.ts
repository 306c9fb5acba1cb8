import { brotliDecompressSync } from "node:zlib"
import type { HtmlElement } from "html-validate"
import { exchange } from "./http-client.ts"
import { parseHtml } from "./markup.ts"

/** A page that was read. */
export type CrawledPage = {
  /** Path and query. */
  readonly address: string
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  /** Of a redirect. */
  readonly location: string | null
  /** Bytes on the way, as a browser asks for them (Brotli). */
  readonly weight: number
  /** Null for what is no HTML. */
  readonly html: string | null
  /** Null also for pages of which many of the same kind have been looked into. */
  readonly tree: HtmlElement | null
}

/** Reads one address of the portal under `origin`, as whoever the cookie says. */
export async function readPage(
  origin: string,
  address: string,
  { cookie, parsed = true }: { readonly cookie?: string; readonly parsed?: boolean } = {},
): Promise<CrawledPage> {
  const { port, host } = new URL(origin)
  const answer = await exchange(Number(port), address, {
    headers: { Host: host, "Accept-Encoding": "br", Accept: "text/html,*/*", ...(cookie ? { Cookie: cookie } : {}) },
  })
  const type = answer.headers["content-type"] ?? ""
  const bytes = answer.headers["content-encoding"] === "br" ? brotliDecompressSync(answer.body) : answer.body
  const html = type.startsWith("text/html") ? bytes.toString("utf8") : null
  return {
    ...{ address, status: answer.status, type, headers: answer.headers, weight: answer.body.byteLength },
    location: answer.headers.location ?? null,
    html,
    tree: html !== null && parsed ? await parseHtml(html) : null,
  }
}

/** An address of the portal in a link, without its fragment; null for others' and for mail. */
export function internal(origin: string, from: string, href: string): { address: string; fragment: string } | null {
  const url = URL.canParse(href, origin + from) ? new URL(href, origin + from) : null
  if (!url || url.origin !== origin) return null
  return { address: url.pathname + url.search, fragment: decodeURIComponent(url.hash.slice(1)) }
}

/** The values of an attribute of all elements that match, as a browser reads them. */
export const valuesOf = (tree: HtmlElement, selector: string, attribute: string): string[] =>
  tree
    .querySelectorAll(selector)
    .flatMap((element) => element.getAttributeValue(attribute) ?? [])
    .map((value) => value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&"))

/** The words of an element. */
export const wordsOf = (element: HtmlElement | null): string => element?.textContent.replace(/\s+/g, " ").trim() ?? ""

export type Crawl = {
  readonly pages: ReadonlyMap<string, CrawledPage>
  /** Every link that leads to the portal itself, with the page it stands on. */
  readonly links: readonly { readonly from: string; readonly address: string; readonly fragment: string }[]
}

/**
 * Reads every page that a link of the portal leads to, from `start` on. Of each kind of page `mostParsed` are looked
 * into for further links; the rest are read and no more. Views of a page (addresses with a query) are too many even for
 * that: of each kind `mostViews` are read.
 */
export async function crawl(
  origin: string,
  start: readonly string[],
  options: { readonly mostViews: number; readonly mostParsed: number; readonly atOnce: number },
): Promise<Crawl> {
  const pages = new Map<string, CrawledPage>()
  const links: { from: string; address: string; fragment: string }[] = []
  const queue: string[] = []
  const known = new Set<string>()
  const views = new Map<string, number>()
  const parsed = new Map<string, number>()
  const add = (address: string): void => {
    if (known.has(address)) return
    known.add(address)
    const [path = "", query] = address.split("?")
    if (query !== undefined) {
      const shape = `${shapeOf(path)}?${[...new URLSearchParams(query).keys()].sort().join("&")}`
      const read = views.get(shape) ?? 0
      if (read >= options.mostViews) return
      views.set(shape, read + 1)
    }
    queue.push(address)
  }
  for (const address of start) add(address)
  const read = async (address: string): Promise<void> => {
    const shape = shapeOf(address.split("?", 1)[0] ?? "")
    parsed.set(shape, (parsed.get(shape) ?? 0) + 1)
    const page = await readPage(origin, address, { parsed: (parsed.get(shape) ?? 0) <= options.mostParsed })
    pages.set(address, page)
    const targets = page.location
      ? [page.location]
      : page.tree
        ? [...valuesOf(page.tree, "a", "href"), ...valuesOf(page.tree, "link", "href")].concat(
            valuesOf(page.tree, "img", "src"),
          )
        : []
    for (const target of targets) {
      const found = internal(origin, address, target)
      if (!found) continue
      links.push({ from: address, ...found })
      add(found.address)
    }
  }
  for (let next = queue.splice(0, options.atOnce); next.length > 0; next = queue.splice(0, options.atOnce))
    await Promise.all(next.map(read))
  return { pages, links }
}

/** The kind of page that an address is: its parts below the first word stand for any. */
export function shapeOf(path: string): string {
  const [, ...parts] = path.replace(/^\/en(?=\/|$)/, "").split("/")
  const language = /^\/en(\/|$)/.test(path) ? "/en" : ""
  return `${language}/${parts.map((part, index) => (index === 1 ? "*" : part)).join("/")}`
}
