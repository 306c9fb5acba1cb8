import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { FileStore } from "#app/domain/kernel/file-store.ts"

/** What a crash may leave behind is removed after this time; nothing is under way for so long. */
const abandonedAfterMs = 3_600_000

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/**
 * Files in a folder, each under its SHA-256: `ab/cdef…`. A file is written beside its place, fsynced and renamed, and
 * the folder is fsynced, so after a power cut it stands whole or not at all. Readable by this user alone.
 */
export function diskFiles(folder: string): FileStore {
  const waiting = join(folder, "incoming")
  let prepared: Promise<void> | undefined
  const placeOf = (sha256: string): string | null =>
    /^[0-9a-f]{64}$/.test(sha256) ? join(folder, sha256.slice(0, 2), sha256.slice(2)) : null

  async function prepare(): Promise<void> {
    await mkdir(waiting, { recursive: true, mode: 0o700 })
    await syncFolder(folder)
    for (const name of await readdir(waiting)) {
      const path = join(waiting, name)
      const found = await stat(path).catch(() => null)
      if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await unlink(path).catch(() => {})
    }
  }

  return {
    async put(bytes) {
      prepared ??= prepare().catch((error) => {
        prepared = undefined
        throw error
      })
      await prepared
      const sha256 = sha256Of(bytes)
      const place = placeOf(sha256)!
      const shelf = dirname(place)
      await mkdir(shelf, { recursive: true, mode: 0o700 })
      await syncFolder(folder)
      if (!(await exists(place, bytes.byteLength))) {
        const path = join(waiting, randomUUID())
        try {
          await writeDurably(path, bytes)
          await rename(path, place)
        } catch (error) {
          await unlink(path).catch(() => {})
          throw error
        }
      }
      // Also where the file stood already: whoever put it may not have come as far as this.
      await syncFolder(shelf)
      return sha256
    },

    async get(sha256) {
      const place = placeOf(sha256)
      if (!place) return null
      const bytes = await readFile(place).catch(absent)
      if (bytes && sha256Of(bytes) !== sha256) throw new Error(`The stored file ${sha256} is damaged.`)
      return bytes ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null
    },

    async has(sha256) {
      const place = placeOf(sha256)
      return place !== null && (await stat(place).catch(absent)) !== null
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes names in a folder durable. Some systems cannot open folders; there the rename is all that can be had. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null)
  if (!folder) return
  try {
    await folder.sync()
  } catch (error) {
    if (!["EINVAL", "EPERM", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error
  } finally {
    await folder.close()
  }
}

/** A file that is there with the right length is whole: it came there by rename. */
const exists = async (path: string, size: number): Promise<boolean> => (await stat(path).catch(absent))?.size === size

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null
  throw error
}
