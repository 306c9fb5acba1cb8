import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { type FileHandle, link, open, rename, unlink } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Writable } from "node:stream"
import { BackupError } from "./manifest.ts"

/** Makes the stream into an open file; a test hands in one that fails. */
export type OpenSink = (file: FileHandle) => Writable

const toFile: OpenSink = (file) =>
  new Writable({
    highWaterMark: 1024 * 1024,
    write(chunk: Buffer, _encoding, done) {
      file.appendFile(chunk).then(() => done(), done)
    },
  })

/**
 * Writes a file that is there whole or not at all: under a name that begins with a dot, on the disk, then under its
 * own. Readable by this user alone. Refuses a name that is taken; whatever fails leaves nothing behind.
 */
export async function writeWhole<T>(
  path: string,
  work: (sink: Writable) => Promise<T>,
  openSink: OpenSink = toFile,
): Promise<T> {
  const folder = dirname(path)
  const waiting = join(folder, `.${basename(path)}.${randomUUID()}.part`)
  const file = await open(waiting, "wx", 0o600)
  try {
    const result = await work(openSink(file))
    await file.sync()
    await file.close()
    await putInPlace(waiting, path)
    await syncFolder(folder)
    return result
  } catch (error) {
    await file.close().catch(() => {})
    await unlink(waiting).catch(() => {})
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new BackupError(`${path} is there already; a backup never replaces another file.`)
    throw error
  }
}

/** A link fails where the name is taken; a rename would put the new file in the old one's place. */
async function putInPlace(waiting: string, path: string): Promise<void> {
  try {
    await link(waiting, path)
  } catch (error) {
    // Some file systems (FAT, some network shares) have no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error
    if (existsSync(path)) throw Object.assign(new Error(`${path} exists`), { code: "EEXIST" })
    await rename(waiting, path)
    return
  }
  await unlink(waiting)
}

/** Makes the names in a folder durable, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r")
  try {
    await folder.sync()
  } catch (error) {
    if (!["EINVAL", "EPERM", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error
  } finally {
    await folder.close()
  }
}
