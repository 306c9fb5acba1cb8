import { type IncomingHttpHeaders, request as send } from "node:http"
import { connect } from "node:net"

export type Exchange = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

export type Call = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: Buffer | string
}

/** One request on a connection of its own; nothing is followed, decoded or added but what `call` says. */
export function exchange(port: number, path: string, call: Call = {}): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const outgoing = send(
      { host: "127.0.0.1", port, path, method: call.method ?? "GET", headers: { ...call.headers }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
        )
        incoming.on("error", reject)
      },
    )
    outgoing.on("error", reject)
    outgoing.end(call.body)
  })
}

/** Writes `bytes` on a fresh socket and answers everything that came back until the other side closed. */
export function rawExchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes))
    socket.on("data", (chunk) => chunks.push(chunk))
    socket.on("end", () => socket.end())
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")))
    socket.on("error", reject)
  })
}

/** A promise with its handle outside: a test holds a request exactly as long as it wants. */
export function latch<T = void>(): { readonly opened: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {}
  const opened = new Promise<T>((resolve) => {
    open = resolve
  })
  return { opened, open: (value) => open(value) }
}
