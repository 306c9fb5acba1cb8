import { describe, expect, it } from "vitest"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { encodeCursor, readRegisterFilter, searchWords } from "#app/domain/agreement/register-filter.ts"
import { days } from "#app/domain/kernel/clock.ts"
import { agreementIn, government, twoRegions } from "#tests/support/agreements.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const filterOf = (query: string) => readRegisterFilter(new URLSearchParams(query)).filter
const titles = async (world: World, query: string) => {
  const page = await listPublicAgreements(world.visitor(), filterOf(query))
  return page.entries.map(({ title }) => title)
}

async function register() {
  const world = await createWorld()
  const { jabar, magelang } = await twoRegions(world)
  const kabupaten = await government(world, "33.08", "Bupati Magelang")
  await agreementIn(world, { jabar, magelang }, "in_force", { title: "Karakter Aparatur", signingDate: "2026-01-05" })
  world.clock.turn(days(1))
  await agreementIn(world, { jabar: magelang, magelang: kabupaten }, "in_force", {
    title: "Sampah 100% Tuntas",
    signingDate: "2025-12-31",
  })
  world.clock.turn(days(1))
  await agreementIn(world, { jabar, magelang: kabupaten }, "lapsed", {
    title: "Talenta_Muda",
    signingDate: "2026-02-01",
  })
  await agreementIn(world, { jabar, magelang }, "signing", { title: "Belum Berlaku Talenta" })
  return world
}

describe("the public register", () => {
  it("holds what is in force or has lapsed, newest first, with a count", async () => {
    const world = await register()
    const page = await listPublicAgreements(world.visitor(), filterOf(""))
    expect(page.entries.map(({ title, status }) => [title, status])).toEqual([
      ["Talenta_Muda", "lapsed"],
      ["Sampah 100% Tuntas", "in_force"],
      ["Karakter Aparatur", "in_force"],
    ])
    expect([page.count, page.next]).toEqual([3, null])
    expect(page.entries[2]?.parties.map(({ regionName }) => regionName)).toEqual([
      "Provinsi Jawa Barat",
      "Kota Magelang",
    ])
  })

  it("filters by state, year of signing, region, and a province with its regions", async () => {
    const world = await register()
    expect(await titles(world, "status=lapsed")).toEqual(["Talenta_Muda"])
    expect(await titles(world, "status=in_force&year=2026")).toEqual(["Karakter Aparatur"])
    expect(await titles(world, "year=2024")).toEqual([])
    expect(await titles(world, "region=33.08")).toEqual(["Talenta_Muda", "Sampah 100% Tuntas"])
    expect(await titles(world, "region=33")).toEqual(["Talenta_Muda", "Sampah 100% Tuntas", "Karakter Aparatur"])
    expect(await titles(world, "region=32")).toEqual(["Talenta_Muda", "Karakter Aparatur"])
  })

  it("finds words in title, number, region and code, all of them, in any case, and takes % and _ literally", async () => {
    const world = await register()
    expect(await titles(world, "q=KARAKTER")).toEqual(["Karakter Aparatur"])
    expect(await titles(world, "q=aparatur+jawa")).toEqual(["Karakter Aparatur"])
    expect(await titles(world, "q=aparatur+kabupaten")).toEqual([])
    expect(await titles(world, "q=100%25")).toEqual(["Sampah 100% Tuntas"])
    expect(await titles(world, "q=%25")).toEqual(["Sampah 100% Tuntas"])
    expect(await titles(world, "q=a_m")).toEqual(["Talenta_Muda"])
    expect(await titles(world, "q=%5C")).toEqual([])
    expect(await titles(world, "q='+or+1=1+--")).toEqual([])
    const { entries } = await listPublicAgreements(world.visitor(), filterOf("q=karakter"))
    expect(await titles(world, `q=${entries[0]?.code}`)).toEqual(["Karakter Aparatur"])
    expect(await titles(world, `q=${encodeURIComponent(entries[0]?.parties[0]?.number ?? "")}`)).toEqual([
      "Karakter Aparatur",
    ])
  })

  it("goes on by key without losing or doubling a row, also where instants are equal", async () => {
    const world = await createWorld()
    const sides = await twoRegions(world)
    for (let n = 0; n < 5; n += 1) await agreementIn(world, sides, "in_force", { title: `Naskah nomor ${n}` })
    const walked: string[] = []
    for (let cursor = ""; ; ) {
      const page = await listPublicAgreements(world.visitor(), filterOf(`limit=2&cursor=${cursor}`))
      expect(page.count).toBe(5)
      walked.push(...page.entries.map(({ title }) => title))
      if (page.next === null) break
      cursor = page.next
    }
    expect(walked).toEqual([4, 3, 2, 1, 0].map((n) => `Naskah nomor ${n}`))
  })
})

describe("reading a register address", () => {
  it("names what it does not understand and leaves it out", () => {
    const { filter, faults } = readRegisterFilter(
      new URLSearchParams("q=a&q=b&region=33.71.01&status=draft&year=999&cursor=%00&limit=101"),
    )
    expect(faults).toEqual(["q", "region", "status", "year", "cursor", "limit"])
    expect(filter).toEqual({ q: "", region: null, status: null, year: null, cursor: null, limit: 20 })
  })

  it("takes empty values for absent ones and reads its own cursors back", () => {
    const entry = { inForceAt: "2026-03-02T03:00:00.000Z", id: "0195aaaa-0000-7000-8000-000000000000" }
    const { filter, faults } = readRegisterFilter(
      new URLSearchParams(`q=&status=&limit=100&cursor=${encodeCursor(entry)}`),
    )
    expect(faults).toEqual([])
    expect(filter.cursor).toEqual(entry)
    expect(filter.limit).toBe(100)
  })

  it("bounds what is searched for", () => {
    expect(searchWords("  Satu\u0000satu DUA \n")).toEqual(["satu", "dua"])
    expect(searchWords("a b c d e f g h i j")).toHaveLength(8)
    expect(readRegisterFilter(new URLSearchParams({ q: "x".repeat(201) })).faults).toEqual(["q"])
  })
})
