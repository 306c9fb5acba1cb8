import { type CacheKey, cacheKeyOf } from "../cache/cache-key.ts"
import { cacheMarkHeader } from "../cache/cache-mark.ts"
import { encodingOf } from "../cache/encoding.ts"
import type { PageCache } from "../cache/page-cache.server.ts"
import type { ServerLog } from "../log.server.ts"
import type { RouteTable } from "../route-table.ts"
import type { Arrival, Site } from "../site.server.ts"
import { bodyLimitOf, bodyLimits, type CountedBody, countedBody, hasBody } from "./body-stream.ts"
import { clientAddressReader } from "./client-address.ts"
import { compressed } from "./compressed.ts"
import type { EdgeStatus } from "./edge-page.ts"
import { isPersonal } from "./request-head.ts"
import { sendPage, sendRefusal } from "./send.ts"
import { toAnonymousRequest, toRequest, UnreadableHeader } from "./to-request.ts"
import { UploadGate } from "./upload-gate.ts"
import type { Visit } from "./visit.ts"

export type SiteAnswerOptions = {
  readonly site: Site
  readonly origin: string
  readonly routes: RouteTable
  readonly cache: PageCache | null
  readonly log: ServerLog
  readonly trustedProxies: readonly string[]
  readonly standing: Readonly<Record<string, string>>
}

/** Makes the function that gets a visit its answer from the site, or writes it itself and answers null. */
export function siteAnswers(options: SiteAnswerOptions): (visit: Visit) => Promise<Response | null> {
  const { site, origin, routes, cache, log, standing } = options
  const addressOf = clientAddressReader(options.trustedProxies)
  const gate = new UploadGate()

  return async (visit) => {
    const { request, response, head } = visit
    const refuse = (status: EdgeStatus, more?: Record<string, string>): null => {
      sendRefusal(visit, status, standing, more)
      return null
    }
    const arrival: Arrival = {
      requestId: visit.id,
      clientAddress: addressOf(request.socket.remoteAddress ?? "", forwardedFor(visit)),
    }
    let body: CountedBody | null = null
    if (hasBody(request) && !visit.reading) {
      const limit = bodyLimitOf(request.headers["content-type"])
      const announced = Number(request.headers["content-length"] ?? 0)
      if (announced > limit) return refuse(413)
      if (limit > bodyLimits.form && (announced === 0 || announced > bodyLimits.form)) {
        const leave = gate.enter(arrival.clientAddress)
        if (leave === null) return refuse(429, { "Retry-After": "5" })
        response.on("close", leave)
      }
      if (request.headers.expect !== undefined) response.writeContinue()
      body = countedBody(request, limit)
    }
    try {
      const key = shareableKey(visit)
      if (key !== null) return await sharedAnswer(visit, key, arrival)
      const answer = await site.fetch(toRequest(request, origin, body?.stream ?? null), arrival)
      if (body?.tooLarge()) return refuse(413)
      return squeezed(visit, forOne(answer, isPersonal(head)))
    } catch (error) {
      if (body?.tooLarge()) return refuse(413)
      if (error instanceof UnreadableHeader) return refuse(400)
      if (!response.destroyed) log.error({ error, id: visit.id, route: routes.match(visit.path) }, "no answer")
      return refuse(500)
    }
  }

  /** The key under which this visit may share a page with others, or null. */
  function shareableKey(visit: Visit): CacheKey | null {
    if (cache === null || !visit.reading || isPersonal(visit.head)) return null
    const key = cacheKeyOf(visit.target)
    return key !== null && routes.match(key.path) !== null ? key : null
  }

  async function sharedAnswer(visit: Visit, key: CacheKey, arrival: Arrival): Promise<Response | null> {
    const render = () => site.fetch(toAnonymousRequest(key.key, origin), arrival)
    const kept = cache!.get(key.key)
    const answer = kept ? { page: kept } : await cache!.answer(key, render)
    if ("response" in answer) return squeezed(visit, forOne(answer.response, false))
    sendPage(visit, answer.page)
    return null
  }
}

/** A response for its own reader: the public mark goes, and with a session nothing on the way may keep the page. */
function forOne(response: Response, personal: boolean): Response {
  const { headers } = response
  if (!headers.has(cacheMarkHeader)) return response
  headers.delete(cacheMarkHeader)
  headers.append("Vary", "Cookie")
  if (personal) headers.set("Cache-Control", "no-store")
  return response
}

function squeezed({ method, head }: Visit, response: Response): Response {
  if (method !== "HEAD") return compressed(response, encodingOf(head.acceptEncoding))
  response.body?.cancel().catch(() => {})
  return new Response(null, response)
}

function forwardedFor({ request }: Visit): string | undefined {
  const value = request.headers["x-forwarded-for"]
  return Array.isArray(value) ? value.join(", ") : value
}
