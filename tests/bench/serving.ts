import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { demoRows } from "#tests/browser/demo-rows.ts"
import { startPortal } from "#tests/support/portal.ts"
import { cpuPerRequest, get, median } from "./load.ts"
import { pageKinds, unkeptKinds } from "./page-kinds.ts"
import type { Figure } from "./run.ts"

const rounds = 5
const requests = 2_000
const gzip = { "Accept-Encoding": "gzip" }

/** Kept pages against a bare node:http server with the same bytes and headers; uncached pages; the first answer. */
export async function serving(): Promise<Figure[]> {
  const first = await timed(() => startPortal({ LOG_LEVEL: "silent" }))
  const { dataDir } = first.value
  await first.value.stop({ keepData: true })
  const again = await timed(() => startPortal({ LOG_LEVEL: "silent", DATA_DIR: dataDir }))
  const portal = again.value
  const figures: Figure[] = []
  try {
    const pid = portal.process.pid!
    const fill = demoRows(portal.dataDir)
    figures.push({ name: "start with an empty folder until ready (demo loaded)", value: first.ms, unit: "ms" })
    figures.push({ name: "start again until the first answer", value: again.ms, unit: "ms" })
    for (const [kind, path] of Object.entries(pageKinds))
      figures.push(...(await againstBare(portal.origin, pid, kind, fill(path))))
    for (const [kind, path] of Object.entries({ ...pageKinds, ...unkeptKinds }))
      figures.push(await rendered(portal.origin, pid, kind, fill(path)))
  } finally {
    await portal.stop()
  }
  return figures
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  return { value: await work(), ms: performance.now() - began }
}

/** What one page costs that is kept for nobody. */
async function rendered(origin: string, pid: number, kind: string, path: string): Promise<Figure> {
  // An unknown parameter is never kept, so each of these is rendered.
  const url = (n: number) => `${origin}${path}${path.includes("?") ? "&" : "?"}tanpa-simpanan=${n}`
  await cpuPerRequest(pid, 50, url)
  const runs: number[] = []
  for (let round = 0; round < 5; round += 1) runs.push(await cpuPerRequest(pid, 60, url))
  return { name: `uncached ${kind}, CPU per page`, value: median(runs), unit: "ms" }
}

async function againstBare(origin: string, pid: number, kind: string, path: string): Promise<Figure[]> {
  const url = origin + path
  await get(url, gzip)
  const answer = await get(url, gzip)
  if (answer.status !== 200) throw new Error(`${answer.status} from ${path}`)
  if (!/^W?\/?"/.test(answer.headers.etag ?? "")) throw new Error(`${path} is not kept`)
  const bare = await startBare(answer)
  try {
    const other = `http://127.0.0.1:${bare.port}${path}`
    const ours: number[] = []
    const theirs: number[] = []
    const ratios: number[] = []
    for (let round = -1; round < rounds; round += 1) {
      const a = await cpuPerRequest(pid, requests, () => url, gzip)
      const b = await cpuPerRequest(bare.process.pid!, requests, () => other, gzip)
      if (round < 0) continue
      ours.push(a)
      theirs.push(b)
      ratios.push(b / a)
    }
    const unchanged = await cpuPerRequest(pid, requests, () => url, {
      ...gzip,
      "If-None-Match": answer.headers.etag ?? "",
    })
    return [
      { name: `kept ${kind}, CPU per request`, value: median(ours), unit: "ms" },
      { name: `bare node:http with the same bytes, ${kind}`, value: median(theirs), unit: "ms" },
      { name: `kept ${kind} in parts of bare (goal ≥ 0.8)`, value: median(ratios), unit: "×" },
      { name: `unchanged (304) ${kind}, CPU per request`, value: unchanged, unit: "ms" },
    ]
  } finally {
    bare.process.kill("SIGTERM")
  }
}

async function startBare(answer: {
  headers: Record<string, string>
  body: Buffer
}): Promise<{ process: ChildProcess; port: number }> {
  const { connection: _c, "keep-alive": _k, date: _d, "x-request-id": _id, ...headers } = answer.headers
  const child = spawn(process.execPath, [fileURLToPath(new URL("bare-server.mjs", import.meta.url))], {
    env: { ...process.env, BARE_ANSWER: JSON.stringify({ headers, body: answer.body.toString("base64") }) },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = (await once(child.stdout, "data")) as [Buffer]
  return { process: child, port: Number(line.toString().trim()) }
}
