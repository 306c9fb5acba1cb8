import { describe, expect, it } from "vitest"
import { getPublicOrganisation, listPublicOrganisations } from "#app/domain/organisation/directory.server.ts"
import { type DirectoryFilter, readDirectoryFilter } from "#app/domain/organisation/directory-filter.ts"
import { organisationIn } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

const filter = (change: Partial<DirectoryFilter> = {}): DirectoryFilter => ({
  strand: null,
  region: null,
  q: "",
  cursor: null,
  limit: 24,
  ...change,
})

async function network() {
  const world = await createWorld()
  await world.create.organisation({ name: "Universitas Tidar", strand: "A", legalForm: "universitas" })
  await world.create.organisation({ name: "Batik 100% Asli", strand: "B", legalForm: "cv", regionCode: "33.08" })
  await world.create.organisation({ name: "Kampung Dongeng", regionCode: "32" })
  await world.create.organisation({ name: "Radio Merapi", strand: "M", regionCode: "32.73" })
  const list = async (change?: Partial<DirectoryFilter>) => listPublicOrganisations(world.visitor(), filter(change))
  const names = async (change?: Partial<DirectoryFilter>) => (await list(change)).entries.map(({ name }) => name)
  return { world, list, names }
}

describe("the list of partners", () => {
  it("is by name, for everybody, and filtered by strand, region with what lies in it, and words", async () => {
    const { names } = await network()
    expect(await names()).toEqual(["Batik 100% Asli", "Kampung Dongeng", "Radio Merapi", "Universitas Tidar"])
    expect(await names({ strand: "M" })).toEqual(["Radio Merapi"])
    expect(await names({ region: "32" })).toEqual(["Kampung Dongeng", "Radio Merapi"])
    expect(await names({ region: "32.73" })).toEqual(["Radio Merapi"])
    expect(await names({ q: "  TIDAR universitas " })).toEqual(["Universitas Tidar"])
    expect(await names({ q: "bandung" })).toEqual(["Radio Merapi"])
    expect(await names({ q: "100%" })).toEqual(["Batik 100% Asli"])
    expect(await names({ q: "%" })).toEqual(["Batik 100% Asli"])
    expect(await names({ q: "_" })).toEqual([])
    expect(await names({ strand: "A", region: "32" })).toEqual([])
  })

  it("shows each once over all its pages, whoever joins meanwhile, with the count of all", async () => {
    const { world, list } = await network()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list({ limit: 1, cursor })
      seen.push(...page.entries.map(({ name }) => name))
      if (seen.length === 2) await world.create.organisation({ name: "Aaa yang baru" })
      expect(page.count).toBe(seen.length > 2 ? 5 : 4)
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(["Batik 100% Asli", "Kampung Dongeng", "Radio Merapi", "Universitas Tidar"])
  })

  it("keeps two of one name apart at the edge of a page", async () => {
    const { world, list } = await network()
    await world.create.organisation({ name: "Kampung Dongeng" })
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, cursor: first.next })
    expect([...first.entries, ...second.entries].map(({ name }) => name)).toEqual([
      "Batik 100% Asli",
      "Kampung Dongeng",
      "Kampung Dongeng",
      "Radio Merapi",
    ])
  })

  it("starts at its beginning for a cursor that is none", async () => {
    const { list } = await network()
    for (const cursor of ["", "x", "WyJhIl0", "../../etc", "\u0000"])
      expect((await list({ cursor })).entries.length).toBe(4)
  })

  it("has nobody who is not verified", async () => {
    const world = await createWorld()
    for (const status of ["draft", "submitted", "refused", "suspended"] as const) await organisationIn(world, status)
    expect(await listPublicOrganisations(world.visitor(), filter())).toEqual({ entries: [], next: null, count: 0 })
    const slugs = await world.db.selectFrom("organisation").select("slug").execute()
    for (const { slug } of slugs)
      await expect(getPublicOrganisation(world.visitor(), slug)).rejects.toMatchObject({ code: "not_found" })
  })

  it("is by verification for feeds, the last first, in pages that leave nobody out", async () => {
    const { world, list } = await network()
    const rows = await world.db.selectFrom("organisation").select(["id", "name"]).orderBy("name", "desc").execute()
    for (const [day, { id }] of rows.entries())
      await world.db
        .updateTable("organisation")
        .set({ verifiedAt: `2026-01-0${Math.min(day, 2) + 1}T00:00:00.000Z` })
        .where("id", "=", id)
        .execute()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ newest: true, limit: 1, cursor })
      seen.push(...page.entries.map(({ name }) => name))
      cursor = page.next
    } while (cursor !== null && seen.length < 9)
    expect(seen.slice(2)).toEqual(["Radio Merapi", "Universitas Tidar"])
    expect(seen.slice(0, 2).sort()).toEqual(["Batik 100% Asli", "Kampung Dongeng"])
  })

  it("never holds a contact, an address, or anything else that is not for everybody", async () => {
    const { world, list } = await network()
    const public_ = [
      "demo",
      "description",
      "governsRegionCode",
      "id",
      "legalForm",
      "name",
      "regionCode",
      "regionName",
      "slug",
      "strand",
      "updatedAt",
      "verifiedAt",
      "website",
    ]
    const { entries } = await list()
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(public_)
    expect(Object.keys(await getPublicOrganisation(world.visitor(), entries[0]?.slug ?? "")).sort()).toEqual(public_)
  })
})

describe("the address of the list", () => {
  it.each([
    ["", filter()],
    ["q=air&unsur=B&wilayah=33.71&setelah=abc", filter({ q: "air", strand: "B", region: "33.71", cursor: "abc" })],
    ["unsur=b&wilayah=3371&x=1", filter()],
    ["unsur=__proto__&wilayah=%00", filter()],
    [`q=${"a".repeat(300)}`, filter({ q: "a".repeat(200) })],
  ])("%j is read without a fault", (query, expected) => {
    expect(readDirectoryFilter(new URLSearchParams(query))).toEqual(expected)
  })
})
