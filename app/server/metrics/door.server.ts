import { createHash, timingSafeEqual } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Registry } from "prom-client"
import { isLoopback } from "#app/env.server.ts"
import { sendPlain } from "../edge/send.ts"
import type { Visit } from "../edge/visit.ts"

export const metricsPath = "/metrics"

export type MetricsDoor = {
  /** Answers a GET or HEAD of the figures, or refuses it. */
  answer(visit: Visit, standing: Readonly<Record<string, string>>): Promise<void>
}

/**
 * Lets in whoever brings the token as `Authorization: Bearer …`, and programs on this very machine. Anybody else gets
 * 401 where there is a token, and where there is none an address that does not exist.
 */
export function metricsDoor(registry: Registry, token: string | undefined): MetricsDoor {
  return {
    async answer(visit, standing) {
      const { authorization } = visit.request.headers
      if (!(token !== undefined && bears(authorization, token)) && !comesFromHere(visit.request)) {
        if (token === undefined) sendPlain(visit, 404, standing, {})
        else sendPlain(visit, 401, standing, { "WWW-Authenticate": 'Bearer realm="metrics"' })
        return
      }
      const body = await registry.metrics()
      sendPlain(visit, 200, standing, { "Content-Type": registry.contentType }, body)
    },
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Compared by hash, in a time that says nothing about where two tokens differ. */
function bears(authorization: string | undefined, token: string): boolean {
  const brought = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1]
  return brought !== undefined && timingSafeEqual(digest(brought), digest(token))
}

/** What proxies add: whoever came through one is not from here, though the proxy may be. */
const forwarding = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]

/**
 * Whether a request began on this machine: the socket's other end is loopback, no proxy says that it passes somebody
 * on, and the name asked for is a loopback name (a proxy that passes `Host` on, and a page that resolves its own name
 * to 127.0.0.1, ask for another).
 */
function comesFromHere(request: IncomingMessage): boolean {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/i, "")
  if (!isLoopback(peer) || forwarding.some((name) => request.headers[name] !== undefined)) return false
  const host = `http://${request.headers.host ?? ""}`
  return URL.canParse(host) && isLoopback(new URL(host).hostname.replace(/^\[(.*)\]$/, "$1"))
}
