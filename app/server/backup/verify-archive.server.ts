import { RowTally } from "#db/dump/snapshot.ts"
import { type ArchiveEntry, readArchive, readManifest, rowsIn } from "./archive-reader.server.ts"
import { BackupError, entryKind, entryNames, type Manifest } from "./manifest.ts"

type Found = { readonly bytes: number; readonly sha256: string }

/**
 * Reads a whole archive and answers its manifest once everything in it is as the manifest says: each entry's size and
 * hash, each file's name, number and hash of each table's rows, nothing missing, nothing besides.
 * Throws `BackupError` that names what differs.
 */
export async function verifyArchive(path: string): Promise<Manifest> {
  const found = new Map<string, Found>()
  const tallies = new Map<string, RowTally>()
  const unreadable: string[] = []
  let manifest: Manifest | null = null

  async function look(entry: ArchiveEntry): Promise<void> {
    const kind = entryKind(entry.name)
    if (kind?.kind === "manifest") manifest = readManifest(path, entry.bytes)
    else if (kind?.kind !== "header") found.set(entry.name, { bytes: entry.bytes.length, sha256: entry.sha256 })
    if (kind?.kind !== "rows") return
    const tally = tallies.get(kind.table) ?? new RowTally()
    tallies.set(kind.table, tally)
    try {
      const { lines, rows } = await rowsIn(entry)
      tally.add(lines, rows.length)
    } catch (error) {
      if (!(error instanceof BackupError)) throw error
      unreadable.push(entry.name)
    }
  }

  await readArchive(path, look)
  const whole = manifest as Manifest | null
  if (whole === null) throw new BackupError(`${path} has no manifest.`)
  const faults = [...differences(whole, found), ...tableFaults(whole, tallies)]
  if (faults.length === 0 && unreadable.length > 0) faults.push(...unreadable)
  if (faults.length > 0)
    throw new BackupError(
      `${path} is not what its manifest says:\n${faults
        .slice(0, 20)
        .map((fault) => `  ${fault}`)
        .join("\n")}${faults.length > 20 ? `\n  and ${faults.length - 20} more` : ""}`,
    )
  return whole
}

function differences(manifest: Manifest, found: ReadonlyMap<string, Found>): string[] {
  const faults: string[] = []
  const expected = new Map<string, Found>()
  for (const part of [...manifest.tables.flatMap(({ parts }) => parts), ...manifest.extras])
    expected.set(part.name, part)
  for (const file of manifest.files) expected.set(entryNames.file(file.sha256), file)
  for (const [name, { bytes, sha256 }] of expected) {
    const there = found.get(name)
    if (!there) faults.push(`${name} is missing`)
    else if (there.bytes !== bytes || there.sha256 !== sha256) faults.push(`${name} was changed`)
  }
  for (const name of found.keys()) if (!expected.has(name)) faults.push(`${name} does not belong to it`)
  return faults
}

function tableFaults(manifest: Manifest, tallies: ReadonlyMap<string, RowTally>): string[] {
  return manifest.tables.flatMap(({ name, rows, sha256 }) => {
    const counted = (tallies.get(name) ?? new RowTally()).result()
    return counted.rows === rows && counted.sha256 === sha256
      ? []
      : [`the rows of ${name} are not those that were read`]
  })
}
