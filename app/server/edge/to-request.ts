import type { IncomingMessage } from "node:http"

/** Headers that say where a request came through rather than what it asks; nothing behind the edge believes them. */
const dropped = new Set(["host", "connection", "keep-alive", "transfer-encoding", "upgrade", "expect", "te", "trailer"])

/** A header that node let through and that no web request can carry. */
export class UnreadableHeader extends Error {}

/**
 * The request as the site sees it. Its URL starts with the portal's own origin, whatever Host said. Who posts from
 * where is settled here once: a post from the portal's own pages carries the portal's origin, every other carries
 * `Sec-Fetch-Site: cross-site` and no origin, so that a handler's guard can refuse it with a page of its own.
 */
export function toRequest(incoming: IncomingMessage, origin: string, body: ReadableStream<Uint8Array> | null): Request {
  const headers = new Headers()
  const raw = incoming.rawHeaders
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i]!.toLowerCase()
    if (dropped.has(name) || name.startsWith("x-forwarded-") || name.startsWith("x-simpul-")) continue
    try {
      headers.append(name, raw[i + 1]!)
    } catch (cause) {
      throw new UnreadableHeader(name, { cause })
    }
  }
  headers.set("Host", new URL(origin).host)
  const method = incoming.method ?? "GET"
  if (method !== "GET" && method !== "HEAD") settleOrigin(headers, origin)
  return new Request(`${origin}${incoming.url}`, {
    method,
    headers,
    ...(body ? { body, duplex: "half" } : {}),
  } as RequestInit)
}

/** The request for a page that is the same for every visitor: nothing of this one is left in it. */
export function toAnonymousRequest(target: string, origin: string): Request {
  return new Request(`${origin}${target}`, { headers: { Host: new URL(origin).host, Accept: "*/*" } })
}

/** Sets `Origin` and `Sec-Fetch-Site` to what they prove: the portal itself, or somewhere else. */
export function settleOrigin(headers: Headers, origin: string): void {
  const site = headers.get("Sec-Fetch-Site")
  const own = site === null ? headers.get("Origin") === origin : site === "same-origin"
  headers.delete("Origin")
  if (own) headers.set("Origin", origin)
  headers.set("Sec-Fetch-Site", own ? "same-origin" : "cross-site")
}
