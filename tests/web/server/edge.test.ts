import { get, type IncomingHttpHeaders } from "node:http"
import { connect } from "node:net"
import { createGunzip } from "node:zlib"
import { describe, expect, test } from "vitest"
import { bodyLimits } from "#app/server/edge/body-stream.ts"
import { countedAddress } from "#app/server/edge/client-address.ts"
import { exchange, latch, rawExchange } from "#tests/support/http-client.ts"
import { origin, publicPage, startEdge } from "./edge-harness.ts"

const page = async () => publicPage("<!doctype html><title>Simpul</title>")
const echoOf = (seen: Request[]) => async (request: Request) => {
  seen.push(request)
  return new Response(await request.text(), { headers: { "Content-Type": "text/plain" } })
}

describe("the name of the host", () => {
  test.each(["127.0.0.1", "localhost:80", "evil.example", "portal.test.evil.example", "portal.test:81"])(
    "%s is sent to the portal's own address",
    async (host) => {
      const { call } = await startEdge(page)
      await call("/kesepakatan")
      const answer = await call("/kesepakatan?unsur=A", { headers: { Host: host } })
      expect(answer.status).toBe(308)
      expect(answer.headers.location).toBe("http://portal.test/kesepakatan?unsur=A")
    },
  )

  test.each(["PORTAL.test", "portal.test:80"])("%s is the portal's own", async (host) => {
    const { call } = await startEdge(page)
    expect((await call("/", { headers: { Host: host } })).status).toBe(200)
  })

  test("a post to another name is refused, not repeated elsewhere", async () => {
    const seen: Request[] = []
    const { call } = await startEdge(echoOf(seen))
    const answer = await call("/verifikasi", { method: "POST", body: "a=b", headers: { Host: "evil.example" } })
    expect(answer.status).toBe(421)
    expect(seen).toHaveLength(0)
  })

  test("probes answer under any name", async () => {
    const { call } = await startEdge(async (request) => new Response(new URL(request.url).pathname))
    for (const path of ["/healthz", "/readyz"])
      expect((await call(path, { headers: { Host: "10.0.0.7" } })).body.toString()).toBe(path)
  })

  test("never reaches the site: URLs start with the portal's own origin", async () => {
    const seen: Request[] = []
    const { call } = await startEdge(echoOf(seen), { origin: "https://portal.test" })
    await call("/verifikasi?a=b", {
      method: "POST",
      body: "x",
      headers: { Host: "portal.test", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher" },
    })
    expect(seen[0]!.url).toBe("https://portal.test/verifikasi?a=b")
    expect(seen[0]!.headers.get("host")).toBe("portal.test")
    expect([...seen[0]!.headers.keys()].filter((name) => name.startsWith("x-forwarded"))).toEqual([])
  })

  test("HTTP/1.0 without a name is sent to the portal's own address", async () => {
    const { port } = await startEdge(page)
    expect(await rawExchange(port, "GET / HTTP/1.0\r\n\r\n")).toMatch(
      /^HTTP\/1\.1 308 [\s\S]*Location: http:\/\/portal\.test\//,
    )
  })
})

describe("targets that cannot be read", () => {
  test.each([
    ["/%E0%A4%A", 400],
    ["/%ff", 400],
    ["/%", 400],
    ["/a%00b", 400],
    ["/?q=%00", 400],
    ["//evil.example/", 400],
    ["/%2f/evil.example", 400],
    ["/a\\b", 400],
    ["/a%5cb", 400],
    ["/?_data=root", 400],
    ["/kesepakatan?x=1&_data=routes%2Findex", 400],
    [`/${"a".repeat(4096)}`, 414],
    [`/?q=${"a".repeat(4096)}`, 414],
  ])("%s is answered %i in the reader's language", async (path, status) => {
    const seen: Request[] = []
    const { call } = await startEdge(echoOf(seen))
    const answer = await call(path)
    expect(answer.status).toBe(status)
    expect(answer.body.toString()).toMatch(/<html lang="id">/)
    expect(answer.headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
    expect(answer.headers["content-security-policy"]).toContain("script-src 'none'")
    expect(seen).toHaveLength(0)
  })

  test("speak English below /en and problem details below /api/", async () => {
    const { call } = await startEdge(page)
    expect((await call("/en/%ff")).body.toString()).toMatch(/<html lang="en">[\s\S]*cannot be read/)
    const problem = await call("/api/v1/%ff")
    expect(problem.headers["content-type"]).toBe("application/problem+json")
    expect(JSON.parse(problem.body.toString())).toMatchObject({ status: 400, title: "Bad Request" })
  })

  test.each(["GET http://evil.example/ HTTP/1.1", "GET * HTTP/1.1", "OPTIONS * HTTP/1.1"])("%s", async (line) => {
    const { port } = await startEdge(page)
    expect(await rawExchange(port, `${line}\r\nHost: portal.test\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    )
  })

  test("escapes that do have a meaning pass", async () => {
    const { call } = await startEdge(async (request) => new Response(decodeURIComponent(new URL(request.url).pathname)))
    expect((await call("/mitra/caf%C3%A9%20kita?q=%E0%A4%A")).body.toString()).toBe("/mitra/café kita")
  })
})

describe("methods", () => {
  test.each(["TRACE", "PROPFIND", "PURGE", "LINK"])("%s is refused with what is allowed", async (method) => {
    const { call } = await startEdge(page)
    const answer = await call("/", { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE")
  })

  test("OPTIONS says what is allowed", async () => {
    const { call } = await startEdge(page)
    const answer = await call("/", { method: "OPTIONS" })
    expect([answer.status, answer.headers.allow]).toEqual([204, "GET, HEAD, POST, PUT, PATCH, DELETE"])
  })

  test.each([
    ["CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", 405],
    ["BREW / HTTP/1.1\r\nHost: portal.test\r\n\r\n", 400],
    ["GET / HTTP/9.9\r\nHost: portal.test\r\n\r\n", 400],
    ["\u0016\u0003\u0001\u0002", 400],
    ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    [`GET / HTTP/1.1\r\nHost: portal.test\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["POST / HTTP/1.1\r\nHost: portal.test\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nHost: portal.test\r\nContent-Length: -1\r\n\r\n", 400],
  ])("%j is answered %i", async (bytes, status) => {
    const { port } = await startEdge(page)
    expect(await rawExchange(port, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })
})

describe("bodies", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" }
  const upload = { "Content-Type": "multipart/form-data; boundary=x" }

  test("arrive whole up to the limit", async () => {
    const seen: Request[] = []
    const { call } = await startEdge(echoOf(seen))
    const body = Buffer.alloc(bodyLimits.form, "a")
    const answer = await call("/verifikasi", { method: "POST", body, headers: form })
    expect(answer.status).toBe(200)
    expect(answer.body.equals(body)).toBe(true)
  })

  test("announced too large are refused before they are read", async () => {
    const seen: Request[] = []
    const { port } = await startEdge(echoOf(seen))
    for (const [type, size] of [
      ["text/plain", bodyLimits.form + 1],
      ["multipart/form-data; boundary=x", bodyLimits.upload + 1],
    ]) {
      const head = `POST /verifikasi HTTP/1.1\r\nHost: portal.test\r\nContent-Type: ${type}\r\nContent-Length: ${size}\r\n\r\n`
      const answer = await rawExchange(port, head)
      expect(answer).toMatch(/^HTTP\/1\.1 413 /)
      expect(answer).toContain("Connection: close")
      expect(answer).toContain("Kiriman terlalu besar")
    }
    expect(seen).toHaveLength(0)
  })

  test("that run past the limit without having said so are cut there", async () => {
    const { port } = await startEdge(echoOf([]))
    const socket = connect(port, "127.0.0.1")
    const answer = latch<string>()
    socket.once("data", (chunk) => answer.open(chunk.toString()))
    socket.on("error", () => {})
    socket.write("POST /verifikasi HTTP/1.1\r\nHost: portal.test\r\nTransfer-Encoding: chunked\r\n\r\n")
    const chunk = Buffer.alloc(256 * 1024, "a")
    for (let sent = 0; sent <= bodyLimits.form; sent += chunk.length) socket.write(`40000\r\n${chunk}\r\n`)
    expect(await answer.opened).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })

  test("with Expect are asked for only when they fit", async () => {
    const { port } = await startEdge(echoOf([]))
    const head = (length: number) =>
      `POST /verifikasi HTTP/1.1\r\nHost: portal.test\r\nConnection: close\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`
    expect(await rawExchange(port, head(bodyLimits.form + 1))).toMatch(/^HTTP\/1\.1 413 /)
    expect(await rawExchange(port, `${head(2)}ab`)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 [\s\S]*ab$/)
  })

  test("that nobody reads do not hold the connection", async () => {
    const { call } = await startEdge(async () => new Response("no", { status: 404 }))
    const answer = await call("/x", { method: "POST", body: Buffer.alloc(bodyLimits.form, "a"), headers: form })
    expect(answer.status).toBe(404)
  })

  test("large ones from one address are taken four at a time", async () => {
    const held = latch()
    let inside = 0
    const { call } = await startEdge(async () => {
      inside += 1
      await held.opened
      return new Response("done")
    })
    const body = Buffer.alloc(bodyLimits.form + 1, "a")
    const send = () => call("/verifikasi", { method: "POST", body, headers: upload })
    const four = [send(), send(), send(), send()]
    await expect.poll(() => inside).toBe(4)
    const fifth = await send()
    expect([fifth.status, fifth.headers["retry-after"]]).toEqual([429, "5"])
    held.open()
    for (const answer of await Promise.all(four)) expect(answer.status).toBe(200)
    expect((await send()).status).toBe(200)
  })

  test("a client that goes away in the middle is no fault of the portal", async () => {
    const gone = latch()
    const { port, lines } = await startEdge(async (request) => {
      await request.text().finally(() => gone.open())
      return new Response("never")
    })
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("POST /verifikasi HTTP/1.1\r\nHost: portal.test\r\nContent-Length: 10\r\n\r\nabc", () =>
        socket.destroy(),
      )
    })
    await gone.opened
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]).toMatchObject({ msg: "request", cut: true })
  })
})

describe("where a post came from", () => {
  const verdict = async (headers: Record<string, string>) => {
    const seen: Request[] = []
    const { call } = await startEdge(echoOf(seen))
    await call("/verifikasi", { method: "POST", body: "a", headers })
    return [seen[0]!.headers.get("sec-fetch-site"), seen[0]!.headers.get("origin")]
  }
  test.each([
    [{ "Sec-Fetch-Site": "same-origin", Origin: origin }],
    [{ "Sec-Fetch-Site": "same-origin", Origin: "null" }],
    [{ Origin: origin }],
  ])("%j is the portal", async (headers) => {
    expect(await verdict(headers as Record<string, string>)).toEqual(["same-origin", origin])
  })
  test.each([
    [{}],
    [{ Origin: "null" }],
    [{ Origin: "not a url" }],
    [{ Origin: "http://portal.test:81" }],
    [{ Origin: "http://evil.example" }],
    [{ "Sec-Fetch-Site": "same-site", Origin: origin }],
    [{ "Sec-Fetch-Site": "cross-site" }],
    [{ "Sec-Fetch-Site": "none" }],
  ])("%j is somewhere else", async (headers) => {
    expect(await verdict(headers as Record<string, string>)).toEqual(["cross-site", null])
  })
})

describe("answers of the site", () => {
  test("are squeezed for their reader while they stream", async () => {
    const second = latch()
    const { port } = await startEdge(
      async () =>
        new Response(
          new ReadableStream<Uint8Array>({
            async start(controller) {
              controller.enqueue(Buffer.from("first ".repeat(300)))
              await second.opened
              controller.enqueue(Buffer.from("second"))
              controller.close()
            },
          }),
          { headers: { "Content-Type": "text/html" } },
        ),
    )
    const read = await new Promise<{ headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
      const headers = { Host: "portal.test", Cookie: "simpul_session=a", "Accept-Encoding": "gzip" }
      get({ host: "127.0.0.1", port, path: "/", headers, agent: false }, (incoming) => {
        let text = ""
        const plain = incoming.pipe(createGunzip())
        plain.on("data", (chunk) => {
          text += chunk
          if (text.length >= 1800) second.open()
        })
        plain.on("end", () => resolve({ headers: incoming.headers, text }))
      }).on("error", reject)
    })
    expect(read.text).toBe(`${"first ".repeat(300)}second`)
    expect(read.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" })
  })

  test("that are images or small stay as they are", async () => {
    const { call } = await startEdge(
      async () => new Response(Buffer.alloc(5000), { headers: { "Content-Type": "image/png" } }),
    )
    expect((await call("/", { headers: { "Accept-Encoding": "br" } })).headers["content-encoding"]).toBeUndefined()
  })

  test("that fail become a page, and the log says why without saying who", async () => {
    const { call, lines } = await startEdge(async () => {
      throw Object.assign(new Error("broken"), {
        detail: "Key (email)=(budi@example.org)",
        parameters: ["budi@example.org"],
      })
    })
    const answer = await call("/masuk?email=budi@example.org", { headers: { Cookie: "simpul_session=secret" } })
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).toContain("Portal sedang bermasalah")
    const text = JSON.stringify(lines)
    expect(text).toContain('"message":"broken"')
    expect(text).not.toMatch(/budi|secret|127\.0\.0\.1/)
  })
})

describe("the log", () => {
  test("names the pattern, never the path, the query, the address or the reader", async () => {
    const { call, lines } = await startEdge(async () => new Response("ok"))
    await call("/daftar/verifikasi/s3cr3t-token?email=budi@example.org", {
      headers: { "User-Agent": "Budi's browser", Cookie: "simpul_session=abc" },
    })
    await call("/tidak/ada/halaman-budi")
    await expect.poll(() => lines.length).toBe(2)
    expect(lines[0]).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      id: expect.stringMatching(/^[a-z0-9]+-[a-z0-9]+$/),
      method: "GET",
      route: "/daftar/verifikasi/:token",
      status: 200,
      ms: expect.any(Number),
      msg: "request",
    })
    expect(lines[1]).toMatchObject({ route: null })
    expect(JSON.stringify(lines)).not.toMatch(/s3cr3t|budi|127\.0\.0\.1|simpul_session/i)
  })

  test("and the answer carry the same id, which the site is told", async () => {
    const ids: string[] = []
    const { call, lines } = await startEdge(async (_request, arrival) => {
      ids.push(arrival.requestId)
      return new Response("ok", { headers: { "X-Request-Id": arrival.requestId } })
    })
    const answer = await call("/x")
    await expect.poll(() => lines.length).toBe(1)
    expect([answer.headers["x-request-id"], lines[0]!.id]).toEqual([ids[0], ids[0]])
  })
})

describe("the client's address", () => {
  const addressOf = async (trustedProxies: string[], forwarded?: string) => {
    let seen = ""
    const { port } = await startEdge(
      async (_request, { clientAddress }) => {
        seen = clientAddress
        return new Response("ok")
      },
      { trustedProxies },
    )
    await exchange(port, "/x", {
      headers: { Host: "portal.test", ...(forwarded ? { "X-Forwarded-For": forwarded } : {}) },
    })
    return seen
  }
  test("is the socket's where no proxy is trusted", async () => {
    expect(await addressOf([], "203.0.113.9")).toBe("127.0.0.1")
    expect(await addressOf(["10.0.0.0/8"], "203.0.113.9")).toBe("127.0.0.1")
  })
  test("is the nearest that no trusted proxy has", async () => {
    expect(await addressOf(["127.0.0.1"], "198.51.100.1, 203.0.113.9")).toBe("203.0.113.9")
    expect(await addressOf(["127.0.0.0/8", "10.0.0.0/8"], "6.6.6.6, 203.0.113.9, 10.1.2.3")).toBe("203.0.113.9")
    expect(await addressOf(["127.0.0.1"], "spoof, not an address")).toBe("127.0.0.1")
    expect(await addressOf(["127.0.0.1"])).toBe("127.0.0.1")
    expect(await addressOf(["127.0.0.1"], "2001:db8::1")).toBe("2001:db8:0:0::/64")
  })
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8::2:3:4:5:6", "2001:db8:0:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
    ["", ""],
  ])("%s counts as %s", (address, counted) => expect(countedAddress(address)).toBe(counted))
  test("a network that is none is refused at start", async () => {
    await expect(addressOf(["10.0.0.0/99"])).rejects.toThrow(/neither an address nor a CIDR/)
    await expect(addressOf(["proxy.local"])).rejects.toThrow(/neither an address nor a CIDR/)
  })
})
