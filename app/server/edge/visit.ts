import type { IncomingMessage, ServerResponse } from "node:http"
import { type RequestHead, readHead } from "./request-head.ts"
import { newRequestId } from "./request-id.ts"

/** One request on its way through the edge. */
export type Visit = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** As on the request line: path and query. */
  readonly target: string
  /** The target without its query, still escaped. */
  readonly path: string
  readonly method: string
  /** GET or HEAD. */
  readonly reading: boolean
  readonly head: RequestHead
  readonly id: string
  /** Milliseconds of the monotonic clock. */
  readonly started: number
}

export function newVisit(request: IncomingMessage, response: ServerResponse): Visit {
  const target = request.url ?? ""
  const at = target.indexOf("?")
  const method = request.method ?? ""
  return {
    request,
    response,
    target,
    path: at < 0 ? target : target.slice(0, at),
    method,
    reading: method === "GET" || method === "HEAD",
    head: readHead(request.rawHeaders),
    id: newRequestId(),
    started: performance.now(),
  }
}
