import type { IncomingMessage, OutgoingHttpHeaders } from "node:http"
import { encodingOf } from "../cache/encoding.ts"
import { namesEtag, type Page, requestIdSlot } from "../cache/page.server.ts"
import { hasBody } from "./body-stream.ts"
import { type EdgeStatus, edgePage } from "./edge-page.ts"
import type { Visit } from "./visit.ts"

/** Writes finished bytes, or 304 where the reader has them. The header lists are the page's own: nothing is copied. */
export function sendPage({ response, method, head, id }: Visit, page: Page): void {
  const variant = page.variants[encodingOf(head.acceptEncoding)]
  if (head.ifNoneMatch !== undefined && namesEtag(head.ifNoneMatch, variant.etag)) {
    variant.notModified[requestIdSlot] = id
    response.writeHead(304, flat(variant.notModified))
    response.end()
    return
  }
  variant.headers[requestIdSlot] = id
  response.writeHead(200, flat(variant.headers))
  if (method === "HEAD") response.end()
  else response.end(variant.body, "latin1")
}

/** node writes a list of names and values as it stands; its types only name the object form beside an array of numbers and texts. */
const flat = (headers: string[]) => headers as unknown as OutgoingHttpHeaders

/** The edge's own page for `status`. */
export function sendRefusal(
  visit: Visit,
  status: EdgeStatus,
  standing: HeaderRecord,
  more: Record<string, string> = {},
): void {
  const page = edgePage(status, visit.target, visit.id)
  sendPlain(visit, status, standing, { ...page.headers, ...more }, page.body)
}

type HeaderRecord = Readonly<Record<string, string>>

/** A small answer from the edge itself. What the client is still sending is read away for a moment, so that the answer reaches him. */
export function sendPlain(
  visit: Visit,
  status: number,
  standing: HeaderRecord,
  headers: HeaderRecord,
  body = "",
): void {
  const { request, response, method, id } = visit
  if (response.headersSent || response.destroyed) return
  const unread = !request.complete && hasBody(request)
  if (unread) response.shouldKeepAlive = false
  response.writeHead(status, {
    "X-Request-Id": id,
    ...standing,
    "Cache-Control": "no-store",
    ...headers,
    ...(status === 204 ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  })
  response.end(method === "HEAD" ? undefined : body)
  if (unread) readAway(request)
}

/** Reads and drops the rest of a body, for two seconds and 64 MiB at most; then the connection goes. */
function readAway(request: IncomingMessage): void {
  let left = 64 * 1024 * 1024
  const giveUp = () => request.socket.destroy()
  const timer = setTimeout(giveUp, 2000)
  timer.unref()
  request.on("data", (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) giveUp()
  })
  request.on("close", () => clearTimeout(timer))
  request.on("end", () => clearTimeout(timer))
  request.resume()
}
