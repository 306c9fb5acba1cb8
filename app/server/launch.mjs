import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { builtStamp, clearStamp, sourceStamp } from "./build-stamp.mjs"

/**
 * `npm start`, `npm run serve` and `npm run admin`: builds what is missing or stale, then runs it in this process.
 * Plain JavaScript, because it runs before anything is compiled and where no compiler is installed.
 */
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const entries = { start: "main.js", serve: "main.js", admin: "admin.js" }

const [verb = "", ...rest] = process.argv.slice(2)
if (!(verb in entries)) fail(`Unknown: ${verb}. Known: ${Object.keys(entries).join(", ")}.`)
ensureBuilt()
const entry = join(root, "build", "server", entries[/** @type {keyof typeof entries} */ (verb)])
process.argv.splice(1, process.argv.length - 1, entry, ...(verb === "admin" ? rest : [verb, ...rest]))
await import(pathToFileURL(entry).href)

/** Builds where the sources are there and no build was made of exactly these; asks for a build where they are not. */
function ensureBuilt() {
  const hasSources = existsSync(join(root, "vite.config.ts"))
  const built = builtStamp(root)
  if (!hasSources) {
    if (built === null) fail("There is no build here, and nothing to build it from. Copy the folder build/ too.")
    return
  }
  if (built !== null && built === sourceStamp(root)) return
  const cli = buildTool()
  if (cli === null)
    fail(
      built === null
        ? "There is no build yet, and the build tools are not installed. Run `npm ci && npm run build` first."
        : "The sources are newer than the build, and the build tools are not installed. Run `npm ci && npm run build`.",
    )
  process.stderr.write(built === null ? "Building Simpul …\n" : "The sources have changed: building Simpul again …\n")
  clearStamp(root)
  const build = spawnSync(process.execPath, [cli, "vite:build"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  })
  if (build.status === 0 && builtStamp(root) !== null) return
  process.stderr.write(`${build.stdout ?? ""}${build.stderr ?? ""}`)
  clearStamp(root)
  fail("The build failed; its messages stand above.")
}

/** @returns {string | null} */
function buildTool() {
  try {
    const manifest = createRequire(join(root, "package.json")).resolve("@remix-run/dev/package.json")
    return join(dirname(manifest), "dist", "cli.js")
  } catch {
    return null
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
