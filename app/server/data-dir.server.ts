import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { EnvironmentError, type Mode } from "#app/env.server.ts"

/** What a data folder is for. The two never mix: demo accounts have passwords that are printed on a screen. */
export type Kind = "evaluation" | "production"

const marker = z.object({ kind: z.enum(["evaluation", "production", "restoring"]), since: z.string() })
const markerName = "simpul.json"

const kindOf = (mode: Mode): Kind => (mode === "production" ? "production" : "evaluation")

/** What the data folder at `path` was made for; null where nobody has used it yet. */
export function dataDirKind(path: string): Kind | null {
  const kind = readKind(path)
  if (kind === "restoring")
    throw new EnvironmentError([
      `DATA_DIR ${path} holds a restoration that did not come to its end. Empty it and restore again.`,
    ])
  return kind
}

function readKind(path: string): Kind | "restoring" | null {
  try {
    return marker.parse(JSON.parse(readFileSync(join(path, markerName), "utf8"))).kind
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw new EnvironmentError([`${join(path, markerName)} cannot be read: it says what this data folder is for.`])
  }
}

/** Marks an empty data folder as one that is being filled: until `finishRestoring`, nothing starts on it. */
export function beginRestoring(path: string, now: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const text = `${JSON.stringify({ kind: "restoring", since: now })}\n`
  writeFileSync(join(path, markerName), text, { flag: "wx", mode: 0o600 })
}

/** Turns the mark of a restored folder into that of its kind. */
export function finishRestoring(path: string, kind: Kind, now: string): void {
  const waiting = join(path, `.${markerName}`)
  writeFileSync(waiting, `${JSON.stringify({ kind, since: now })}\n`, { mode: 0o600, flush: true })
  renameSync(waiting, join(path, markerName))
}

/**
 * Makes the data folder, readable by this user alone, and marks it for `mode`.
 * Refuses a folder that was marked for the other kind.
 */
export function claimDataDir(path: string, mode: Mode, now: string): void {
  const kind = kindOf(mode)
  const found = dataDirKind(path)
  if (found !== null && found !== kind) throw new EnvironmentError([refusalOf(path, found)])
  if (found !== null) return
  mkdirSync(path, { recursive: true, mode: 0o700 })
  writeFileSync(join(path, markerName), `${JSON.stringify({ kind, since: now })}\n`, { flag: "wx", mode: 0o600 })
}

const refusalOf = (path: string, found: Kind): string =>
  found === "production"
    ? `DATA_DIR ${path} holds a production portal; the evaluation will not touch it. Choose another DATA_DIR.`
    : `DATA_DIR ${path} holds the demo network, whose passwords are no secret; production will not use it. Choose another DATA_DIR.`
