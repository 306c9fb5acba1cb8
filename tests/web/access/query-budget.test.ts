import { expect, test } from "vitest"
import { agreementIn, twoRegions } from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { countedDatabase } from "#tests/support/database.ts"
import { createWorld } from "#tests/support/world.ts"

/** Statements that a page of a signed-in person may take, sign-in included; pages that need more stand here by name. */
const budget = 12
const larger: Readonly<Record<string, number>> = {
  "/ruang-kerja": 16,
  "/ruang-kerja/kesepakatan/:code": 16,
  "/ruang-kerja/kesepakatan/:code/naskah": 14,
  "/ruang-kerja/kesepakatan/:code/tanda-tangan": 20,
  "/admin": 14,
}

test("every loader keeps to its query budget", { timeout: 120_000 }, async () => {
  const counted = await countedDatabase()
  const world = await createWorld({ db: counted.db })
  const app = await openApp({ world })
  const sides = await twoRegions(world)
  const signing = await agreementIn(world, sides, "signing")
  const negotiated = await agreementIn(world, sides, "negotiation", { title: "Naskah yang masih dirundingkan" })
  const inForce = await agreementIn(world, sides, "in_force", { title: "Naskah yang sudah berlaku" })
  const partner = await world.create.organisation()
  const persona = await app.as(sides.magelang.head)
  const secretariat = await app.as(await world.create.secretariat())
  const { magelang } = sides
  const over: string[] = []
  let pages = 0
  for (const route of Object.values(app.build.routes)) {
    if (!route || route.id === "root" || route.id.startsWith("en/") || !route.module || !("loader" in route.module))
      continue
    const pattern = `/${route.path ?? ""}`.replace("//", "/")
    const path = pattern
      .replace(/^\/(api\/v1\/agreements|kesepakatan)\/:code/, `/$1/${inForce}`)
      .replace(/:code\/tanda-tangan/, `${signing}/tanda-tangan`)
      .replace(/^\/wilayah\/:code/, "/wilayah/33.71")
      .replace(/\/kesepakatan\/:code/, `/kesepakatan/${negotiated}`)
      .replace(/^\/mitra\/:\w+/, `/mitra/${partner.slug}`)
      .replace(/\/organisasi\/:\w+/, `/organisasi/${magelang.organisation.id}`)
      .replace(/\/mandat\/:\w+/, `/mandat/${magelang.mandateId}`)
      .replace(/\/versi\/:\w+/, "/versi/1")
      .replace(/:\w+|\*/g, "tidak-ada")
    counted.reset()
    await (path.startsWith("/admin") ? secretariat : persona).get(path)
    const statements = counted.count()
    pages += 1
    if (statements > (larger[pattern] ?? budget)) over.push(`${pattern}: ${statements}`)
  }
  expect(pages).toBeGreaterThan(30)
  expect(over).toEqual([])
})
