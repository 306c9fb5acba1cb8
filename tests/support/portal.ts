import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const demoPassword = "kata sandi peraga untuk uji"
export const demoPassphrase = "frasa sandi penanda tangan untuk uji"

export type Portal = {
  readonly origin: string
  readonly dataDir: string
  readonly process: ChildProcess
  /** Everything the process wrote so far. */
  output(): string
  /** Ends the process; its data folder goes with it unless it is to be kept. */
  stop(options?: { keepData?: boolean }): Promise<void>
}

/**
 * Starts the built portal in evaluation mode, as `npm start` does, with a data folder of its own (or `DATA_DIR`), and
 * waits until it is ready. Stopped by its process id; the folder goes with it.
 */
export async function startPortal(environment: Record<string, string> = {}): Promise<Portal> {
  const dataDir = environment.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "simpul-portal-")))
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, "app/server/launch.mjs"), "start"], {
    cwd: root,
    env: {
      ...withoutTestMarks(process.env),
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DEMO_PASSWORD: demoPassword,
      DEMO_PASSPHRASE: demoPassphrase,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (chunk) => {
    output += chunk
  })
  child.stderr.on("data", (chunk) => {
    output += chunk
  })
  const origin = `http://127.0.0.1:${port}`
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const stop = async ({ keepData = false } = {}) => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM")
    await exited
    if (!keepData) await rm(dataDir, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The portal ended before it was ready:\n${output}`)
    if (tries > 1200) {
      await stop()
      throw new Error(`The portal was not ready in two minutes:\n${output}`)
    }
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { origin, dataDir, process: child, output: () => output, stop }
}

/** Vitest marks its own processes; the portal must not take itself for a test. */
function withoutTestMarks(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _vitest, TEST: _test, NODE_OPTIONS: _options, ...rest } = environment
  return { ...rest } as NodeJS.ProcessEnv
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      )
    })
  })
}
