import { randomUUID } from "node:crypto"
import { readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

const note = z.object({ at: z.iso.datetime(), bytes: z.int().min(0) })

/** When the newest whole backup was taken from this data folder, and how large it was. */
export type LastBackup = z.infer<typeof note>

const placeIn = (dataDir: string): string => join(dataDir, "last-backup.json")

/** Notes a backup that is whole, for whoever watches over its age. */
export async function noteBackup(dataDir: string, backup: LastBackup): Promise<void> {
  const waiting = join(dataDir, `.last-backup-${randomUUID()}`)
  await writeFile(waiting, `${JSON.stringify(backup)}\n`, { mode: 0o600 })
  await rename(waiting, placeIn(dataDir))
}

/** The newest backup that was noted; null where none is known. */
export async function lastBackup(dataDir: string): Promise<LastBackup | null> {
  try {
    return note.parse(JSON.parse(await readFile(placeIn(dataDir), "utf8")))
  } catch {
    return null
  }
}
