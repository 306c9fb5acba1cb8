import { rm } from "node:fs/promises"
import type { TestProject } from "vitest/node"
import { startPortal } from "./portal.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder into which the demonstration network has been loaded, for copying; nobody works in it. */
    demoData: string
  }
}

/** Vitest's global set-up of the browser tests: the demonstration network is loaded once and not once per file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const portal = await startPortal()
  await portal.stop({ keepData: true })
  project.provide("demoData", portal.dataDir)
  return () => rm(portal.dataDir, { recursive: true, force: true })
}
