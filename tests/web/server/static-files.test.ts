import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { standingHeaders } from "#app/server/security-headers.ts"
import { readStaticFiles, type StaticFiles } from "#app/server/static-files.server.ts"
import { origin, publicPage, startEdge } from "./edge-harness.ts"

const script = `export const greeting = "${"selamat datang ".repeat(100)}"\n`
let folder = ""
let files: StaticFiles

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simpul-static-"))
  mkdirSync(join(folder, "assets"))
  mkdirSync(join(folder, ".vite"))
  writeFileSync(join(folder, "assets", "entry-a1b2c3.js"), script)
  writeFileSync(join(folder, "assets", "entry-a1b2c3.js.br"), brotliCompressSync(script))
  writeFileSync(join(folder, "assets", "entry-a1b2c3.js.gz"), gzipSync(script))
  writeFileSync(join(folder, "assets", "font-x.woff2"), Buffer.alloc(900, 7))
  writeFileSync(join(folder, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>")
  writeFileSync(join(folder, "nama berkas.txt"), "isi")
  writeFileSync(join(folder, "report.bin"), "?")
  writeFileSync(join(folder, ".vite", "manifest.json"), "{}")
  files = await readStaticFiles(folder, standingHeaders(origin))
})
afterAll(() => rmSync(folder, { recursive: true }))

const start = () => startEdge(async () => new Response("site", { status: 404 }), { files })

describe("static files", () => {
  test("with a hash in their name never change, and come compressed as they were built", async () => {
    const { call } = await start()
    const path = "/assets/entry-a1b2c3.js"
    const plain = await call(path)
    expect(plain.status).toBe(200)
    expect(plain.body.toString()).toBe(script)
    expect(plain.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    })
    const brotli = await call(path, { headers: { "Accept-Encoding": "gzip, br" } })
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const gzip = await call(path, { headers: { "Accept-Encoding": "gzip" } })
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    const again = await call(path, {
      headers: { "Accept-Encoding": "br", "If-None-Match": brotli.headers.etag as string },
    })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await call(path, { method: "HEAD" })
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(script.length)])
  })

  test("without one are asked for again", async () => {
    const { call } = await start()
    const icon = await call("/favicon.svg?v=2")
    expect([icon.status, icon.headers["content-type"], icon.headers["cache-control"]]).toEqual([
      200,
      "image/svg+xml",
      "no-cache",
    ])
    expect(icon.headers["content-security-policy"]).toContain("default-src 'none'")
    expect((await call("/nama%20berkas.txt")).body.toString()).toBe("isi")
  })

  test("of an unknown kind are handed out as a download", async () => {
    const { call } = await start()
    expect((await call("/report.bin")).headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment",
    })
  })

  test("are the same for a reader with a session, and shadow no method but reading", async () => {
    const { call } = await start()
    expect((await call("/favicon.svg", { headers: { Cookie: "simpul_session=a" } })).status).toBe(200)
    const post = await call("/favicon.svg", { method: "POST" })
    expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD"])
  })

  test.each([
    "/assets/../favicon.svg",
    "/.vite/manifest.json",
    "/assets/entry-a1b2c3.js.br",
    "/assets/",
    "/../package.json",
    "/assets/%2e%2e/favicon.svg",
  ])("%s is no file", async (path) => {
    const { call } = await start()
    expect((await call(path)).body.toString()).toBe("site")
  })

  test("over https carry HSTS, over http do not", async () => {
    const secure = await readStaticFiles(folder, standingHeaders("https://portal.test"))
    expect(secure.get("/favicon.svg")!.variants.identity.headers).toContain("Strict-Transport-Security")
    expect(files.get("/favicon.svg")!.variants.identity.headers).not.toContain("Strict-Transport-Security")
  })

  test("win over a page of the same path", async () => {
    const { call } = await startEdge(async () => publicPage("page"), { files })
    expect((await call("/favicon.svg")).headers["content-type"]).toBe("image/svg+xml")
  })
})
