/** Only plain paths are kept: an escaped or doubled character is another spelling of a page that has one. */
const plainPath = /^(?:\/[A-Za-z0-9._~-]+)*\/?$/

/** The name under which a page is kept, and the query parameters that took part. */
export type CacheKey = { readonly key: string; readonly path: string; readonly names: readonly string[] }

/**
 * The key of a request target: its path, and its query sorted by name. Null where the page must not be kept at all:
 * escapes in the path, a name twice, more than eight parameters, a data request of the router.
 */
export function cacheKeyOf(target: string): CacheKey | null {
  const at = target.indexOf("?")
  const path = at < 0 ? target : target.slice(0, at)
  if (!plainPath.test(path) || (path.length > 1 && path.endsWith("/")) || path.endsWith(".data")) return null
  if (at < 0) return { key: path, path, names: [] }
  const pairs = [...new URLSearchParams(target.slice(at + 1))]
  if (pairs.length === 0) return { key: path, path, names: [] }
  if (pairs.length > 8) return null
  const names = pairs.map(([name]) => name).sort()
  if (new Set(names).size !== names.length) return null
  const query = new URLSearchParams(pairs.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  return { key: `${path}?${query}`, path, names }
}
