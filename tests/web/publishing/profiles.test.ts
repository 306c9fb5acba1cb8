import { describe, expect, test } from "vitest"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { initiativeIn } from "#tests/support/initiatives.ts"
import { pageWords } from "#tests/support/page-words.ts"
import { createWorld } from "#tests/support/world.ts"

async function filled() {
  const world = await createWorld()
  const app = await openApp({ world })
  const rows = await everyRow(world)
  const words = async (path: string) => pageWords((await app.visitor().get(path)).text)
  return { world, app, rows, words }
}

/** The part of a page that an id begins, up to the next one. */
const part = (html: string, id: string): string => {
  const from = html.indexOf(`id="${id}"`)
  if (from < 0) return ""
  const rest = html.slice(from)
  const end = rest.indexOf("</section>")
  return rest.slice(0, end)
}

describe("the page of a region", () => {
  test("tells who works with it and on what, what is done there, and what is looked for", async () => {
    const { app, world, rows, words } = await filled()
    await initiativeIn(world, rows.sides, "running", { fields: { title: "Yang belum terbit" } })
    const html = (await app.visitor().get("/wilayah/33.71")).text
    const together = part(html, "bersama")
    const { firm, campus } = rows.sides
    for (const { slug, name } of [firm.organisation, campus.organisation, rows.exchange.host.organisation]) {
      expect(together).toContain(`href="/mitra/${slug}"`)
      expect(together).toContain(name)
    }
    expect(together).toContain("Yang sudah terbit")
    expect(together).toContain(`href="/kesepakatan/${rows.exchange.agreementCode}"`)
    expect(pageWords(together)).toContain("mulai berlaku")
    const text = pageWords(html)
    for (const expected of ["Inisiatif di wilayah ini", "Yang sedang dicari", "Program belajar", "Mitra kerja sama"])
      expect(text).toContain(expected)
    for (const hidden of ["Yang belum terbit", "Kebutuhan yang masih dirancang", rows.learner.account.name])
      expect(html).not.toContain(hidden)
    expect(await words("/en/wilayah/33.71")).toContain("Who works with whom")
  })

  test("where nothing goes on says why, and what to do, by who governs it", async () => {
    const { world, words } = await filled()
    expect(await words("/wilayah/73.71")).toContain("Pemerintah daerahnya belum terdaftar di Simpul.")
    await world.create.pemda("73.71")
    for (let n = 10; n < 22; n += 1) await world.create.organisation({ name: `A ${n}`, regionCode: "73.71" })
    const governed = await words("/wilayah/73.71")
    expect(governed).toContain("Pemerintah daerahnya sudah terdaftar.")
    expect(governed).not.toContain("Inisiatif di wilayah ini")
    expect(governed).not.toContain("Mitra kerja sama")
    expect(await words("/en/wilayah/31.71")).toContain("Initiatives in this area appear here")
  })

  test("of a province says in which of its regions something goes on", async () => {
    const { app } = await filled()
    const places = part((await app.visitor().get("/wilayah/33")).text, "daerah")
    expect(pageWords(places)).toMatch(/Kota Magelang \d+ mitra · \d+ inisiatif · \d+ kesepakatan/)
    expect(pageWords(places)).toMatch(/Kabupaten Cilacap 33\.01/)
  })

  test("does not lead to a partner that is no longer verified", async () => {
    const { app, world, rows } = await filled()
    const { slug, name, id } = rows.sides.campus.organisation
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", id).execute()
    const together = part((await app.visitor().get("/wilayah/33.71")).text, "bersama")
    expect(together).toContain(name)
    expect(together).not.toContain(`/mitra/${slug}`)
  })
})

describe("the page of a partner", () => {
  test("tells the regions it works with, its initiatives and nothing that is not public", async () => {
    const { app, world, rows } = await filled()
    await initiativeIn(world, rows.sides, "running", { fields: { title: "Yang belum terbit" } })
    const html = (await app.visitor().get(`/mitra/${rows.sides.firm.organisation.slug}`)).text
    const together = part(html, "bersama")
    expect(together).toContain('href="/wilayah/33.71"')
    expect(together).toContain("Yang sudah terbit")
    expect(pageWords(html)).toContain("Bekerja dengan wilayah mana")
    expect(html).not.toContain("Yang belum terbit")
  })

  test("that is a government tells what it is looking for", async () => {
    const { app, rows } = await filled()
    const html = (await app.visitor().get(`/mitra/${rows.sides.region.organisation.slug}`)).text
    expect(pageWords(part(html, "kebutuhan"))).toContain("Yang sedang dicari")
    expect(part(html, "kebutuhan")).toContain('href="/kebutuhan?region=33.71"')
    expect(html).not.toContain("Kebutuhan yang masih dirancang")
  })

  test("without anything public says what will stand there", async () => {
    const { world, words } = await filled()
    const other = await world.create.organisation({ name: "Sanggar tanpa kegiatan", strand: "C" })
    expect(await words(`/en/mitra/${other.slug}`)).toContain("No cooperation to show yet")
    expect(await words(`/mitra/${other.slug}`)).toContain("Diperiksa sekretariat jejaring")
  })
})
