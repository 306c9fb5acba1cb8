import { z } from "zod"

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const tableName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

/** The first entry of an archive: by it a backup is told from any other file. */
export const headerSchema = z.object({ format: z.literal("simpul-backup"), version: z.int().min(1) })

/** The form of archive that this program writes and reads. */
export const archiveVersion = 1

const part = z.strictObject({ name: z.string(), bytes: count, sha256 })

/** The last entry of an archive: what it holds, so that nothing can be missing, added or changed unseen. */
export const manifestSchema = z.strictObject({
  takenAt: z.iso.datetime(),
  /** A demonstration stays one wherever it is restored. */
  kind: z.enum(["evaluation", "production"]),
  /** Version of the program. */
  portal: z.string(),
  engine: z.enum(["sqlite", "postgres"]),
  /** Every migration that the database had run, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.strictObject({
      name: tableName,
      columns: z.array(tableName).min(1),
      rows: count,
      /** Over the rows as JSON lines, in the byte order of the key: the same on both engines. */
      sha256,
      parts: z.array(part),
    }),
  ),
  /** Files of the store that the rows name; each is its own hash. */
  files: z.array(z.strictObject({ sha256, bytes: count })),
  /** Further entries: the secrets of a demonstration. */
  extras: z.array(part),
  audit: z.strictObject({
    events: count,
    chains: count,
    /** Over the last hash of every chain. */
    headsSha256: sha256,
  }),
})

export type Manifest = z.infer<typeof manifestSchema>
export type ArchivePart = z.infer<typeof part>

/** Names of entries. Nothing under any other name is ever read, so none can lead out of the target. */
export const entryNames = {
  header: "simpul-backup.json",
  manifest: "manifest.json",
  evaluation: "evaluation.json",
  rows: (table: string, part: number) => `tables/${table}/${String(part).padStart(6, "0")}.jsonl.gz`,
  file: (hash: string) => `files/${hash.slice(0, 2)}/${hash.slice(2)}`,
} as const

/** What an entry is by its name; null for a name that no backup has. */
export function entryKind(
  name: string,
):
  | { kind: "header" | "manifest" | "evaluation" }
  | { kind: "rows"; table: string }
  | { kind: "file"; sha256: string }
  | null {
  if (name === entryNames.header) return { kind: "header" }
  if (name === entryNames.manifest) return { kind: "manifest" }
  if (name === entryNames.evaluation) return { kind: "evaluation" }
  const rows = /^tables\/([a-z][a-z0-9_]{0,62})\/\d{6,9}\.jsonl\.gz$/.exec(name)
  if (rows) return { kind: "rows", table: rows[1]! }
  const file = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name)
  if (file) return { kind: "file", sha256: `${file[1]}${file[2]}` }
  return null
}

/** What is wrong with a backup or where it should go, in one sentence for the operator. */
export class BackupError extends Error {
  override readonly name = "BackupError"
}
