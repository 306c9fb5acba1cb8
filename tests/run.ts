import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/**
 * `npm test`: types, lint, then every vitest project, one after the other, all of them whatever fails before.
 * The last line is `N passed, N failed`; types and lint count as one each. Exit code 1 where anything failed.
 * Arguments go to vitest (a file, `--project web`).
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const resolve = createRequire(import.meta.url).resolve
type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Runs a package's command with this node, its output where ours goes; answers the exit code. */
function run(title: string, script: string, args: readonly string[]): Promise<number> {
  process.stdout.write(`\n── ${title}\n`)
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
    child.on("error", () => done(1))
    child.on("exit", (code) => done(code ?? 1))
  })
}

/** The file behind a package's command. */
function command(name: string, bin: string): string {
  const manifest = resolve(`${name}/package.json`)
  const { bin: bins } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> }
  return join(dirname(manifest), typeof bins === "string" ? bins : bins[bin]!)
}

async function check(title: string, script: string, args: readonly string[]): Promise<Tally> {
  const ok = (await run(title, script, args)) === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

type VitestReport = {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { status: string }[] }[]
}

/** All vitest projects. A file that could not even be loaded, or an error outside every test, is a failure too. */
async function tests(args: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "simpul-tests-"))
  const file = join(folder, "report.json")
  try {
    const vitest = join(dirname(resolve("vitest/package.json")), "vitest.mjs")
    const code = await run("tests", vitest, [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ])
    const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    ).length
    const failed = report.numFailedTests + unloaded
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tallies = [
  await check("types", command("typescript", "tsc"), ["--project", "."]),
  await check("lint", command("@biomejs/biome", "biome"), ["check", "--config-path=.biome.jsonc", "."]),
  await tests(process.argv.slice(2)),
]
const sum = (part: keyof Tally): number => tallies.reduce((total, tally) => total + tally[part], 0)
if (sum("skipped") > 0) process.stdout.write(`\n${sum("skipped")} skipped\n`)
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`)
process.exitCode = sum("failed") > 0 ? 1 : 0
