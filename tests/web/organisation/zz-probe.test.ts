import { test } from "vitest"
import { openApp } from "#tests/support/app.ts"
test("probe", async () => {
  const app = await openApp()
  const p = await app.as(await app.world.create.account())
  for (const path of ["/pki", "/en/ruang-kerja/organisasi/constructor/riwayat.data", "/ruang-kerja/organisasi/x/riwayat", "/ruang-kerja/kesepakatan.data"]) {
    const a = await p.send(path, { method: path === "/pki" ? "GET" : "PUT", headers: { "Content-Type": "text/plain", Origin: "https://jahat.example" }, ...(path === "/pki" ? {} : { body: "x" }) })
    console.log(path, a.status, a.text.slice(0, 200))
  }
  console.log(JSON.stringify(app.logged, null, 1).slice(0, 3000))
})
