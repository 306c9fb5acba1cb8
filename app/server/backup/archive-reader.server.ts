import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"
import { extract } from "tar-stream"
import { z } from "zod"
import type { Row } from "#db/dump/snapshot.ts"
import {
  archiveVersion,
  BackupError,
  entryKind,
  entryNames,
  headerSchema,
  type Manifest,
  manifestSchema,
} from "./manifest.ts"

const unpack = promisify(gunzip)

/** One entry is held in memory: stored files are far below this, parts of tables are cut to a few MiB. */
const largestEntry = 256 * 1024 * 1024
const largestPart = 512 * 1024 * 1024

export type ArchiveEntry = {
  readonly name: string
  readonly bytes: Buffer
  readonly sha256: string
}

/**
 * Reads an archive from its beginning and hands over one entry after the other. Throws `BackupError` for what is no
 * backup of this form, for any entry under a name that backups do not have, and where the file ends early.
 */
export async function readArchive(path: string, visit: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => null,
  )
  if (size === null) throw new BackupError(`${path} cannot be read.`)
  const tar = extract()
  const seen = new Set<string>()
  let last = ""
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 })
  const read = pipeline(source, tar)
  read.catch(() => {})
  try {
    for await (const entry of tar) {
      const { name, type, size: length = 0 } = entry.header
      if (seen.size === 0 && name !== entryNames.header) throw noBackup(path)
      if (type !== "file" || entryKind(name) === null || length > largestEntry)
        throw new BackupError(`${path} holds an entry that no backup has: ${JSON.stringify(name)}.`)
      if (seen.has(name)) throw new BackupError(`${path} holds ${name} twice.`)
      if (last === entryNames.manifest) throw new BackupError(`${path} goes on after its manifest: ${name}.`)
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      const bytes = Buffer.concat(chunks)
      if (bytes.length !== length) throw cutShort(path)
      if (seen.size === 0) readHeader(path, bytes)
      seen.add(name)
      last = name
      await visit({ name, bytes, sha256: createHash("sha256").update(bytes).digest("hex") })
    }
    await read
  } catch (error) {
    source.destroy()
    if (error instanceof BackupError) throw error
    if (!isTarFault(error)) throw error
    throw seen.size === 0 ? noBackup(path) : cutShort(path)
  }
  if (seen.size === 0) throw noBackup(path)
  if (last !== entryNames.manifest) throw cutShort(path)
}

const noBackup = (path: string) => new BackupError(`${path} is no backup of Simpul.`)
const cutShort = (path: string) =>
  new BackupError(`${path} is damaged or was cut short: it does not go on to the manifest at its end.`)

/** What tar-stream says of bytes that are no archive, or no whole one. */
const isTarFault = (error: unknown): boolean =>
  error instanceof Error && /header|checksum|unexpected end|premature|stream was destroyed|size/i.test(error.message)

function readHeader(path: string, bytes: Buffer): void {
  const header = headerSchema.safeParse(tryJson(bytes))
  if (!header.success) throw noBackup(path)
  if (header.data.version > archiveVersion)
    throw new BackupError(`${path} was written by a newer version of Simpul (form ${header.data.version}).`)
}

/** The manifest, from the last entry. */
export function readManifest(path: string, bytes: Buffer): Manifest {
  const manifest = manifestSchema.safeParse(tryJson(bytes))
  if (!manifest.success) throw new BackupError(`The manifest of ${path} cannot be read.`)
  return manifest.data
}

const cells = z.array(z.array(z.union([z.string(), z.number(), z.null()])))

/** The rows of one part. `lines` is what their table's hash is made of. */
export async function rowsIn(entry: ArchiveEntry): Promise<{ readonly lines: string; readonly rows: Row[] }> {
  try {
    const lines = (await unpack(entry.bytes, { maxOutputLength: largestPart })).toString("utf8")
    return { lines, rows: cells.parse(JSON.parse(`[${lines.trimEnd().replaceAll("\n", ",")}]`)) }
  } catch {
    throw new BackupError(`${entry.name} cannot be unpacked.`)
  }
}

function tryJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"))
  } catch {
    return null
  }
}
