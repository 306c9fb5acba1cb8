import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { sql } from "kysely"
import type { FileStore } from "#app/domain/kernel/file-store.ts"
import type { Db } from "#db/connection.ts"
import { columnsOf, inSnapshot, lineOf, type RawTrx, RowTally, rowsOf, tablesIn } from "#db/dump/snapshot.ts"
import { type DumpedTable, dumpedTables, isPlanned } from "#db/dump/table-plan.ts"
import { countAll, dialectOf } from "#db/portable.ts"
import { type ArchiveWriter, archiveWriter } from "./archive-writer.server.ts"
import { type ArchivePart, archiveVersion, BackupError, entryNames, type Manifest } from "./manifest.ts"
import { type OpenSink, writeWhole } from "./whole-file.server.ts"

const compress = promisify(gzip)

/** Rows are packed in parts of about this size. */
const partBytes = 4 * 1024 * 1024

export type TakeOptions = {
  /** Where the archive goes; refused where something stands there. */
  readonly path: string
  /** A handle of its own: the snapshot keeps it to itself. */
  readonly db: Db
  readonly files: FileStore
  readonly kind: Manifest["kind"]
  /** The secrets of a demonstration, which are none; null in production. */
  readonly evaluation: Uint8Array | null
  readonly portal: string
  readonly now: Date
  /** Told what is being done. The first call comes when the snapshot stands. */
  readonly progress: (line: string) => void | Promise<void>
  readonly openSink?: OpenSink
}

export type Taken = { readonly manifest: Manifest; readonly bytes: number; readonly sha256: string }

/**
 * Writes a whole backup while others go on working: the rows as they stood at one moment, and then every file that
 * those rows name. Files are never deleted and are stored before the rows that name them, so all of them are there.
 * Throws `BackupError` for a file that is missing or damaged; then, as at any failure, nothing is left at `path`.
 */
export async function takeBackup(options: TakeOptions): Promise<Taken> {
  const { now, path } = options
  return writeWhole(
    path,
    async (sink) => {
      const archive = archiveWriter(sink, now)
      try {
        const header = { format: "simpul-backup", version: archiveVersion, takenAt: now.toISOString() }
        await archive.add(entryNames.header, json(header))
        const manifest = await writeContents(archive, options)
        await archive.add(entryNames.manifest, json(manifest))
        return { manifest, ...(await archive.finish()) }
      } catch (error) {
        await archive.abort()
        throw error
      }
    },
    options.openSink,
  )
}

async function writeContents(archive: ArchiveWriter, options: TakeOptions): Promise<Manifest> {
  const { db, progress } = options
  const { database, named } = await inSnapshot(db, async (trx) => {
    const migrations = await migrationsOf(trx)
    await progress("the state of the database stands")
    for (const table of await tablesIn(trx))
      if (!isPlanned(table)) await progress(`${table}: no table of the portal, left out`)
    const named = new Set<string>()
    const tables: Manifest["tables"] = []
    for (const table of dumpedTables) {
      const dumped = await writeTable(archive, trx, table, named)
      await progress(`${table.name}: ${dumped.rows} rows`)
      tables.push(dumped)
    }
    return { database: { migrations, tables, audit: await auditHeads(trx) }, named }
  })
  const files = await writeFiles(archive, options, named)
  const extras: ArchivePart[] =
    options.evaluation === null ? [] : [await archive.add(entryNames.evaluation, options.evaluation)]
  return {
    takenAt: options.now.toISOString(),
    kind: options.kind,
    portal: options.portal,
    engine: dialectOf(db),
    ...database,
    files,
    extras,
  }
}

async function writeTable(
  archive: ArchiveWriter,
  trx: RawTrx,
  { name, files }: DumpedTable,
  named: Set<string>,
): Promise<Manifest["tables"][number]> {
  const columns = await columnsOf(trx, name)
  const places = files.map((file) => columns.findIndex((column) => column.name === file))
  if (columns.length === 0 || places.includes(-1))
    throw new BackupError(`The table ${name} is not what this version knows. Run \`npm run admin -- migrate\` first.`)
  const tally = new RowTally()
  const parts: ArchivePart[] = []
  let waiting = ""
  const flush = async () => {
    if (waiting === "") return
    parts.push(await archive.add(entryNames.rows(name, parts.length + 1), await compress(waiting)))
    waiting = ""
  }
  for await (const rows of rowsOf(trx, name, columns)) {
    const lines = rows.map(lineOf).join("")
    tally.add(lines, rows.length)
    for (const row of rows)
      for (const place of places) {
        const hash = row[place]
        if (typeof hash === "string" && hash !== "") named.add(hash)
      }
    waiting += lines
    if (waiting.length >= partBytes) await flush()
  }
  await flush()
  return { name, columns: columns.map((column) => column.name), ...tally.result(), parts }
}

async function writeFiles(
  archive: ArchiveWriter,
  { files, progress }: TakeOptions,
  named: ReadonlySet<string>,
): Promise<Manifest["files"]> {
  const written: Manifest["files"] = []
  const lost: string[] = []
  for (const sha256 of [...named].sort()) {
    // The store checks what it reads against its name and throws where that differs.
    const bytes = await files.get(sha256).catch(() => null)
    if (bytes === null) {
      lost.push(sha256)
      continue
    }
    await archive.add(entryNames.file(sha256), bytes)
    written.push({ sha256, bytes: bytes.byteLength })
    if (written.length % 500 === 0) await progress(`files: ${written.length} of ${named.size}`)
  }
  if (lost.length > 0)
    throw new BackupError(
      `${lost.length} stored files are missing or damaged, so no backup was written: ${lost.slice(0, 20).join(", ")}${lost.length > 20 ? " …" : ""}`,
    )
  await progress(`files: ${written.length}`)
  return written
}

async function migrationsOf(trx: RawTrx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  return rows.map(({ name }) => name)
}

/** Number of events and chains, and a hash over the last link of each. */
async function auditHeads(trx: RawTrx): Promise<Manifest["audit"]> {
  const { rows } = await sql<{ type: string; id: string; seq: number; hash: string }>`
    select subject_type as type, subject_id as id, seq, hash from audit_event e
    where seq = (select max(seq) from audit_event f
      where f.subject_type = e.subject_type and f.subject_id = e.subject_id)`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select ${countAll()} as n from audit_event`.execute(trx)
  const lines = rows.map(({ type, id, seq, hash }) => `${type}/${id} ${seq} ${hash}\n`).sort()
  const heads = createHash("sha256")
  for (const line of lines) heads.update(line)
  return { events: counted[0]?.n ?? 0, chains: lines.length, headsSha256: heads.digest("hex") }
}

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
