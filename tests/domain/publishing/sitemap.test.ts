import { expect, test } from "vitest"
import {
  type SitemapEntry,
  sitemapEntries,
  sitemapKinds,
  sitemapPart,
  sitemapParts,
} from "#app/domain/publishing/sitemap.server.ts"
import { createWorld } from "#tests/support/world.ts"

test("every public organisation stands in exactly one part, whatever its place in the order", async () => {
  const world = await createWorld()
  const ctx = world.visitor()
  const first = await world.create.organisation({ status: "verified", name: "Organisasi 0000" })
  const row = await world.db.selectFrom("organisation").selectAll().where("id", "=", first.id).executeTakeFirstOrThrow()
  const many = Array.from({ length: 2 * sitemapPart + 10 }, (_, index) => ({
    ...row,
    id: `01900000-0000-7000-8000-${String(index).padStart(12, "0")}`,
    slug: `anggota-${index}`,
    // Names come in pairs, so a part may begin between two that are alike.
    name: `Organisasi ${String(Math.floor(index / 2) + 1).padStart(4, "0")}`,
    governsRegionCode: null,
  }))
  for (let at = 0; at < many.length; at += 30)
    await world.db
      .insertInto("organisation")
      .values(many.slice(at, at + 30))
      .execute()
  const hidden = await world.create.organisation({ status: "submitted" })

  const parts = await sitemapParts(ctx, "organisation")
  expect(parts).toHaveLength(3)
  const entries: SitemapEntry[] = []
  for (const part of parts) {
    const found = (await sitemapEntries(ctx, "organisation", part)) ?? []
    expect(found.length).toBeLessThanOrEqual(sitemapPart)
    entries.push(...found)
  }
  const verified = await world.db.selectFrom("organisation").select("slug").where("status", "=", "verified").execute()
  expect(entries.map(({ name }) => name).sort()).toEqual(verified.map(({ slug }) => slug).sort())
  expect(entries.map(({ name }) => name)).not.toContain(hidden.slug)
  expect(entries.every(({ changedAt }) => changedAt === row.updatedAt)).toBe(true)
})

test("a kind of which nothing is public has no part, and regions have one without a date", async () => {
  const ctx = (await createWorld()).visitor()
  for (const kind of sitemapKinds) {
    const parts = await sitemapParts(ctx, kind)
    expect([kind, parts.length]).toEqual([kind, kind === "region" ? 1 : 0])
  }
  const [from = ""] = await sitemapParts(ctx, "region")
  const regions = await sitemapEntries(ctx, "region", from)
  expect(regions?.[0]?.changedAt).toBeNull()
  expect(regions?.map(({ name }) => name)).toContain("33.71")
})

test.each(["", "awal", "bukan-kunci", "WyJhIl0", "../../etc"])("the word %j begins no part", async (word) => {
  const ctx = (await createWorld()).visitor()
  expect(await sitemapEntries(ctx, "agreement", word)).toBeNull()
})
