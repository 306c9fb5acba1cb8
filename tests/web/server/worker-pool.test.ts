import { describe, expect, test } from "vitest"
import { DomainError, invalid, rateLimited } from "#app/domain/kernel/errors.ts"
import { PoolBusy, TaskLost, WorkerPool, type WorkerPoolOptions } from "#app/services/worker-pool.server.ts"
import { outcomeOf, valueIn } from "#app/services/worker-pool-outcome.ts"
import { poolWorkshop } from "#app/services/worker-pool-workshop.server.ts"
import { closeAfterTest } from "#tests/support/closing.ts"

function makePool(options: Partial<WorkerPoolOptions> = {}): WorkerPool {
  const pool = new WorkerPool({
    entry: new URL("../../support/pool-tasks.mjs", import.meta.url),
    execArgv: [],
    threads: 2,
    maxWaiting: 4,
    idleMs: 10_000,
    maxHeapMb: 64,
    ...options,
  })
  closeAfterTest(() => pool.close())
  return pool
}

const patient = { timeoutMs: 20_000 }

/** Tasks that stay in their threads until the test lets them go. */
function holding(pool: WorkerPool) {
  const shared = new SharedArrayBuffer(64)
  const words = new Int32Array(shared)
  let index = 0
  return {
    hold(atOnce?: number) {
      index += 1
      return pool.run("wait", { shared, index }, { ...patient, ...(atOnce ? { atOnce } : {}) })
    },
    release() {
      for (let i = 1; i <= index; i += 1) {
        Atomics.store(words, i, 1)
        Atomics.notify(words, i)
      }
    },
    running: () => Atomics.load(words, 0),
  }
}

describe("a task", () => {
  test("runs in a thread and answers", async () => {
    const pool = makePool()
    expect(await pool.run("double", { n: 21 }, patient)).toBe(42)
    expect(await pool.run("where", {}, patient)).toBeGreaterThan(0)
  })

  test("that throws fails alone; its thread goes on", async () => {
    const pool = makePool({ threads: 1 })
    const before = await pool.run("where", {}, patient)
    await expect(pool.run("fail", {}, patient)).rejects.toThrow("a fault in the task")
    expect(await pool.run("where", {}, patient)).toBe(before)
  })

  test.each([
    ["hang", 200],
    ["spin", 200],
    ["exit", 20_000],
    ["crash", 20_000],
    ["devour", 20_000],
  ])("that does %s is lost, and the next one gets a fresh thread", async (name, timeoutMs) => {
    const pool = makePool({ threads: 1 })
    const before = await pool.run("where", {}, patient)
    const lost = pool.run(name, {}, { timeoutMs })
    const next = pool.run("where", {}, patient)
    await expect(lost).rejects.toThrow()
    expect(await next).not.toBe(before)
    expect(await pool.run("double", { n: 2 }, patient)).toBe(4)
  })

  test.each(["hang", "exit", "devour"])("that does %s says that its thread was lost", async (name) => {
    const pool = makePool({ threads: 1 })
    await expect(pool.run(name, {}, { timeoutMs: name === "hang" ? 200 : 20_000 })).rejects.toBeInstanceOf(TaskLost)
  })

  test("of an entry that cannot be loaded fails instead of waiting", async () => {
    const pool = makePool({ entry: new URL("../../support/no-such-file.mjs", import.meta.url) })
    await expect(pool.run("double", { n: 1 }, patient)).rejects.toThrow()
    await expect(pool.run("double", { n: 1 }, patient)).rejects.toThrow()
  })
})

describe("the queue", () => {
  test("is bounded: what does not fit is refused at once", async () => {
    const pool = makePool({ threads: 1, maxWaiting: 2 })
    const { hold, release } = holding(pool)
    const taken = [hold(), hold(), hold()]
    await expect(hold()).rejects.toBeInstanceOf(PoolBusy)
    release()
    expect(await Promise.all(taken)).toHaveLength(3)
  })

  test("lets no kind of task take every thread", async () => {
    const pool = makePool({ threads: 2, maxWaiting: 8 })
    const { hold, release, running } = holding(pool)
    const verifying = [hold(1), hold(1), hold(1)]
    await expect.poll(running).toBe(1)
    expect(await pool.run("double", { n: 1 }, patient)).toBe(2)
    expect(running()).toBe(1)
    release()
    await Promise.all(verifying)
  })

  test("closing fails what waits and what runs", async () => {
    const pool = makePool({ threads: 1 })
    const running = pool.run("hang", {}, patient)
    const waiting = pool.run("double", { n: 1 }, patient)
    const ends = Promise.allSettled([running, waiting])
    await pool.close()
    for (const end of await ends) expect(end).toMatchObject({ status: "rejected", reason: { name: "TaskLost" } })
    await expect(pool.run("double", { n: 1 }, patient)).rejects.toBeInstanceOf(TaskLost)
  })
})

describe("outcomes", () => {
  test("bring a refusal across as itself", async () => {
    const refusal = invalid("passphrase.wrong", {
      fields: { passphrase: ["passphrase.wrong"] },
      parameters: { left: 3 },
    })
    const there = structuredClone(await outcomeOf(() => Promise.reject(refusal)))
    const error = (() => {
      try {
        return valueIn(there)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(DomainError)
    expect(error).toMatchObject({
      code: "invalid",
      key: "passphrase.wrong",
      parameters: { left: 3 },
      fields: refusal.fields,
    })
    expect(() => valueIn(structuredClone({ kind: "done", value: 7 } as const))).not.toThrow()
    const limited = structuredClone(await outcomeOf(() => Promise.reject(rateLimited(30))))
    expect(() => valueIn(limited)).toThrow(expect.objectContaining({ code: "rate_limited", retryAfter: 30 }))
  })

  test("bring a fault across with its name and place", async () => {
    const there = structuredClone(await outcomeOf(() => Promise.reject(new RangeError("out of range"))))
    expect(() => valueIn(there)).toThrow(expect.objectContaining({ name: "RangeError", message: "out of range" }))
    const odd = structuredClone(await outcomeOf(() => Promise.reject("a string")))
    expect(() => valueIn(odd)).toThrow("no Error")
  })
})

describe("the workshop on a pool", () => {
  const job = { pdf: new Uint8Array(), trustAnchors: [], revoked: [], judgedAt: "2026-01-01T00:00:00.000Z" }
  const failing = (error: Error) => ({ run: () => Promise.reject(error) }) as unknown as WorkerPool

  test("refuses with 429 where too many documents wait", async () => {
    await expect(poolWorkshop(failing(new PoolBusy()), 2).verify(job)).rejects.toMatchObject({
      code: "rate_limited",
      retryAfter: 10,
    })
  })
  test("refuses a file that kills its thread, and does not call it a fault of the portal", async () => {
    await expect(poolWorkshop(failing(new TaskLost()), 2).verify(job)).rejects.toMatchObject({
      code: "invalid",
      key: "documentTooDemanding",
    })
    await expect(poolWorkshop(failing(new TaskLost()), 2).render({} as never)).rejects.toBeInstanceOf(TaskLost)
  })
})
