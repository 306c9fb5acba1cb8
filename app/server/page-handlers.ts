import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node"
import { patternOf, routeTable } from "./route-table.ts"

/**
 * A request handler that gives the router only the routes of the page that is asked for. The router lays out, ranks and
 * compiles every route of the build three times per page; with hundreds of addresses in two languages that was more
 * work than the page itself. What has no pattern of its own (other spellings, unknown addresses, the router's manifest)
 * goes to the whole build.
 */
export function pageHandlers(build: ServerBuild, mode: string): RequestHandler {
  const { match } = routeTable(build.routes)
  const ids = idsByPattern(build)
  const whole = createRequestHandler(build, mode)
  const narrow = new Map<string, RequestHandler>()
  return (request, context) => {
    const pattern = match(new URL(request.url).pathname)
    if (pattern === null) return whole(request, context)
    let handler = narrow.get(pattern)
    if (!handler) {
      handler = createRequestHandler(only(build, ids.get(pattern) ?? []), mode)
      narrow.set(pattern, handler)
    }
    return handler(request, context)
  }
}

/** The routes that share each pattern, each with the routes that it stands in. */
function idsByPattern({ routes }: ServerBuild): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const id of Object.keys(routes)) {
    const pattern = patternOf(routes, id)
    if (pattern === null) continue
    const chain = ids.get(pattern) ?? []
    for (let route = routes[id]; route; route = route.parentId === undefined ? undefined : routes[route.parentId])
      if (!chain.includes(route.id)) chain.push(route.id)
    ids.set(pattern, chain)
  }
  return ids
}

const only = (build: ServerBuild, ids: readonly string[]): ServerBuild => ({
  ...build,
  routes: pick(build.routes, ids),
  assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
})

const pick = <T>(all: Readonly<Record<string, T | undefined>>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])))
