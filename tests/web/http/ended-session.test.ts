import { expect, test } from "vitest"
import { minutes } from "#app/domain/kernel/clock.ts"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld } from "#tests/support/world.ts"

/** The hidden fields of the page's form, as a browser would send them. */
const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!.replaceAll("&amp;", "&"),
      value!.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    ]),
  )

test("what was typed when the session ended comes back and can be sent again after signing in", async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "agreed")
  const path = `/ruang-kerja/kesepakatan/${code}/nomor`
  const { lockVersion } = await world.db
    .selectFrom("agreement")
    .select("lockVersion")
    .where("code", "=", code)
    .executeTakeFirstOrThrow()
  const answer = await app.visitor().post(path, {
    lockVersion: String(lockVersion),
    number: '12/"KS"/<2026>',
    numberedOn: "2026-03-10",
    password: "tidak boleh kembali",
  })
  expect(answer.status).toBe(403)
  expect(pageWords(answer.text)).toContain("Sesi Anda sudah berakhir")
  expect(answer.text).not.toContain("tidak boleh kembali")
  expect(answer.headers.get("Cache-Control")).toContain("no-store")
  const fields = hiddenFields(answer.text)
  expect(fields.number).toBe('12/"KS"/<2026>')
  const again = await (await app.as(sides.jabar.drafter)).post(path, { ...fields, number: "12/KS/2026" })
  expect(again.location).toBe(`/ruang-kerja/kesepakatan/${code}`)
})

test("a head of region who left his desk for an hour loses his session and not what he typed", async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const { jabar } = await twoRegions(world)
  const head = await app.as(jabar.head)
  expect((await head.get("/akun")).status).toBe(200)
  world.clock.turn(minutes(46))
  const answer = await head.post("/akun", { name: "Nama yang baru diketik", timeZone: "Asia/Jakarta" })
  expect(answer.status).toBe(403)
  expect(pageWords(answer.text)).toContain("Sesi Anda sudah berakhir")
  expect(hiddenFields(answer.text).name).toBe("Nama yang baru diketik")
  expect((await head.get("/akun")).location).toBe("/masuk?lanjut=%2Fakun")
})

test("in English too, and a form of buttons alone goes to the sign-in page", async () => {
  const app = await openApp()
  const english = await app.visitor().post("/en/akun", { name: "Somebody" })
  expect(pageWords(english.text)).toContain("Your session has ended")
  const button = await app.visitor().post("/akun/sesi")
  expect(button.location).toBe("/masuk?lanjut=%2Fakun%2Fsesi")
})

test("a form from another origin gets nothing back", async () => {
  const app = await openApp()
  const answer = await app
    .visitor()
    .post("/akun", { name: "Nama yang dipancing" }, { Origin: "https://jahat.example", "Sec-Fetch-Site": "cross-site" })
  expect(answer.status).toBe(403)
  expect(answer.text).not.toContain("Nama yang dipancing")
})
