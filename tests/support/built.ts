import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { builtStamp, sourceStamp } from "#app/server/build-stamp.mjs"

const manifest = createRequire(import.meta.url).resolve("@remix-run/dev/package.json")

/** Vitest's global set-up of the projects that run the production build: makes it where it is missing or stale. */
export default function setup(): void {
  const root = process.cwd()
  if (builtStamp(root) === sourceStamp(root)) return
  const build = spawnSync(process.execPath, [join(dirname(manifest), "dist", "cli.js"), "vite:build"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
  })
  if (build.status !== 0 || builtStamp(root) === null)
    throw new Error(`The build failed:\n${build.stdout}${build.stderr}`)
}
