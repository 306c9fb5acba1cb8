import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

/** Where this program lies and in which form it runs. */
export type Installation = {
  /** Folder of package.json. */
  readonly root: string
  /** True for the production build, false where TypeScript runs as it is. */
  readonly built: boolean
  /** Static files of the build. */
  readonly clientDir: string
  /** Module of the worker threads, and the node flags that it needs. */
  readonly worker: { readonly entry: URL; readonly execArgv: readonly string[] }
}

/** Finds the installation from where this very module runs, so that the working directory does not matter. */
export function findInstallation(): Installation {
  const here = fileURLToPath(import.meta.url)
  const root = rootAbove(dirname(here))
  const built = here.endsWith(".js")
  return {
    root,
    built,
    clientDir: join(root, "build", "client"),
    worker: built
      ? { entry: pathToFileURL(join(root, "build", "server", "worker.js")), execArgv: [] }
      : { entry: pathToFileURL(join(root, "app", "server", "worker.ts")), execArgv: ["--import", "tsx"] },
  }
}

/** The version that package.json names. */
export const programVersion = ({ root }: Installation): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error("No package.json above the running program.")
  return rootAbove(above)
}
