import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { AppServices } from "#app/domain/kernel/context.ts"
import { startJobs } from "#app/server/jobs.ts"
import { latch } from "#tests/support/http-client.ts"

const errors: object[] = []
const services = {
  log: { info() {}, warn() {}, error: (fields: object) => errors.push(fields) },
} as unknown as AppServices

beforeEach(() => {
  errors.length = 0
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] })
})
afterEach(() => vi.useRealTimers())

test("a job runs at once and then at its interval, counted from start to start", async () => {
  const starts: number[] = []
  const jobs = startJobs(
    [{ name: "tick", everyMs: 1000, run: async () => void starts.push(performance.now()) }],
    services,
  )
  await vi.advanceTimersByTimeAsync(3500)
  expect(starts.map((at) => at - starts[0]!)).toEqual([0, 1000, 2000, 3000])
  await jobs.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(starts).toHaveLength(4)
})

test("a slow job does not overlap itself and does not hold up others", async () => {
  const gates = [latch(), latch()]
  let slow = 0
  let inside = 0
  let most = 0
  const quicks: number[] = []
  const jobs = startJobs(
    [
      {
        name: "slow",
        everyMs: 1000,
        async run() {
          inside += 1
          most = Math.max(most, inside)
          await gates[slow++]?.opened
          inside -= 1
        },
      },
      { name: "quick", everyMs: 1000, run: async () => void quicks.push(1) },
    ],
    services,
  )
  await vi.advanceTimersByTimeAsync(3500)
  expect([slow, quicks.length]).toEqual([1, 4])
  gates[0]!.open()
  await vi.advanceTimersByTimeAsync(0)
  expect(slow).toBe(2)
  gates[1]!.open()
  await jobs.stop()
  expect(most).toBe(1)
})

test("a failure is logged with the job's name and costs one run", async () => {
  let runs = 0
  const jobs = startJobs(
    [
      {
        name: "fragile",
        everyMs: 1000,
        async run() {
          runs += 1
          if (runs === 1) throw new Error("broken")
        },
      },
    ],
    services,
  )
  await vi.advanceTimersByTimeAsync(1500)
  expect(runs).toBe(2)
  expect(errors).toEqual([{ job: "fragile", error: expect.objectContaining({ message: "broken" }) }])
  await jobs.stop()
})

test("stopping waits for the run under way", async () => {
  const gate = latch()
  let finished = false
  const jobs = startJobs(
    [
      {
        name: "slow",
        everyMs: 1000,
        async run() {
          await gate.opened
          finished = true
        },
      },
    ],
    services,
  )
  const stopped = jobs.stop().then(() => finished)
  gate.open()
  expect(await stopped).toBe(true)
})
