import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Whether this machine has the openssl program; tests that ask it stand beside ones that do not need it. */
export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0

/** Runs openssl in a folder that is gone afterwards; `run` answers what it printed and throws where it fails. */
export function openssl<T>(work: (folder: string, run: (...words: string[]) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "simpul-openssl-"))
  try {
    return work(folder, (...words) => {
      const { status, stdout, stderr } = spawnSync("openssl", words, { cwd: folder, encoding: "utf8" })
      if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`)
      return stdout + stderr
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
