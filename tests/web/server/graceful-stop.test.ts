import { Agent, get } from "node:http"
import { connect } from "node:net"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { ListenError, listen, tryPort } from "#app/server/listen.server.ts"
import { onStopSignal } from "#app/server/stop-signal.ts"
import { latch } from "#tests/support/http-client.ts"
import { startEdge } from "./edge-harness.ts"

describe("stopping", () => {
  test("finishes what is under way, takes nothing new, and closes idle connections", async () => {
    const held = latch()
    const { edge, listening, port, call } = await startEdge(async () => {
      await held.opened
      return new Response("finished", { headers: { "Content-Type": "text/plain" } })
    })
    const idle = connect(port, "127.0.0.1")
    const idleClosed = new Promise((resolve) => idle.on("close", resolve))
    await new Promise<void>((resolve) => idle.on("connect", resolve))
    const underWay = call("/slow", { headers: { Connection: "keep-alive" } })
    await expect.poll(() => edge.underWay()).toBe(1)
    const stopped = listening.stop(20_000)
    await idleClosed
    await expect(call("/new")).rejects.toThrow(/ECONNREFUSED/)
    expect(edge.stopping()).toBe(true)
    held.open()
    const answer = await underWay
    expect([answer.status, answer.body.toString(), answer.headers.connection]).toEqual([200, "finished", "close"])
    expect(await stopped).toBe(0)
    expect(edge.underWay()).toBe(0)
  })

  test("finishes a body that is still streaming", async () => {
    const rest = latch()
    const { edge, listening, call } = await startEdge(
      async () =>
        new Response(
          new ReadableStream<Uint8Array>({
            async start(controller) {
              controller.enqueue(Buffer.from("begun "))
              await rest.opened
              controller.enqueue(Buffer.from("ended"))
              controller.close()
            },
          }),
        ),
    )
    const underWay = call("/slow")
    await expect.poll(() => edge.underWay()).toBe(1)
    const stopped = listening.stop(20_000)
    rest.open()
    expect((await underWay).body.toString()).toBe("begun ended")
    expect(await stopped).toBe(0)
  })

  test("an answered keep-alive connection does not hold it up", async () => {
    const { listening, port } = await startEdge(async () => new Response("ok"))
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, path: "/", headers: { Host: "portal.test" }, agent }, (incoming) => {
        incoming.resume().on("end", resolve)
      }).on("error", reject)
    })
    expect(await listening.stop(20_000)).toBe(0)
    agent.destroy()
  })

  test("cuts what has not finished by the deadline, and says how much it was", async () => {
    const held = latch()
    const { edge, listening, call } = await startEdge(async () => {
      await held.opened
      return new Response("too late")
    })
    const underWay = call("/slow").catch((error: NodeJS.ErrnoException) => error.code)
    await expect.poll(() => edge.underWay()).toBe(1)
    expect(await listening.stop(50)).toBe(1)
    expect(await underWay).toBe("ECONNRESET")
    held.open()
  })
})

describe("opening the port", () => {
  test("names a port that is taken", async () => {
    const { edge, port } = await startEdge(async () => new Response("ok"))
    const at = { host: "127.0.0.1", port }
    await expect(listen(edge, at)).rejects.toThrow(
      new ListenError(
        `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another: PORT=${port + 1}.`,
      ),
    )
    await expect(tryPort(at)).rejects.toThrow(ListenError)
  })
  test("names a host that is not this machine's", async () => {
    const { edge } = await startEdge(async () => new Response("ok"))
    await expect(listen(edge, { host: "192.0.2.1", port: 0 })).rejects.toThrow(
      "HOST 192.0.2.1 is not an address of this machine.",
    )
  })
})

describe("the stop signal", () => {
  const signals = ["SIGTERM", "SIGINT"] as const
  const others = new Map(signals.map((name) => [name, process.listeners(name)]))
  // The tests send this very process signals: nobody else may hear them.
  beforeEach(() => {
    for (const name of signals) process.removeAllListeners(name)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    for (const name of signals) {
      process.removeAllListeners(name)
      for (const listener of others.get(name) ?? []) process.on(name, listener)
    }
  })

  function watch(stop: () => Promise<void>) {
    let now = 0
    const ends: number[] = []
    vi.spyOn(performance, "now").mockImplementation(() => now)
    vi.spyOn(process, "exit").mockImplementation((code) => {
      ends.push(Number(code))
      return undefined as never
    })
    vi.spyOn(process.stderr, "write").mockReturnValue(true)
    const calls: string[] = []
    onStopSignal({
      stop: (signal) => {
        calls.push(signal)
        return stop()
      },
      flush: () => {},
    })
    return { calls, ends, later: (ms: number) => (now += ms) }
  }

  test("stops once and ends with 0", async () => {
    const held = latch()
    const { calls, ends } = watch(() => held.opened)
    process.emit("SIGTERM", "SIGTERM")
    expect([calls, ends]).toEqual([["SIGTERM"], []])
    held.open()
    await vi.waitFor(() => expect(ends).toEqual([0]))
  })
  test("taken twice in one breath is one wish; later it ends at once", async () => {
    const { calls, ends, later } = watch(() => new Promise(() => {}))
    process.emit("SIGINT", "SIGINT")
    later(20)
    process.emit("SIGINT", "SIGINT")
    expect([calls, ends]).toEqual([["SIGINT"], []])
    later(2000)
    process.emit("SIGTERM", "SIGTERM")
    expect(ends).toEqual([1])
  })
  test("ends with 1 when stopping fails", async () => {
    const { ends } = watch(() => Promise.reject(new Error("disk gone")))
    process.emit("SIGTERM", "SIGTERM")
    await vi.waitFor(() => expect(ends).toEqual([1]))
  })
})
