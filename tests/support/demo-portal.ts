import { cp, mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { type Portal, startPortal } from "./portal.ts"

/** A portal of its own on a fresh copy of the demonstration network. */
export async function startDemoPortal(environment: Record<string, string> = {}): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), "simpul-portal-"))
  await cp(inject("demoData"), dataDir, { recursive: true })
  return startPortal({ DATA_DIR: dataDir, ...environment })
}
