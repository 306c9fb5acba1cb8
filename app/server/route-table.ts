/** The parts of a Remix route manifest that say where its pages stand. */
export type RouteManifest = Readonly<
  Record<
    string,
    | {
        readonly id: string
        readonly parentId?: string | undefined
        readonly path?: string | undefined
        readonly index?: boolean | undefined
      }
    | undefined
  >
>

/** The URL patterns of the site, as the edge needs them: names for the log, and which paths may be kept. */
export type RouteTable = {
  /** The pattern that `path` stands under (`/kesepakatan/:code`), spelled exactly so; null for no page of its own. */
  match(path: string): string | null
}

/**
 * Compiles a route manifest. Matching minds upper and lower case, unlike the router: `/MASUK` is shown, but has no
 * pattern. Static words come before parameters. A catch-all route (`/bantuan/panduan/*`) is a page where everything
 * below it is its own; one that takes what others leave over is none.
 */
export function routeTable(routes: RouteManifest): RouteTable {
  const all = [...new Set(Object.keys(routes).flatMap((id) => patternOf(routes, id) ?? []))]
  const patterns = all
    .filter((pattern) => !pattern.includes("*") || isAlone(pattern, all))
    .sort((a, b) => rank(b) - rank(a))
    .map((pattern) => ({ pattern, expression: expressionOf(pattern) }))
  return {
    match(path) {
      const page = path.endsWith(".data") ? path.slice(0, -5).replace(/^\/_root$/, "/") : path
      return patterns.find(({ expression }) => expression.test(page))?.pattern ?? null
    },
  }
}

/** The pattern that the route `id` stands under; null for a layout without a page of its own. */
export function patternOf(routes: RouteManifest, id: string): string | null {
  const parts: string[] = []
  for (let route = routes[id]; route; route = route.parentId === undefined ? undefined : routes[route.parentId])
    if (route.path) parts.unshift(route.path)
  const route = routes[id]
  if (route?.path === undefined && !route?.index) return null
  return `/${parts.join("/")}`.replaceAll(/\/+/g, "/").replace(/(?<=.)\/$/, "")
}

/** Whether a catch-all pattern has everything below it for itself. */
const isAlone = (pattern: string, all: readonly string[]): boolean =>
  pattern.endsWith("/*") && all.every((other) => other === pattern || !other.startsWith(pattern.slice(0, -1)))

const rank = (pattern: string): number => {
  let score = 0
  for (const part of pattern.split("/")) score = score * 3 + (part.startsWith(":") ? 1 : 2)
  return score
}

function expressionOf(pattern: string): RegExp {
  if (pattern === "/") return /^\/$/
  const parts = pattern
    .slice(1)
    .split("/")
    .map((part) => {
      if (part === "*") return "/.+"
      const optional = part.endsWith("?")
      const word = optional ? part.slice(0, -1) : part
      const source = word.startsWith(":") ? "/[^/]+" : `/${word.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")}`
      return optional ? `(?:${source})?` : source
    })
  return new RegExp(`^${parts.join("")}$`)
}
