import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readDecimal, scaledDecimal } from "#app/domain/initiative/decimals.ts"
import { getInitiativeDesk } from "#app/domain/initiative/desk.server.ts"
import { addMeasure, addOutcome, dropOutcome, strikeMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { outcomeProgress } from "#app/domain/initiative/progress.ts"
import { measureForm, outcomeForm } from "#app/domain/initiative/schema.ts"
import { completeInitiative } from "#app/domain/initiative/steps.server.ts"
import { initiativeArena, initiativeIn, outcomeIn, seenAt } from "#tests/support/initiatives.ts"

async function arena() {
  const { world, sides } = await initiativeArena()
  const id = await initiativeIn(world, sides, "running")
  const ctx = await world.as(sides.region.drafter)
  const seen = () => seenAt(ctx, id)
  const shown = async () => (await getInitiativeDesk(ctx, id)).outcomes
  const measure = async (outcomeId: string, value: string, measuredOn: string, note?: string) =>
    addMeasure(ctx, id, outcomeId, measureForm.parse({ ...(await seen()), value, measuredOn, note }))
  return { world, sides, id, ctx, seen, shown, measure }
}

describe("outcomes", () => {
  it("show what was measured last, and how far it has come", async () => {
    const { world, sides, id, shown, measure } = await arena()
    const up = await outcomeIn(world, sides, id, { baseline: "50", target: "1.250" })
    const down = await outcomeIn(world, sides, id, { indicator: "Keluhan", baseline: "12,5", target: "2.5" })
    await measure(up, "650", "2026-02-01")
    await measure(up, "350,0", "2026-03-01", "Hitungan ulang.")
    await measure(up, "5", "2025-12-01")
    await measure(down, "7.5", "2026-03-01")
    const [first, second] = await shown()
    expect(first).toMatchObject({
      ...{ baseline: "50", target: "1250", unit: "orang", source: "Laporan BKPSDM" },
      latest: { value: "350", measuredOn: "2026-03-01", note: "Hitungan ulang." },
      progress: { fraction: 0.25, direction: "up", reached: false, away: false },
    })
    expect(first?.measures.map(({ value }) => value)).toEqual(["350", "650", "5"])
    expect(second).toMatchObject({ baseline: "12.5", progress: { fraction: 0.5, direction: "down" } })
  })

  it("strike a value that was recorded by mistake, and keep its row", async () => {
    const { world, sides, id, ctx, seen, shown, measure } = await arena()
    const outcome = await outcomeIn(world, sides, id)
    await measure(outcome, "10", "2026-02-01")
    await measure(outcome, "9999", "2026-03-01")
    const [wrong] = (await shown())[0]!.measures
    await completeInitiative(await world.as(sides.region.approver), id, await seen())
    const campus = await world.as(sides.campus.approver)
    await expect(strikeMeasure(campus, id, wrong!.id, await seen())).rejects.toMatchObject({ code: "forbidden" })
    await strikeMeasure(ctx, id, wrong!.id, await seen())
    expect((await shown())[0]).toMatchObject({ latest: { value: "10" } })
    await expect(strikeMeasure(ctx, id, wrong!.id, await seen())).rejects.toMatchObject({
      key: "initiative.measureStruck",
    })
    await expect(strikeMeasure(ctx, id, "bukan-id", await seen())).rejects.toMatchObject({ code: "not_found" })
    expect(await world.db.selectFrom("outcomeMeasure").select("id").execute()).toHaveLength(2)
    // What was measured after the end belongs to it as well.
    await measure(outcome, "20", "2026-03-02")
    expect((await shown())[0]).toMatchObject({ latest: { value: "20" } })
  })

  it("refuse a measure of tomorrow, of another initiative, by a partner, and of what was dropped", async () => {
    const { world, sides, id, ctx, seen, shown, measure } = await arena()
    const outcome = await outcomeIn(world, sides, id)
    await expect(measure(outcome, "1", "2026-03-03")).rejects.toMatchObject({
      fields: { measuredOn: ["initiative.inFuture"] },
    })
    const second = await initiativeIn(world, sides, "running")
    const typed = measureForm.parse({ ...(await seenAt(ctx, second)), value: "1", measuredOn: "2026-03-01" })
    await expect(addMeasure(ctx, second, outcome, typed)).rejects.toMatchObject({ code: "not_found" })
    const campus = await world.as(sides.campus.approver)
    const own = measureForm.parse({ ...(await seen()), value: "1", measuredOn: "2026-03-01" })
    await expect(addMeasure(campus, id, outcome, own)).rejects.toMatchObject({ code: "forbidden" })
    await expect(dropOutcome(campus, id, outcome, await seen())).rejects.toMatchObject({ code: "forbidden" })
    await measure(outcome, "1", "2026-03-02")
    const [recorded] = (await shown())[0]!.measures
    await dropOutcome(ctx, id, outcome, await seen())
    expect(await shown()).toEqual([])
    await expect(measure(outcome, "1", "2026-03-01")).rejects.toMatchObject({ code: "not_found" })
    await expect(dropOutcome(ctx, id, outcome, await seen())).rejects.toMatchObject({ code: "not_found" })
    await expect(strikeMeasure(ctx, id, recorded!.id, await seen())).rejects.toMatchObject({ code: "not_found" })
  })

  it("are at most twenty that stand", async () => {
    const { world, sides, id, ctx, seen } = await arena()
    const first = await outcomeIn(world, sides, id)
    for (let n = 1; n < 20; n += 1) await outcomeIn(world, sides, id)
    const words = { indicator: "Satu lagi", unit: "orang", baseline: "0", target: "1", source: "BKPSDM" }
    const add = async () => addOutcome(ctx, id, outcomeForm.parse({ ...words, ...(await seen()) }))
    await expect(add()).rejects.toMatchObject({ code: "invalid", key: "initiative.tooManyOutcomes" })
    await dropOutcome(ctx, id, first, await seen())
    await add()
  })

  it("go somewhere: the target is not the baseline, however it is written", () => {
    const words = { lockVersion: "0", indicator: "Peserta", unit: "orang", source: "BKPSDM" }
    const messages = (typed: Record<string, string>) =>
      outcomeForm.safeParse({ ...words, ...typed }).error?.issues.map(({ path, message }) => [path[0], message])
    expect(messages({ baseline: "1.250", target: "1250,00" })).toEqual([["target", "initiative.targetIsBaseline"]])
    expect(messages({ baseline: "sedikit", target: "1,250" })).toEqual([
      ["baseline", "initiative.number"],
      ["target", "initiative.number"],
    ])
    expect(messages({ target: "9" })).toEqual([["baseline", "field.required"]])
  })
})

describe("numbers as they are typed", () => {
  it.each([
    ["1250", "1250"],
    ["1.250", "1250"],
    ["1.250.000", "1250000"],
    ["1,250,000", "1250000"],
    ["1.250,5", "1250.5"],
    ["1,250.5", "1250.5"],
    ["1 250 000,75", "1250000.75"],
    ["12,5", "12.5"],
    ["12.5", "12.5"],
    ["0,125", "0.125"],
    ["0.125", "0.125"],
    ["1250,500", "1250.5"],
    ["-3,20", "-3.2"],
    ["\u22127", "-7"],
    ["-0,0", "0"],
    ["007", "7"],
    ["123456789012345,6789", "123456789012345.6789"],
    ["1,250", null],
    ["12,345", null],
    ["1234567890123456", null],
    ["1,23456", null],
    ["1.25.000", null],
    ["1,5.3", null],
    ["1.250,000.5", null],
    ["12 50", null],
    ["12,", null],
    [",5", null],
    ["+5", null],
    ["1e3", null],
    ["50%", null],
    ["--1", null],
    ["١٢", null],
    ["", null],
    ["NaN", null],
  ])("%s is read as %s", (typed, value) => {
    expect(readDecimal(typed)).toBe(value)
  })

  it("are read back as the same number, whichever way they were written", () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 9_999 }))
      .map(([negative, whole, part]) => ({ negative, whole: String(whole), part: String(part).padStart(4, "0") }))
    fc.assert(
      fc.property(decimal, ({ negative, whole, part }) => {
        const sign = negative ? "-" : ""
        const grouped = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark)
        const fraction = part.replace(/0+$/, "")
        const bare = fraction === "" ? whole : `${whole}.${fraction}`
        const value = bare === "0" ? "0" : sign + bare
        // Four decimals are never taken for a group, so every one of these says one thing.
        for (const typed of [
          `${sign}${whole}.${part}`,
          `${sign}${whole},${part}`,
          `${sign}${grouped(".")},${part}`,
          `${sign}${grouped(",")}.${part}`,
          `${sign}${grouped(" ")},${part}`,
        ])
          expect([typed, readDecimal(typed)]).toEqual([typed, value])
        expect(readDecimal(value)).toBe(/^-?[1-9]\d{0,2}\.\d{3}$/.test(value) ? value.replace(".", "") : value)
      }),
    )
  })
})

describe("progress", () => {
  const number = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((tenThousandths) => {
    const text = (Math.abs(tenThousandths) / 10_000).toFixed(4).replace(/\.?0+$/, "")
    return tenThousandths < 0 && text !== "0" ? `-${text}` : text
  })
  const ways = fc.tuple(number, number, number).filter(([baseline, target]) => baseline !== target)

  it("is nothing at the baseline and all at the target, in both directions", () => {
    fc.assert(
      fc.property(ways, ([baseline, target]) => {
        const direction = scaledDecimal(target) > scaledDecimal(baseline) ? "up" : "down"
        const at = (value: string) => outcomeProgress({ baseline, target, value })
        expect(at(baseline)).toEqual({ fraction: 0, direction, reached: false, away: false })
        expect(at(target)).toEqual({ fraction: 1, direction, reached: true, away: false })
      }),
    )
  })

  it("is never negative, agrees with plain arithmetic, and is reached exactly at the target and beyond", () => {
    fc.assert(
      fc.property(ways, ([baseline, target, value]) => {
        const { fraction, reached, away } = outcomeProgress({ baseline, target, value })
        const share = (Number(value) - Number(baseline)) / (Number(target) - Number(baseline))
        expect(fraction).toBeGreaterThanOrEqual(0)
        expect(Math.abs(fraction - Math.max(0, share))).toBeLessThan(0.000_002 * Math.max(1, Math.abs(share)))
        expect(away).toBe(share < 0)
        const [from, to, at] = [scaledDecimal(baseline), scaledDecimal(target), scaledDecimal(value)]
        expect(reached).toBe(to > from ? at >= to : at <= to)
        expect(reached).toBe(fraction >= 1)
      }),
    )
  })

  it("is the same when everything is turned round", () => {
    const negated = (text: string) => (text === "0" ? "0" : text.startsWith("-") ? text.slice(1) : `-${text}`)
    fc.assert(
      fc.property(ways, ([baseline, target, value]) => {
        const plain = outcomeProgress({ baseline, target, value })
        const turned = outcomeProgress({
          ...{ baseline: negated(baseline), target: negated(target), value: negated(value) },
        })
        expect({ ...turned, direction: plain.direction }).toEqual(plain)
        expect(turned.direction).not.toBe(plain.direction)
      }),
    )
  })

  it("never rounds up to the target, and keeps sizes that a plain number could not", () => {
    const nearly = outcomeProgress({ baseline: "0", target: "999999999999999", value: "999999999999998.9999" })
    expect(nearly).toMatchObject({ reached: false })
    expect(nearly.fraction).toBeLessThan(1)
    expect(() => outcomeProgress({ baseline: "1", target: "1", value: "1" })).toThrow()
    expect(() => scaledDecimal("1,5")).toThrow()
  })
})
