import { readdirSync, readFileSync } from "node:fs"
import { Agent, request } from "node:http"

/**
 * CPU time that a process has used so far, in milliseconds (Linux: of all its threads, from /proc, to the nanosecond;
 * the clock of `stat` beside it ticks every 10 ms, a ninth of what a round of kept pages takes).
 */
export function cpuMs(pid: number): number {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) nanoseconds += timeOf(`/proc/${pid}/task/${thread}/schedstat`)
  return nanoseconds / 1e6
}

/** The first figure of a thread's schedstat; a thread that has just ended has none. */
function timeOf(path: string): number {
  try {
    return Number(readFileSync(path, "utf8").split(" ", 1)[0])
  } catch {
    return 0
  }
}

export type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** One GET over a kept connection. */
export function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join(", ") : (value ?? ""),
            ]),
          ),
          body: Buffer.concat(chunks),
        }),
      )
    })
    call.on("error", reject)
    call.end()
  })
}

/** `count` requests over 16 connections; answers the CPU milliseconds that `pid` spent on each. */
export async function cpuPerRequest(
  pid: number,
  count: number,
  url: (n: number) => string,
  headers: Record<string, string> = {},
): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      const n = next
      next += 1
      const { status } = await get(url(n), headers)
      if (status !== 200 && status !== 304) throw new Error(`${status} from ${url(n)}`)
    }
  }
  const before = cpuMs(pid)
  await Promise.all(Array.from({ length: 16 }, worker))
  return (cpuMs(pid) - before) / count
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The value below which `percent` of the values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? Number.NaN
}
