import { createServer } from "node:http"

/** The yardstick: a bare node:http server that sends one prepared answer, headers and bytes, to every request. */
const { headers, body } = JSON.parse(process.env.BARE_ANSWER ?? "{}")
const bytes = Buffer.from(body, "base64")
const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.keepAliveTimeout = 65_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (address && typeof address === "object") process.stdout.write(`${address.port}\n`)
})
process.on("SIGTERM", () => {
  server.closeAllConnections()
  server.close(() => process.exit(0))
})
