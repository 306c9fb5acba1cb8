import fc from "fast-check"
import { expect, it } from "vitest"
import { countSteps, stepOf } from "#app/ui/charts/count-steps.ts"

it.each([
  [[], []],
  [[0, 0], []],
  [[7], ["7–7"]],
  [
    [3, 0, 3, 4],
    ["3–3", "4–4"],
  ],
  [
    [1, 2, 5, 40],
    ["1–1", "2–2", "5–5", "40–40"],
  ],
  [
    [6, 9, 12, 20, 39, 38],
    ["6–9", "10–15", "16–24", "25–39"],
  ],
  [
    [1, 3, 7, 50, 1000],
    ["1–5", "6–31", "32–177", "178–1000"],
  ],
])("shades %j in the steps %j", (counts, steps) => {
  expect(countSteps(counts).map(({ from, to }) => `${from}–${to}`)).toEqual(steps)
})

it("gives every count one step that holds it, and a larger one no lower step", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200_000 }), { maxLength: 38 }), (counts) => {
      const steps = countSteps(counts)
      expect(steps.length).toBeLessThanOrEqual(4)
      for (const [i, step] of steps.entries()) expect(step.from).toBeGreaterThan(steps[i - 1]?.to ?? 0)
      let before = 0
      for (const count of [...counts].sort((a, b) => a - b)) {
        const step = stepOf(steps, count)
        expect(step).toBeGreaterThanOrEqual(before)
        expect(step === 0).toBe(count === 0)
        if (step > 0) expect(steps[step - 1]!.from <= count && count <= steps[step - 1]!.to).toBe(true)
        before = step
      }
    }),
  )
})
