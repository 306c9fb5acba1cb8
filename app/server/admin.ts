import { EnvironmentError } from "#app/env.server.ts"
import { terminal } from "./admin/terminal.server.ts"
import { UsageError } from "./admin/verb.ts"
import { runVerb } from "./admin/verbs.ts"
import { BackupError } from "./backup/manifest.ts"

/** The operator's tool: one verb per run, plain text out, exit code 0 (done), 1 (not in order) or 2 (not understood). */
const { close, ...io } = terminal()
try {
  process.exitCode = await runVerb(process.argv.slice(2), io)
} catch (error) {
  const understood = error instanceof EnvironmentError || error instanceof UsageError || error instanceof BackupError
  process.stderr.write(`${understood ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
} finally {
  close()
}
