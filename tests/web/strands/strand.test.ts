import { describe, expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { initiativeIn } from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld } from "#tests/support/world.ts"

async function filled() {
  const world = await createWorld()
  const app = await openApp({ world })
  return { world, app, rows: await everyRow(world) }
}

describe("the page of a strand", () => {
  test("of a new portal says what will stand there and how to begin, in both languages", async () => {
    const app = await openApp()
    for (const [path, title, none] of [
      ["/unsur/akademisi", "Akademisi", "Belum ada mitra terverifikasi dari unsur ini."],
      ["/en/unsur/media", "Media", "No verified partner of this strand yet."],
    ] as const) {
      const { status, text } = await app.visitor().get(path)
      expect(status).toBe(200)
      expect(text).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
      expect(pageWords(text)).toContain(none)
      expect(text).toContain('rel="canonical"')
      expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    }
  })

  test("is not found for anything that is no strand", async () => {
    const app = await openApp()
    for (const word of ["A", "akademisi-lain", "__proto__", "toString", "academia"])
      expect((await app.visitor().get(`/unsur/${word}`)).status, word).toBe(404)
  })

  test("shows what is public of its strand and nothing else", async () => {
    const { app, world, rows } = await filled()
    const { firm } = rows.sides
    await initiativeIn(world, rows.sides, "running", { fields: { title: "Yang belum terbit" } })
    await world.create.organisation({ name: "Perusahaan yang belum diperiksa", strand: "B", status: "submitted" })
    await world.create.organisation({ name: "Kampus yang terverifikasi", strand: "A" })
    const business = (await app.visitor().get("/unsur/bisnis")).text
    expect(business).toContain(`href="/mitra/${firm.organisation.slug}"`)
    expect(pageWords(business)).toContain("Yang sudah terbit")
    for (const hidden of ["Yang belum terbit", "Perusahaan yang belum diperiksa", "Kampus yang terverifikasi"])
      expect(business).not.toContain(hidden)
    expect(business).not.toContain(rows.learner.account.name)
    const media = (await app.visitor().get("/unsur/media")).text
    expect(media).not.toContain("Yang sudah terbit")
    expect(media).not.toContain(`href="/mitra/${firm.organisation.slug}"`)
  })

  test("is where the front page's strands lead, and leads on to the lists it counts", async () => {
    const { app } = await filled()
    const home = (await app.visitor().get("/en")).text
    for (const word of ["akademisi", "bisnis", "komunitas", "pemerintah", "media"])
      expect(home).toContain(`href="/en/unsur/${word}"`)
    const { text } = await app.visitor().get("/unsur/bisnis")
    for (const href of ["/mitra?unsur=B", "/inisiatif?strand=B", "/tentang/berkontribusi/bisnis"]) {
      expect(text).toContain(`href="${href}"`)
      expect((await app.visitor().get(href)).status).toBe(200)
    }
  })
})
