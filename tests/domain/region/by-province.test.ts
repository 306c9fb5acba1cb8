import { describe, expect, it } from "vitest"
import { agreementsByProvince, countPublicAgreements } from "#app/domain/agreement/by-province.server.ts"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { readRegisterFilter } from "#app/domain/agreement/register-filter.ts"
import { initiativesByProvince } from "#app/domain/initiative/by-province.server.ts"
import { readInitiativeFilter } from "#app/domain/initiative/filter.ts"
import { initiativeRegions, listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { organisationsByProvince } from "#app/domain/organisation/by-province.server.ts"
import { listPublicOrganisations } from "#app/domain/organisation/directory.server.ts"
import { readDirectoryFilter } from "#app/domain/organisation/directory-filter.ts"
import { readNeedFilter } from "#app/domain/proposal/need-filter.ts"
import { listPublicNeeds, needRegions } from "#app/domain/proposal/need-register.server.ts"
import { needsByProvince } from "#app/domain/proposal/needs-by-province.server.ts"
import { regionsByProvince } from "#app/domain/region/by-province.server.ts"
import { readRegionFilter } from "#app/domain/region/filter.ts"
import type { ProvinceCounts } from "#app/domain/region/province-counts.ts"
import { listProvinces, listRegions } from "#app/domain/region/queries.server.ts"
import { agreementIn, government, twoRegions } from "#tests/support/agreements.ts"
import { initiativeArena, initiativeIn } from "#tests/support/initiatives.ts"
import { multiply } from "#tests/support/long-lists.ts"
import { organisationIn } from "#tests/support/organisations.ts"
import { needIn, openNeed } from "#tests/support/proposals.ts"
import { createWorld, type World } from "#tests/support/world.ts"

/** Regions of four provinces, two of them in what was one province before 2022. */
const spread = ["33.71", "33", "33.08", "32.73", "91.71", "94.01", "32"]

/** The lists as their pages read them: what the map counts, and how many a list under one more parameter has. */
type Counted = {
  readonly counts: (ctx: Ctx, query: URLSearchParams) => Promise<ProvinceCounts>
  readonly length: (ctx: Ctx, query: URLSearchParams) => Promise<number>
  readonly region: string
}
const initiatives: Counted = {
  counts: (ctx, query) => initiativesByProvince(ctx, readInitiativeFilter(query)),
  length: async (ctx, query) => (await listPublicInitiatives(ctx, readInitiativeFilter(query))).count,
  region: "region",
}
const needs: Counted = {
  counts: (ctx, query) => needsByProvince(ctx, readNeedFilter(query)),
  length: async (ctx, query) => (await listPublicNeeds(ctx, readNeedFilter(query))).count,
  region: "region",
}
const organisations: Counted = {
  counts: (ctx, query) => organisationsByProvince(ctx, readDirectoryFilter(query)),
  length: async (ctx, query) => (await listPublicOrganisations(ctx, readDirectoryFilter(query))).count,
  region: "wilayah",
}
const agreements: Counted = {
  counts: (ctx, query) => agreementsByProvince(ctx, readRegisterFilter(query).filter),
  length: async (ctx, query) => (await listPublicAgreements(ctx, readRegisterFilter(query).filter)).count,
  region: "region",
}
const regions: Counted = {
  counts: (ctx, query) => regionsByProvince(ctx, readRegionFilter(query)),
  length: async (ctx, query) => (await listRegions(ctx, readRegionFilter(query))).count,
  region: "provinsi",
}

/** Every province's number is the length of the list that its link opens; answers the numbers. */
async function proved(world: World, { counts, length, region }: Counted, query: string): Promise<object> {
  const ctx = world.visitor()
  const found = await counts(ctx, new URLSearchParams(query))
  const chosen = new URLSearchParams(query).get(region)
  for (const { code } of await listProvinces(ctx)) {
    if (chosen && !chosen.startsWith(code)) {
      expect([query, code, found.get(code)]).toEqual([query, code, undefined])
      continue
    }
    const list = new URLSearchParams(query)
    if (!chosen) list.set(region, code)
    expect([query, code, found.get(code) ?? 0]).toEqual([query, code, await length(ctx, list)])
  }
  return Object.fromEntries(found)
}

async function scatter(world: World, table: "initiative" | "need"): Promise<void> {
  await multiply(world.db, table, 14)
  const rows = await world.db
    .selectFrom(table)
    .select("id")
    .where("publishedAt", "is not", null)
    .orderBy("id")
    .execute()
  for (const [i, { id }] of rows.entries())
    await world.db
      .updateTable(table)
      .set({ regionCode: spread[i % spread.length] ?? "33", affair: i < 3 ? "health" : "education" })
      .where("id", "=", id)
      .execute()
}

describe("what a map counts in a province is what the list of that province holds", () => {
  it("of initiatives", async () => {
    const { world, sides } = await initiativeArena()
    await initiativeIn(world, sides, "running", { published: true })
    await scatter(world, "initiative")
    await initiativeIn(world, sides, "running")
    expect(await proved(world, initiatives, "")).toEqual({ "33": 6, "32": 4, "91": 2, "94": 2 })
    for (const query of ["affair=health", "state=running", "state=stopped", "strand=A", "strand=M"])
      await proved(world, initiatives, query)
    expect(await proved(world, initiatives, "affair=health&q=magelang")).toEqual({ "33": 3 })
    expect(await proved(world, initiatives, "region=33")).toEqual({ "33": 6 })
    expect(await proved(world, initiatives, "region=33.71")).toEqual({ "33": 2 })
    const offered = (await initiativeRegions(world.visitor())).map(({ code }) => code)
    expect(offered).toEqual(["32", "32.73", "33", "33.08", "33.71", "91", "91.71", "94", "94.01"])
  })

  it("of needs", async () => {
    const { world, sides } = await initiativeArena()
    await openNeed(world, sides.region)
    await scatter(world, "need")
    await needIn(world, sides.region, "draft", { title: "Masih rancangan" })
    expect(await proved(world, needs, "")).toEqual({ "33": 6, "32": 4, "91": 2, "94": 2 })
    for (const query of ["affair=education", "state=open", "state=closed", "q=bandung", "kind=funds", "region=32.73"])
      await proved(world, needs, query)
    const offered = (await needRegions(world.visitor())).map(({ code }) => code)
    expect(offered).toEqual(["32", "32.73", "33", "33.08", "33.71", "91", "91.71", "94", "94.01"])
  })

  it("of partners, verified ones only", async () => {
    const world = await createWorld()
    for (const [i, regionCode] of spread.entries())
      await world.create.organisation({ name: `Mitra ${i}`, regionCode, strand: i % 2 === 0 ? "C" : "A" })
    await organisationIn(world, "draft")
    await organisationIn(world, "suspended")
    expect(await proved(world, organisations, "")).toEqual({ "33": 3, "32": 2, "91": 1, "94": 1 })
    for (const query of ["unsur=A", "unsur=M", "q=mitra", "q=bandung", "wilayah=33.71", "wilayah=32"])
      await proved(world, organisations, query)
  })

  it("of agreements: each once in every province of its parties, however many parties it has there", async () => {
    const world = await createWorld()
    const { jabar, magelang } = await twoRegions(world)
    const jateng = await government(world, "33")
    await agreementIn(world, { jabar, magelang }, "in_force")
    await agreementIn(world, { jabar: jateng, magelang }, "in_force", { title: "Di dalam satu provinsi" })
    await agreementIn(world, { jabar, magelang }, "negotiation", { title: "Masih dirundingkan" })
    expect(await proved(world, agreements, "")).toEqual({ "33": 2, "32": 1 })
    expect(await proved(world, agreements, "region=33")).toEqual({ "33": 2 })
    expect(await proved(world, agreements, "region=32")).toEqual({ "32": 1 })
    expect(await proved(world, agreements, "status=lapsed")).toEqual({})
    for (const query of ["q=satu", "year=2026", "status=in_force&q=magelang"]) await proved(world, agreements, query)
    expect(await countPublicAgreements(world.visitor(), readRegisterFilter(new URLSearchParams()).filter)).toBe(2)
  })

  it("of regions: a province with what lies in it", async () => {
    const world = await createWorld()
    const all = await proved(world, regions, "")
    expect(Object.keys(all)).toHaveLength(38)
    expect(all).toMatchObject({ "32": 28, "33": 36, "96": 7 })
    expect(await proved(world, regions, "q=magelang")).toEqual({ "33": 2 })
    expect(await proved(world, regions, "provinsi=94")).toEqual({ "94": 9 })
  })
})
