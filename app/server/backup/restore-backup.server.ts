import { type Kysely, sql } from "kysely"
import type { FileStore } from "#app/domain/kernel/file-store.ts"
import type { Db } from "#db/connection.ts"
import { insertRows, withReferencesCheckedLast } from "#db/dump/load.ts"
import { columnsOf, type RawTrx, tablesIn, tallyOf } from "#db/dump/snapshot.ts"
import { migrations } from "#db/migrations/index.ts"
import { migrateTo, migrateToLatest } from "#db/migrator.ts"
import { readArchive, rowsIn } from "./archive-reader.server.ts"
import { BackupError, entryKind, type Manifest } from "./manifest.ts"

export type RestoreOptions = {
  readonly path: string
  /** What `verifyArchive` answered for it. */
  readonly manifest: Manifest
  /** An empty database. */
  readonly db: Db
  readonly files: FileStore
  readonly progress: (line: string) => void
  /** Keeps the secrets of a demonstration. */
  readonly keepEvaluation: (bytes: Uint8Array) => Promise<void>
}

/** Refuses a backup whose database this program does not know: a newer one, or one of another line of versions. */
export function refuseUnknownSchema(manifest: Manifest): void {
  const known = Object.keys(migrations)
  const stranger = manifest.migrations.find((name, at) => known[at] !== name)
  if (stranger === undefined) return
  throw new BackupError(
    known.includes(stranger)
      ? `The backup lacks a migration before ${stranger}; it was made by another line of versions.`
      : `The backup was made by a newer version of Simpul (${manifest.portal}, ${stranger}). Restore it with that version or a newer one.`,
  )
}

const rawOf = (db: Db) =>
  db.withoutPlugins() as unknown as Kysely<Record<string, Record<string, string | number | null>>>

/** Refuses a database that holds any table, whoever made it; changes nothing. */
export async function refuseFullDatabase(db: Db): Promise<void> {
  const tables = await rawOf(db).transaction().execute(tablesIn)
  if (tables.length === 0) return
  throw new BackupError(
    "The database is not empty, and was left as it is. A backup is restored into an empty database only: name a new one.",
  )
}

/**
 * Fills an empty database and file store from an archive, compares what then stands there with the manifest, and
 * brings the database up to this version. Rows come in one transaction: all of them or none.
 * Throws `BackupError` where the database is not empty, or where something is not what the manifest says.
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const { db, manifest, progress } = options
  refuseUnknownSchema(manifest)
  await refuseFullDatabase(db)
  const raw = rawOf(db)
  await migrateTo(db, manifest.migrations.at(-1)!)
  progress(`the database stands at ${manifest.migrations.at(-1)}`)
  await raw.transaction().execute(async (trx) => {
    await checkColumns(trx, manifest)
    await withReferencesCheckedLast(trx, async () => {
      // A migration may have put rows there that the backup holds as well.
      for (const { name } of manifest.tables) await sql`delete from ${sql.table(name)}`.execute(trx)
      await load(trx, options)
    })
    await compare(trx, options)
  })
  await migrateToLatest(db)
}

async function checkColumns(trx: RawTrx, { tables }: Manifest): Promise<void> {
  for (const { name, columns } of tables) {
    const own = (await columnsOf(trx, name)).map((column) => column.name)
    if (own.join() !== columns.join()) throw new BackupError(`The table ${name} of the backup has other columns.`)
  }
}

async function load(trx: RawTrx, options: RestoreOptions): Promise<void> {
  const { path, manifest, files, progress } = options
  const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]))
  let stored = 0
  await readArchive(path, async (entry) => {
    const kind = entryKind(entry.name)
    if (kind?.kind === "rows") {
      const { rows } = await rowsIn(entry)
      const own = columns.get(kind.table)
      if (!own) throw new BackupError(`${entry.name} does not belong to the backup.`)
      await insertRows(trx, kind.table, own, rows)
    } else if (kind?.kind === "file") {
      if ((await files.put(entry.bytes)) !== kind.sha256) throw new BackupError(`${entry.name} was changed.`)
      stored += 1
      if (stored % 500 === 0) progress(`files: ${stored} of ${manifest.files.length}`)
    } else if (kind?.kind === "evaluation") await options.keepEvaluation(entry.bytes)
  })
}

/** What was restored, read again from where it now stands. */
async function compare(trx: RawTrx, { manifest, files, progress }: RestoreOptions): Promise<void> {
  for (const table of manifest.tables) {
    const { rows, sha256 } = await tallyOf(trx, table.name, await columnsOf(trx, table.name))
    if (rows !== table.rows || sha256 !== table.sha256)
      throw new BackupError(`After restoring, ${table.name} is not equal to the backup.`)
    progress(`${table.name}: ${rows} rows, equal`)
  }
  for (const { sha256 } of manifest.files)
    if (!(await files.has(sha256))) throw new BackupError(`After restoring, the file ${sha256} is not there.`)
  progress(`files: ${manifest.files.length}`)
}
