import { localFreshness } from "#app/server/cache/freshness.ts"
import { PageCache } from "#app/server/cache/page-cache.server.ts"
import { createEdge, type Edge, type EdgeOptions } from "#app/server/edge/edge.server.ts"
import { type Listening, listen } from "#app/server/listen.server.ts"
import { createLog } from "#app/server/log.server.ts"
import { routeTable } from "#app/server/route-table.ts"
import { standingHeaders } from "#app/server/security-headers.ts"
import { type Site, siteProbes } from "#app/server/site.server.ts"
import { closeAfterTest } from "#tests/support/closing.ts"
import { type Call, type Exchange, exchange } from "#tests/support/http-client.ts"

export const origin = "http://portal.test"

export type Harness = {
  readonly edge: Edge
  readonly listening: Listening
  readonly port: number
  readonly cache: PageCache
  readonly freshness: ReturnType<typeof localFreshness>
  /** Log lines, parsed. */
  readonly lines: Record<string, unknown>[]
  /** A request under the portal's own name. */
  call(path: string, call?: Call): Promise<Exchange>
}

/** The edge on a real port in front of a site that the test writes. */
export async function startEdge(fetch: Site["fetch"], overrides: Partial<EdgeOptions> = {}): Promise<Harness> {
  const freshness = localFreshness()
  const cache = new PageCache({ freshness })
  const lines: Record<string, unknown>[] = []
  const { log } = createLog("info", { write: (line: string) => lines.push(JSON.parse(line)) })
  const at = overrides.origin ?? origin
  const edge = createEdge({
    site: { fetch, probes: siteProbes },
    origin: at,
    routes: routeTable({
      home: { id: "home", path: "/" },
      list: { id: "list", path: "kesepakatan" },
      one: { id: "one", path: "kesepakatan/:code" },
      upload: { id: "upload", path: "verifikasi" },
      token: { id: "token", path: "daftar/verifikasi/:token" },
    }),
    files: new Map(),
    cache,
    log,
    trustedProxies: [],
    ...overrides,
  })
  const listening = await listen(edge, { host: "127.0.0.1", port: 0 })
  closeAfterTest(() => listening.stop(0))
  const host = new URL(at).host
  return {
    edge,
    listening,
    port: listening.port,
    cache,
    freshness,
    lines,
    call: (path, call = {}) =>
      exchange(listening.port, path, { ...call, headers: { Host: host, Connection: "close", ...call.headers } }),
  }
}

/** A page as a public route answers it. */
export const publicPage = (text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "X-Simpul-Cache": "public",
      ...Object.fromEntries(standingHeaders(origin)),
      ...headers,
    },
  })
