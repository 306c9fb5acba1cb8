import { createServer, type Server } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import type { Edge } from "./edge/edge.server.ts"

/** How long each part of a request may take to come in, in milliseconds. */
export const patience = {
  /** From the first byte to the end of the headers: a client that dribbles them is cut off. */
  headers: 15_000,
  /** From the first byte to the end of the body: 26 MB over a slow office line. */
  request: 300_000,
  /** An open connection without a request. Longer than the 60 s that proxies keep theirs, so that they close first. */
  keepAlive: 65_000,
  /** A connection on which nothing moves in either direction. */
  idle: 120_000,
} as const

export type Listening = {
  readonly port: number
  /**
   * Stops taking connections and resolves when the last answer under way is out, or after `deadlineMs`, when what is
   * left is cut. Answers how many were.
   */
  stop(deadlineMs: number): Promise<number>
}

/** The operator's mistake, in one sentence. */
export class ListenError extends Error {
  override readonly name = "ListenError"
}

/** Opens the port. Throws `ListenError` where it is taken or forbidden. */
export async function listen(edge: Edge, at: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
    noDelay: true,
  })
  server.timeout = patience.idle
  server.maxHeadersCount = 100
  server.on("request", edge.handle)
  // The edge answers "100 Continue" itself, once it has looked at the headers.
  server.on("checkContinue", edge.handle)
  server.on("connect", (_request, socket: Socket) => reject(socket, "405 Method Not Allowed"))
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => reject(socket, statusLineOf(error.code)))
  const sockets = new Set<Socket>()
  server.on("connection", (socket: Socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
  })
  await open(server, at)
  const { port } = server.address() as AddressInfo
  return { port, stop: (deadlineMs) => stop(server, sockets, edge, deadlineMs) }
}

/** Throws `ListenError` when the port cannot be opened; opens and closes it to find out. */
export async function tryPort(at: { readonly host: string; readonly port: number }): Promise<void> {
  const server = createServer()
  await open(server, at)
  await new Promise((resolve) => server.close(resolve))
}

async function open(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, refuse) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      refuse(new ListenError(sentenceOf(error, host, port), { cause: error })),
    )
    server.listen({ host, port, backlog: 1024 }, () => {
      server.removeAllListeners("error")
      resolve()
    })
  })
}

function sentenceOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1}.`
  if (error.code === "EACCES") return `Port ${port} may not be opened by this user. Choose one above 1024.`
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return `HOST ${host} is not an address of this machine.`
  return `The port ${port} on ${host} cannot be opened: ${error.message}`
}

function statusLineOf(code: string | undefined): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large"
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "408 Request Timeout"
  return "400 Bad Request"
}

/** Answers a connection on which no request could be read. */
function reject(socket: Socket, status: string): void {
  if (socket.writable && !socket.destroyed)
    socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n\r\n`,
    )
  else socket.destroy()
}

async function stop(server: Server, sockets: ReadonlySet<Socket>, edge: Edge, deadlineMs: number): Promise<number> {
  edge.stop()
  let cut = 0
  await new Promise<void>((resolve) => {
    const deadline = setTimeout(() => {
      cut = edge.underWay()
      server.closeAllConnections()
    }, deadlineMs)
    // A connection whose answer went out just now is idle from then on, and nobody tells.
    const sweep = setInterval(() => closeUnused(server, sockets), 100)
    server.close(() => {
      clearTimeout(deadline)
      clearInterval(sweep)
      resolve()
    })
    closeUnused(server, sockets)
  })
  return cut
}

/** Closes connections between two requests, and those that browsers open ahead and have said nothing on: node counts these as busy. */
function closeUnused(server: Server, sockets: ReadonlySet<Socket>): void {
  server.closeIdleConnections()
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
}
