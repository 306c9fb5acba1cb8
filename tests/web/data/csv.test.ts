import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "#app/domain/kernel/ids.ts"
import { dataLimits, datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"
import { csvText } from "#app/routes/data/parts/csv.ts"
import { openApp } from "#tests/support/app.ts"
import { type Published, publishedWorld } from "#tests/support/open-data.ts"
import { createWorld } from "#tests/support/world.ts"

describe("the text", () => {
  const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: "\r\n" })

  test("is read by others as it was meant, whatever stands in it", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !/^\s*[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        expect(read(csvText(["a", "b"], rows))).toEqual([["a", "b"], ...rows])
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ["=1+1", "'=1+1"],
    ["+62 812", "'+62 812"],
    ["-3", "'-3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"],
    ['="a","b"', `'="a","b"`],
    ["a=b", "a=b"],
  ])("%j is no formula to a spreadsheet", (typed, safe) => {
    expect(read(csvText(["a"], [[typed]]))).toEqual([["a"], [safe]])
  })

  test("numbers stay numbers, and nothing is an empty cell", () => {
    expect(csvText(["a", "b", "c"], [[-3, true, null]])).toBe("\ufeffa,b,c\r\n-3,true,\r\n")
  })
})

describe("beside the lists", () => {
  let published: Published
  beforeAll(async () => {
    published = await publishedWorld()
  }, 120_000)
  afterAll(() => published.close())

  test.each(datasetKeys)("%s: a row for each record of the API, under stable English names", async (key) => {
    const { listPath, apiPath } = datasets[key]
    const answer = await published.read(`${listPath}.csv`)
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present")
    expect(answer.headers.get("Content-Disposition")).toContain(`attachment; filename="${key}.csv"`)
    expect(answer.headers.get("Link")).toBeNull()
    const rows: Record<string, string>[] = parse(answer.text, { bom: true, columns: true, record_delimiter: "\r\n" })
    const { data } = JSON.parse((await published.read(`${apiPath}?limit=100`)).text)
    const id = key === "agreements" || key === "regions" ? "code" : "slug"
    expect(rows.slice(0, data.length).map((row) => row[id])).toEqual(data.map((record: never) => record[id]))
    expect(rows[0]!.page_url).toBe(data[0].pageUrl)
    const header = Object.keys(rows[0]!)
    expect(header.every((name) => /^[a-z]+[0-9]*(_[a-z0-9]+)*$/.test(name))).toBe(true)
    expect({ [key]: header }).toMatchSnapshot()
    expect((await published.read(`/en${listPath}.csv`)).text).toBe(answer.text)
  })

  test("all regions are in one file", async () => {
    const rows = parse((await published.read("/wilayah.csv")).text, { bom: true, columns: true })
    expect(rows).toHaveLength(552)
  })
})

test("a list that is longer than a file goes on in the next", { timeout: 120_000 }, async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const first = await world.create.organisation({ status: "verified", verifiedAt: world.clock.now() })
  const row = await world.db.selectFrom("organisation").selectAll().where("id", "=", first.id).executeTakeFirstOrThrow()
  const more = Array.from({ length: dataLimits.file + 4 }, (_, index) => ({
    ...row,
    id: newId(),
    slug: `banyak-${index}`,
    name: `Organisasi ${index}`,
    governsRegionCode: null,
  }))
  for (let at = 0; at < more.length; at += 500)
    await world.db
      .insertInto("organisation")
      .values(more.slice(at, at + 500))
      .execute()
  const visitor = app.visitor()
  const slugs = new Set<string>()
  const sizes: number[] = []
  let address: string | null = "/mitra.csv"
  while (address !== null && sizes.length < 5) {
    const answer = await visitor.send(address, {})
    expect(answer.status).toBe(200)
    const rows: { slug: string }[] = parse(answer.text, { bom: true, columns: true })
    for (const { slug } of rows) slugs.add(slug)
    sizes.push(rows.length)
    address = /^<http:\/\/127\.0\.0\.1:3000([^>]*)>; rel="next"$/.exec(answer.headers.get("Link") ?? "")?.[1] ?? null
  }
  expect(sizes).toEqual([dataLimits.file, 5])
  expect(slugs.size).toBe(dataLimits.file + 5)
})
