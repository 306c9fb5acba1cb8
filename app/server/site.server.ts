import { randomBytes } from "node:crypto"
import type { ServerBuild } from "@remix-run/node"
import { createRequestHandler } from "@remix-run/node"
import { Hono } from "hono"
import type { AppServices } from "#app/domain/kernel/context.ts"
import type { LoadContext } from "#app/http/load-context.ts"
import { cacheMarkHeader } from "./cache/cache-mark.ts"
import { edgePage } from "./edge/edge-page.ts"
import type { Readiness } from "./health.server.ts"
import { pageHandlers } from "./page-handlers.ts"
import { secure, standingHeaders } from "./security-headers.ts"

/** What the edge knows of a request and the site needs. */
export type Arrival = { readonly requestId: string; readonly clientAddress: string }

export type SiteOptions = {
  readonly services: AppServices
  /** The Remix build; a function where it changes while the server runs (development). */
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  readonly readiness: () => Promise<Readiness>
  readonly mode?: "production" | "development" | "test"
}

/** The site behind the edge: one request in, one whole answer out. Nothing here knows sockets or the page cache. */
export type Site = {
  fetch(request: Request, arrival: Arrival): Promise<Response>
  /** Paths that answer under any Host name. */
  readonly probes: ReadonlySet<string>
}

/** Paths that answer under any Host name. */
export const siteProbes: ReadonlySet<string> = new Set(["/healthz", "/readyz"])

/** Puts the site together: probes, the load context of Remix, the headers that handlers added, security headers. */
export function createSite({ services, build, readiness, mode = "production" }: SiteOptions): Site {
  const remix = typeof build === "function" ? createRequestHandler(build, mode) : pageHandlers(build, mode)
  const standing = standingHeaders(services.settings.appUrl)
  const site = new Hono<{ Bindings: Arrival }>()

  site.get("/healthz", (c) => c.json({ alive: true }, 200, { "Cache-Control": "no-store" }))
  site.get("/readyz", async (c) => {
    const state = await readiness()
    return c.json(state, state.ready ? 200 : 503, { "Cache-Control": "no-store" })
  })
  site.all("*", async (c) => {
    const responseHeaders = new Headers()
    const context: LoadContext = {
      ...services,
      requestId: c.env.requestId,
      clientAddress: c.env.clientAddress,
      nonce: randomBytes(16).toString("base64url"),
      responseHeaders,
    }
    const response = await remix(withoutForeignOrigin(c.req.raw, services.settings.appUrl), context)
    return withHeaders(response, responseHeaders)
  })
  site.onError((error, c) => {
    services.log.error({ error, requestId: c.env.requestId }, "a request failed outside its handlers")
    const page = edgePage(500, new URL(c.req.url).pathname, c.env.requestId)
    return new Response(page.body, { status: 500, headers: page.headers })
  })

  return {
    async fetch(request, arrival) {
      const response = await site.fetch(request, arrival)
      const headers = new Headers(response.headers)
      finish(headers, response.status, arrival.requestId)
      secure(headers, standing)
      // Vite adds inline styles and a socket of its own to every page.
      if (mode === "development") headers.delete("Content-Security-Policy")
      return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
    },
    probes: siteProbes,
  }
}

/**
 * Remix meets an `Origin` that is not its host with a fault (500). Our own guard refuses such a request with 403 and a
 * page in the reader's language, and needs no more than to see that the portal's origin is not there.
 */
function withoutForeignOrigin(request: Request, appUrl: string): Request {
  const origin = request.headers.get("Origin")
  if (origin === null || origin === appUrl) return request
  const headers = new Headers(request.headers)
  headers.delete("Origin")
  return new Request(request, { headers })
}

/** Adds what handlers left in the load context: cookies beside each other, everything else in place of what was there. */
function withHeaders(response: Response, added: Headers): Response {
  if ([...added.keys()].length === 0) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of added)
    if (name === "set-cookie") headers.append(name, value)
    else headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

/** The last touch on every answer. An error is nobody's public page; what says nothing about keeping is not kept. */
function finish(headers: Headers, status: number, requestId: string): void {
  if (status !== 200) headers.delete(cacheMarkHeader)
  if (!headers.has("Cache-Control"))
    headers.set("Cache-Control", headers.has(cacheMarkHeader) ? "no-cache" : "no-store")
  headers.set("X-Request-Id", requestId)
}
