import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { cacheKeyOf } from "#app/server/cache/cache-key.ts"
import { localFreshness } from "#app/server/cache/freshness.ts"
import { PageCache } from "#app/server/cache/page-cache.server.ts"
import { latch } from "#tests/support/http-client.ts"
import { publicPage, startEdge } from "./edge-harness.ts"

const text = `<!doctype html><title>Kesepakatan</title>${"<p>Kesepakatan Bersama antara dua daerah.</p>".repeat(40)}`

/** A site that counts its renders. */
function counting(make: (path: string) => Response = () => publicPage(text)) {
  const rendered: string[] = []
  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    rendered.push(url.pathname + url.search)
    return make(url.pathname)
  }
  return { rendered, fetch }
}

describe("a public page for visitors", () => {
  test("is rendered once and then served from memory, byte for byte", async () => {
    const { rendered, fetch } = counting()
    const { call, lines, edge } = await startEdge(fetch)
    const first = await call("/kesepakatan")
    const second = await call("/kesepakatan")
    expect(rendered).toEqual(["/kesepakatan"])
    expect(first.status).toBe(200)
    expect(second.body.toString()).toBe(text)
    const { date: _a, "x-request-id": idA, ...restA } = first.headers
    const { date: _b, "x-request-id": idB, ...restB } = second.headers
    expect(restB).toEqual(restA)
    expect(idA).not.toBe(idB)
    expect(second.headers).toMatchObject({
      "cache-control": "no-cache",
      vary: "Cookie, Accept-Encoding",
      "content-type": "text/html; charset=utf-8",
      "content-length": String(Buffer.byteLength(text)),
      "x-content-type-options": "nosniff",
    })
    expect(second.headers["x-simpul-cache"]).toBeUndefined()
    edge.stop()
    expect(lines.map(({ msg, route, answered }) => [msg, route ?? answered])).toEqual([
      ["request", "/kesepakatan"],
      ["answered out of memory", 1],
    ])
  })

  test("comes in the best encoding that the reader takes, each with its own ETag", async () => {
    const { rendered, fetch } = counting()
    const { call } = await startEdge(fetch)
    const plain = await call("/")
    const gzip = await call("/", { headers: { "Accept-Encoding": "gzip, deflate" } })
    const brotli = await call("/", { headers: { "Accept-Encoding": "gzip, deflate, br, zstd" } })
    const refused = await call("/", { headers: { "Accept-Encoding": "br;q=0, gzip;q=0" } })
    expect(rendered).toHaveLength(1)
    expect(plain.headers["content-encoding"]).toBeUndefined()
    expect(gunzipSync(gzip.body).toString()).toBe(text)
    expect(gzip.headers["content-encoding"]).toBe("gzip")
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text)
    expect(brotli.headers["content-encoding"]).toBe("br")
    expect(refused.body.toString()).toBe(text)
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
  })

  test("answers 304 to a reader who has it, and only for the same encoding", async () => {
    const { fetch } = counting()
    const { call } = await startEdge(fetch)
    const { headers } = await call("/", { headers: { "Accept-Encoding": "br" } })
    const etag = headers.etag as string
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await call("/", { headers: { "Accept-Encoding": "br", "If-None-Match": tag } })
      expect(again.status).toBe(304)
      expect(again.body).toHaveLength(0)
      expect(again.headers).toMatchObject({ etag, "cache-control": "no-cache", vary: "Cookie, Accept-Encoding" })
      expect(again.headers["content-length"]).toBeUndefined()
    }
    expect((await call("/", { headers: { "If-None-Match": etag } })).status).toBe(200)
    expect((await call("/", { headers: { "Accept-Encoding": "br", "If-None-Match": '"other"' } })).status).toBe(200)
  })

  test("HEAD has the headers of GET and no body, from memory and before", async () => {
    const { rendered, fetch } = counting()
    const { call } = await startEdge(fetch)
    const before = await call("/", { method: "HEAD" })
    const get = await call("/")
    const after = await call("/", { method: "HEAD" })
    expect(rendered).toHaveLength(1)
    for (const head of [before, after]) {
      expect(head.status).toBe(200)
      expect(head.body).toHaveLength(0)
      expect(head.headers.etag).toBe(get.headers.etag)
      expect(head.headers["content-length"]).toBe(get.headers["content-length"])
    }
  })

  test("is rendered without anything of the reader who asked first", async () => {
    const seen: Headers[] = []
    const { call } = await startEdge(async (request) => {
      seen.push(request.headers)
      return publicPage(text)
    })
    await call("/", {
      headers: { Cookie: "_ga=GA1.2.3", "Accept-Language": "en", "User-Agent": "x", "X-Forwarded-Host": "evil" },
    })
    expect([...seen[0]!.keys()].sort()).toEqual(["accept", "host"])
    expect(seen[0]!.get("host")).toBe("portal.test")
  })
})

describe("what is not kept", () => {
  const uncached = async (make: (path: string) => Response, path = "/kesepakatan") => {
    const { rendered, fetch } = counting(make)
    const harness = await startEdge(fetch)
    const answers = [await harness.call(path), await harness.call(path)]
    expect(rendered).toHaveLength(2)
    expect(harness.cache.size.pages).toBe(0)
    for (const { headers } of answers) expect(headers["x-simpul-cache"]).toBeUndefined()
    return answers
  }

  test("unmarked pages", async () => {
    await uncached(() => new Response(text, { headers: { "Content-Type": "text/html" } }))
  })
  test("errors and redirects, even when marked", async () => {
    await uncached(() => new Response(text, { status: 404, headers: { "X-Simpul-Cache": "public" } }))
    await uncached(() => new Response(null, { status: 302, headers: { "X-Simpul-Cache": "public", Location: "/" } }))
  })
  test("answers that set a cookie", async () => {
    const [answer] = await uncached(() => publicPage(text, { "Set-Cookie": "simpul_flash=; Max-Age=0" }))
    expect(answer!.headers["set-cookie"]).toEqual(["simpul_flash=; Max-Age=0"])
  })
  test("pages that carry a nonce", async () => {
    await uncached(() => publicPage(text, { "Content-Security-Policy": "script-src 'nonce-abc'" }))
  })
  test("marks that are not understood", async () => {
    await uncached(() => publicPage(text, { "X-Simpul-Cache": "public; stale=1" }))
    await uncached(() => publicPage(text, { "X-Simpul-Cache": "private" }))
  })
  test.each([
    ["/%6besepakatan", "an escaped spelling"],
    ["/kesepakatan/", "a trailing slash"],
    ["/KESEPAKATAN", "another case"],
    ["/tidak-ada", "a path without a page"],
    ["/kesepakatan.data", "a data request of the router"],
    ["/kesepakatan?utm_source=x", "a parameter that the page does not understand"],
    ["/kesepakatan?unsur=A&unsur=B", "a parameter twice"],
  ])("%s (%s)", async (path) => {
    await uncached(() => publicPage(text, { "X-Simpul-Cache": "public; query=unsur" }), path)
  })

  test("readers with a session, a flash message or credentials get their own page, never to be stored", async () => {
    const { rendered, fetch } = counting()
    const { call, cache } = await startEdge(fetch)
    await call("/")
    const personal: Record<string, string | string[]>[] = [
      { Cookie: "simpul_session=abc" },
      { Cookie: "a=b; simpul_flash=saved" },
      { Cookie: ["a=b", "simpul_session=abc"] },
      { Authorization: "Bearer x" },
    ]
    for (const headers of personal) {
      const answer = await call("/", { headers })
      expect(answer.headers["cache-control"]).toBe("no-store")
      expect(answer.headers["x-simpul-cache"]).toBeUndefined()
    }
    expect(rendered).toHaveLength(5)
    expect(cache.size.pages).toBe(1)
  })

  test("methods other than GET and HEAD", async () => {
    const { rendered, fetch } = counting()
    const { call } = await startEdge(fetch)
    await call("/")
    await call("/", { method: "POST" })
    expect(rendered).toHaveLength(2)
  })
})

describe("queries that a page understands", () => {
  test("are kept under one key in whatever order they come", async () => {
    const { rendered, fetch } = counting(() => publicPage(text, { "X-Simpul-Cache": "public; query=unsur urut" }))
    const { call, cache } = await startEdge(fetch)
    for (const path of [
      "/kesepakatan?unsur=A&urut=baru",
      "/kesepakatan?urut=baru&unsur=A",
      "/kesepakatan",
      "/kesepakatan?unsur=B",
    ])
      for (let i = 0; i < 2; i += 1) expect((await call(path)).status).toBe(200)
    expect(rendered).toEqual(["/kesepakatan?unsur=A&urut=baru", "/kesepakatan", "/kesepakatan?unsur=B"])
    expect(cache.size.pages).toBe(3)
  })
})

describe("invalidation", () => {
  test("a change makes the next reader get a new page", async () => {
    let version = 1
    const { call, freshness } = await startEdge(async () => publicPage(`${text}${version}`))
    const before = await call("/")
    version = 2
    expect((await call("/")).headers.etag).toBe(before.headers.etag)
    freshness.changed()
    const after = await call("/")
    expect(after.body.toString().endsWith("2")).toBe(true)
    expect((await call("/", { headers: { "If-None-Match": before.headers.etag as string } })).status).toBe(200)
  })

  test("a render that began before a change is given to its readers and not kept", async () => {
    const held = latch<Response>()
    const begun = latch()
    let renders = 0
    const { call, freshness, cache } = await startEdge(async () => {
      renders += 1
      if (renders > 1) return publicPage(`${text}new`)
      begun.open()
      return held.opened
    })
    const early = call("/")
    await begun.opened
    freshness.changed()
    const late = call("/")
    expect((await late).body.toString()).toBe(`${text}new`)
    held.open(publicPage(`${text}old`))
    expect((await early).body.toString()).toBe(`${text}old`)
    expect((await call("/")).body.toString()).toBe(`${text}new`)
    expect(renders).toBe(2)
    expect(cache.size.pages).toBe(1)
  })

  test("a page goes at its own time", async () => {
    let now = Date.parse("2026-01-31T16:59:59.000Z")
    const cache = new PageCache({ freshness: localFreshness(), now: () => now })
    const { rendered, fetch } = counting(() =>
      publicPage(text, { "X-Simpul-Cache": "public; until=2026-01-31T17:00:00.000Z" }),
    )
    const { call } = await startEdge(fetch, { cache })
    await call("/")
    await call("/")
    expect(rendered).toHaveLength(1)
    now += 1000
    await call("/")
    await call("/")
    expect(rendered).toHaveLength(3)
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
  })

  test("nothing is kept or served while changes elsewhere cannot be seen", async () => {
    let trusted = true
    const freshness = { ...localFreshness(), trusted: () => trusted }
    const cache = new PageCache({ freshness })
    const { rendered, fetch } = counting()
    const { call } = await startEdge(fetch, { cache })
    await call("/")
    trusted = false
    await call("/")
    await call("/")
    expect(rendered).toHaveLength(3)
    trusted = true
    await call("/")
    await call("/")
    expect(rendered).toHaveLength(4)
  })
})

describe("many readers at once", () => {
  test("share one render of a public page", async () => {
    const held = latch<Response>()
    let renders = 0
    const { call, edge } = await startEdge(() => {
      renders += 1
      return held.opened
    })
    const readers = Array.from({ length: 12 }, () => call("/kesepakatan"))
    await expect.poll(() => edge.underWay()).toBe(12)
    held.open(publicPage(text))
    for (const answer of await Promise.all(readers)) expect(answer.body.toString()).toBe(text)
    expect(renders).toBe(1)
  })

  test("of a page that turns out to be personal each get their own, and the next do not wait", async () => {
    const gates = Array.from({ length: 4 }, () => latch())
    let renders = 0
    const { call } = await startEdge(async () => {
      const mine = renders
      renders += 1
      await gates[mine]?.opened
      return new Response(`reader ${mine}`, { headers: { "Content-Type": "text/html" } })
    })
    const first = call("/kesepakatan")
    await expect.poll(() => renders).toBe(1)
    const second = call("/kesepakatan")
    gates[0]!.open()
    gates[1]!.open()
    expect(new Set([(await first).body.toString(), (await second).body.toString()])).toEqual(
      new Set(["reader 0", "reader 1"]),
    )
    const third = call("/kesepakatan")
    const fourth = call("/kesepakatan")
    await expect.poll(() => renders).toBe(4)
    gates[3]!.open()
    expect((await Promise.race([third, fourth])).body.toString()).toBe("reader 3")
    gates[2]!.open()
    await Promise.all([third, fourth])
  })

  test("survive a render that fails: the leader sees the fault, the others try themselves", async () => {
    const cache = new PageCache({ freshness: localFreshness() })
    const key = cacheKeyOf("/kesepakatan")!
    const held = latch()
    const leader = cache.answer(key, async () => {
      await held.opened
      throw new Error("broken")
    })
    const follower = cache.answer(key, async () => publicPage(text))
    held.open()
    await expect(leader).rejects.toThrow("broken")
    expect(await follower).toHaveProperty("response")
    expect(await cache.answer(key, async () => publicPage(text))).toHaveProperty("page")
    expect(cache.get(key.key)).not.toBeNull()
  })
})

describe("memory", () => {
  const fill = async (cache: PageCache, path: string, body: string) => {
    await cache.answer(cacheKeyOf(path)!, async () => publicPage(body))
  }
  /** Text that does not compress: its size in memory is known. */
  const noise = (length: number, seed: number) =>
    Array.from({ length }, (_, i) =>
      String.fromCharCode(33 + ((i * 7919 + seed * 104_729 + ((i * i) % 97)) % 90)),
    ).join("")

  test("stays under its bound, and what is read stays longer", async () => {
    const cache = new PageCache({ freshness: localFreshness(), maxBytes: 100_000 })
    await fill(cache, "/kesepakatan/popular", noise(10_000, 0))
    for (let i = 1; i <= 40; i += 1) {
      await fill(cache, `/kesepakatan/${i}`, noise(10_000, i))
      expect(cache.size.bytes).toBeLessThanOrEqual(100_000)
      expect(cache.get("/kesepakatan/popular")).not.toBeNull()
    }
    expect(cache.get("/kesepakatan/1")).toBeNull()
    expect(cache.get("/kesepakatan/40")).not.toBeNull()
    expect(cache.size.pages).toBeGreaterThan(2)
  })

  test("a page larger than the bound is served and not kept", async () => {
    const cache = new PageCache({ freshness: localFreshness(), maxBytes: 5_000 })
    await fill(cache, "/kesepakatan/1", noise(10_000, 1))
    expect(cache.size).toEqual({ bytes: 0, pages: 0 })
  })

  test("counts back what it lets go", async () => {
    const freshness = localFreshness()
    const cache = new PageCache({ freshness })
    await fill(cache, "/kesepakatan/1", noise(3000, 1))
    await fill(cache, "/kesepakatan/1", noise(3000, 2))
    expect(cache.size.pages).toBe(1)
    freshness.changed()
    expect(cache.get("/kesepakatan/1")).toBeNull()
    expect(cache.size).toEqual({ bytes: 0, pages: 0 })
  })
})
