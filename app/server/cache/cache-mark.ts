/** Internal header by which a route says that its answer is the same for every visitor. It never leaves the server. */
export const cacheMarkHeader = "X-Simpul-Cache"

/**
 * `public` and, separated by `;`, optionally
 * `query=name name` (query parameters that the page understands; with any other it is not kept) and
 * `until=2026-01-31T17:00:00.000Z` (instant at which the page changes by itself).
 */
export type CacheMark = { readonly query: ReadonlySet<string>; readonly until: number }

/** The mark in a header value, or null where the answer is not marked as public. A mark that is not understood counts as none. */
export function parseCacheMark(value: string | null): CacheMark | null {
  if (value === null) return null
  const [kind, ...parameters] = value.split(";").map((part) => part.trim())
  if (kind !== "public") return null
  let query = new Set<string>()
  let until = Number.POSITIVE_INFINITY
  for (const parameter of parameters) {
    const at = parameter.indexOf("=")
    const name = parameter.slice(0, at)
    const text = parameter.slice(at + 1)
    if (name === "query") query = new Set(text.split(/\s+/).filter((word) => word !== ""))
    else if (name === "until" && !Number.isNaN(Date.parse(text))) until = Date.parse(text)
    else return null
  }
  return { query, until }
}
