import type { IncomingMessage, ServerResponse } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { PageCache } from "../cache/page-cache.server.ts"
import type { ServerLog } from "../log.server.ts"
import { type MetricsDoor, metricsPath } from "../metrics/door.server.ts"
import type { RouteTable } from "../route-table.ts"
import { standingHeaders } from "../security-headers.ts"
import type { Site } from "../site.server.ts"
import type { StaticFiles } from "../static-files.server.ts"
import { KeptTally, type KeptTotals } from "./kept-tally.ts"
import { isOwnHost } from "./own-host.ts"
import { preflight } from "./preflight.ts"
import { isPersonal } from "./request-head.ts"
import { refuseTarget, type TargetRefusal } from "./request-target.ts"
import { sendPage, sendPlain, sendRefusal } from "./send.ts"
import { siteAnswers } from "./site-answer.server.ts"
import { newVisit, type Visit } from "./visit.ts"

/** Told of every answer that did not come out of memory: the pattern of its address (null for none), and no more. */
export type AnswerObserver = (seen: {
  readonly route: string | null
  readonly method: string
  readonly status: number
  readonly seconds: number
}) => void

export type EdgeOptions = {
  readonly site: Site
  /** The portal's origin; readers under another name are sent there. */
  readonly origin: string
  readonly routes: RouteTable
  readonly files: StaticFiles
  /** Null where pages are rendered for each reader (development). */
  readonly cache: PageCache | null
  readonly log: ServerLog
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly observe?: AnswerObserver
  /** Where figures are given out; without it there is no such address. */
  readonly metrics?: MetricsDoor
}

export type Edge = {
  /** For node's `request` event. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Turns the edge towards stopping: answers close their connections from now on. */
  stop(): void
  readonly stopping: () => boolean
  /** Answers under way behind the files and the kept pages. */
  readonly underWay: () => number
  /** Answers out of memory since the start. */
  readonly kept: () => KeptTotals
}

/** Verbs that reach the site. The others are answered here; some cannot even be spelled in a fetch Request. */
const verbs = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
const allowed = [...verbs].join(", ")

/**
 * The first thing a request meets. In this order: kept pages and files under the portal's own name; then, for all
 * others, the shape of the target, the verb, the name of the host; what is left goes to the site.
 */
export function createEdge(options: EdgeOptions): Edge {
  const { site, origin, routes, files, cache, log, observe, metrics } = options
  const ownHost = new URL(origin).host
  const hostIsOwn = isOwnHost(origin)
  const standing = Object.fromEntries(standingHeaders(origin))
  const answer = siteAnswers({ ...options, standing })
  const visits = new WeakMap<object, Visit>()
  const tally = new KeptTally(log)
  const underWay = new Set<ServerResponse>()
  let stopping = false

  const listener = getRequestListener(
    async (_request, { incoming }) => (await answer(visits.get(incoming)!)) ?? RESPONSE_ALREADY_SENT,
    { overrideGlobalObjects: false, hostname: ownHost, errorHandler: () => new Response(null, { status: 400 }) },
  )

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const visit = newVisit(request, response)
    if (stopping) response.shouldKeepAlive = false
    if (visit.reading && visit.head.host === ownHost && sendKept(visit)) return
    const refused = refuseTarget(visit.target)
    response.on("close", () => note(visit, refused === null ? routeOf(visit.path) : null))
    if (answeredHere(visit, refused)) return
    underWay.add(response)
    response.on("close", () => underWay.delete(response))
    visits.set(request, visit)
    void listener(request, response)
  }

  /** The hot path: finished bytes by nothing but the target. */
  function sendKept(visit: Visit): boolean {
    const file = files.get(visit.target)
    const page = file ?? (cache === null || isPersonal(visit.head) ? null : cache.get(visit.target))
    if (!page) return false
    sendPage(visit, page)
    tally.add(visit.response.statusCode, file ? "files" : "pages")
    return true
  }

  /** Whether the request was answered without the site. */
  function answeredHere(visit: Visit, refused: TargetRefusal | null): boolean {
    const { path, method, reading } = visit
    const file = refused === null ? files.get(path) : undefined
    if (refused !== null) sendRefusal(visit, refused, standing)
    else if (method === "OPTIONS") sendPlain(visit, 204, standing, { Allow: allowed, ...preflight(path) })
    else if (!verbs.has(method)) sendRefusal(visit, 405, standing, { Allow: allowed })
    else if (site.probes.has(path)) return false
    else if (metrics && path === metricsPath) giveFigures(visit, metrics)
    else if (!hostIsOwn(visit.head.host)) {
      if (reading) sendPlain(visit, 308, standing, { Location: origin + visit.target })
      else sendRefusal(visit, 421, standing)
    } else if (file === undefined) return false
    else if (reading) sendPage(visit, file)
    else sendRefusal(visit, 405, standing, { Allow: "GET, HEAD" })
    return true
  }

  function giveFigures(visit: Visit, metrics: MetricsDoor): void {
    if (!visit.reading) {
      sendRefusal(visit, 405, standing, { Allow: "GET, HEAD" })
      return
    }
    metrics.answer(visit, standing).catch((error) => {
      log.error({ error, id: visit.id }, "no figures")
      sendRefusal(visit, 500, standing)
    })
  }

  const routeOf = (path: string): string | null =>
    site.probes.has(path) || files.has(path) || (metrics && path === metricsPath) ? path : routes.match(path)

  /** One line per request: no query, no address, no path that is not the portal's own pattern. */
  function note({ id, method, response, started }: Visit, route: string | null): void {
    const ms = Math.round((performance.now() - started) * 10) / 10
    const cut = response.writableFinished ? {} : { cut: true }
    log.info({ id, method, route, status: response.statusCode, ms, ...cut }, "request")
    const label = route !== null && files.has(route) ? "files" : route
    observe?.({ route: label, method, status: response.statusCode, seconds: ms / 1000 })
  }

  return {
    handle,
    stop() {
      stopping = true
      tally.tell()
      for (const response of underWay) response.shouldKeepAlive = false
    },
    stopping: () => stopping,
    underWay: () => underWay.size,
    kept: () => tally.totals,
  }
}
