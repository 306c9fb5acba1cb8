import drawing from "@svg-maps/indonesia"
import { expect, it } from "vitest"
import { areaOf, pathOf, ringsOf, simplified } from "#app/domain/region/outline.ts"
import { provinceMap } from "#app/domain/region/province-map.server.ts"
import { outlineFrame, outlines } from "#app/domain/region/province-outlines.server.ts"
import { listProvinces } from "#app/domain/region/queries.server.ts"
import { createWorld } from "#tests/support/world.ts"

it("reads and writes rings that begin where the one before began", () => {
  const square = "m 10,10 4,0 0,4 -4,0 z m 20,.5 1,0 0,1.5 z"
  const [first, second] = ringsOf(square)
  expect(first).toEqual([
    [10, 10],
    [14, 10],
    [14, 14],
    [10, 14],
  ])
  expect(second?.[0]).toEqual([30, 10.5])
  expect(areaOf(first!)).toBe(16)
  expect(ringsOf(pathOf([first!]))).toEqual([first])
  expect(
    pathOf([
      first!,
      [
        [1, 1],
        [5, 1],
        [9, 1],
      ],
    ]),
  ).toBe("m10 10 4 0 0 4-4 0z")
  expect(simplified([...first!, [10, 12.001]], 0.5)).toHaveLength(4)
  expect(simplified(first!, 1000)).toHaveLength(3)
})

it("has every province of today in one shape, under the name that the drawing gives it", async () => {
  const provinces = await listProvinces(await createWorld())
  expect(outlines.flatMap(({ codes }) => codes).sort()).toEqual(provinces.map(({ code }) => code))
  for (const { id, name } of drawing.locations) {
    const outline = outlines.find(({ key }) => `id-${key}` === id)
    const first = provinces.find(({ code }) => code === outline?.codes[0])
    expect(first?.name.toLowerCase()).toContain(name.replace(/ Raya$/, "").toLowerCase())
  }
})

it("draws what the drawing draws: each shape nearly as large, none outside the frame", () => {
  const whole = (rings: readonly (readonly (readonly [number, number])[])[]) =>
    rings.reduce((sum, ring) => sum + areaOf(ring), 0)
  for (const { key, path, at } of outlines) {
    const source = drawing.locations.find(({ id }) => id === `id-${key}`)
    const rings = ringsOf(path)
    // The island that moves from Jakarta to Banten is a seventh of Jakarta and nothing to Banten.
    const share = whole(rings) / 4 / whole(ringsOf(source?.path ?? ""))
    if (key !== "jk") expect(share > 0.9 && share < 1.05, `${key}: ${share}`).toBe(true)
    for (const [x, y] of [...rings.flat(), at]) {
      expect(x >= outlineFrame.x && x <= outlineFrame.x + outlineFrame.width, key).toBe(true)
      expect(y >= outlineFrame.y && y <= outlineFrame.y + outlineFrame.height, key).toBe(true)
    }
  }
  expect(outlines.map(({ path }) => path).join("").length).toBeLessThan(18_000)
})

it("adds up the six provinces in the two shapes that are older than they are", async () => {
  const counts = new Map([
    ["91", 1],
    ["93", 2],
    ["94", 4],
    ["96", 8],
    ["32", 3],
  ])
  const map = await provinceMap(await createWorld(), counts)
  const shape = (name: string) => map.areas.find(({ provinces }) => provinces[0]?.name === name)
  expect(shape("Papua")).toMatchObject({
    count: 7,
    provinces: [
      { code: "91", name: "Papua", count: 1 },
      { code: "93", name: "Papua Selatan", count: 2 },
      { code: "94", name: "Papua Tengah", count: 4 },
      { code: "95", name: "Papua Pegunungan", count: 0 },
    ],
  })
  expect(shape("Papua Barat")).toMatchObject({ count: 8, provinces: [{ count: 0 }, { code: "96", count: 8 }] })
  expect(map.areas.filter(({ provinces }) => provinces.length > 1)).toHaveLength(2)
  expect(map.areas).toHaveLength(34)
  expect(map.provinces).toHaveLength(38)
  expect(map.total).toBe(18)
})
