import { existsSync } from "node:fs"
import { readdir, writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { authorityKeysOpen } from "#app/domain/signature/authority.server.ts"
import { EnvironmentError, type RestoreTarget, readRestoreTarget } from "#app/env.server.ts"
import { diskFiles } from "#app/services/file-store.server.ts"
import { type Db, openDatabase } from "#db/connection.ts"
import { BackupError, type Manifest } from "../backup/manifest.ts"
import { refuseFullDatabase, refuseUnknownSchema, restoreBackup } from "../backup/restore-backup.server.ts"
import { verifyArchive } from "../backup/verify-archive.server.ts"
import { syncFolder } from "../backup/whole-file.server.ts"
import { beginRestoring, finishRestoring } from "../data-dir.server.ts"
import { evaluationFile, secretIn } from "../evaluation-secrets.server.ts"
import { type BareVerb, UsageError } from "./verb.ts"

/** Fills an empty data folder, and an empty database, from a backup. */
export const restore: BareVerb = {
  usage: "restore --from FILE (--into DIR | --check)",
  help: [
    "fills an empty folder from a backup, or only checks the backup",
    "",
    "Reads the whole archive first and refuses one that is damaged, cut short, changed, or newer than this program.",
    "DIR becomes the data folder (DATA_DIR) and must be empty or not there. The database is SQLite in that folder, or",
    "the one that DATABASE_URL names, which must be empty; files go to FILES_URL where that is set. Whichever engine a",
    "backup was taken from, it can be restored into the other.",
    "",
    "Afterwards rows and files are compared with the backup, the audit log is verified and, where SECRET is set, the",
    "certificate authority's key is tried. Exit code 0 where everything is in order. A demonstration stays one.",
  ].join("\n"),
  async runBare({ args, print, note }) {
    const { from, into } = readOptions(args)
    note("reading the backup")
    const manifest = await verifyArchive(from)
    print(`${from}: ${describe(manifest)}`)
    refuseUnknownSchema(manifest)
    if (into === null) {
      print("Every hash in it is right.")
      return 0
    }
    const target = readRestoreTarget(into)
    await refuseFull(target)
    beginRestoring(target.dataDir, new Date().toISOString())
    const db = openDatabase(target.databaseUrl)
    try {
      let demo: Uint8Array | null = null
      await restoreBackup({
        path: from,
        manifest,
        db,
        files: diskFiles(target.filesUrl),
        progress: note,
        keepEvaluation: async (bytes) => {
          demo = bytes
          await writeFile(evaluationFile(target.dataDir), bytes, { flag: "wx", mode: 0o600, flush: true })
        },
      })
      const whole = await examine(db, demo === null ? target.secrets : [secretIn(demo)], print)
      finishRestoring(target.dataDir, manifest.kind, new Date().toISOString())
      await syncFolder(target.dataDir)
      print(`Restored into ${target.dataDir}${isPostgres(target) ? " and the database of DATABASE_URL" : ""}.`)
      return whole ? 0 : 1
    } catch (error) {
      note(
        `${target.dataDir} is not complete and is marked so. Empty it${isPostgres(target) ? " and the database" : ""} before you try again.`,
      )
      throw error
    } finally {
      await db.destroy()
    }
  },
}

const isPostgres = ({ databaseUrl }: RestoreTarget): boolean => /^postgres(ql)?:\/\//.test(databaseUrl)

function readOptions(args: readonly string[]): { from: string; into: string | null } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: "string" }, into: { type: "string" }, check: { type: "boolean", default: false } },
    })
    if (!values.from) throw new UsageError("--from is missing: the backup to restore.")
    if ((values.into !== undefined) === values.check)
      throw new UsageError("Say either --into DIR, the empty folder to fill, or --check.")
    return { from: values.from, into: values.into ?? null }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function describe(manifest: Manifest): string {
  const { takenAt, kind, portal, engine, tables, files } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${kind === "evaluation" ? "demonstration" : "production"}, ${takenAt}, Simpul ${portal} on ${engine}, ${rows} rows, ${files.length} files.`
}

/** Nothing that is there is ever mixed with what a backup brings; asked before anything is made. */
async function refuseFull(target: RestoreTarget): Promise<void> {
  const { dataDir, filesUrl, databaseUrl } = target
  for (const folder of [dataDir, filesUrl]) {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return []
      throw new EnvironmentError([`${folder} cannot be read as a folder.`])
    })
    if (names.length > 0)
      throw new BackupError(`${folder} is not empty. A backup is restored into an empty folder only.`)
  }
  if (!isPostgres(target)) {
    if (!existsSync(databaseUrl)) return
    throw new BackupError(`${databaseUrl} is there already. A backup is restored into a new database only.`)
  }
  const db = openDatabase(databaseUrl)
  try {
    await refuseFullDatabase(db)
  } finally {
    await db.destroy()
  }
}

/** What the hashes cannot say: whether the audit log was whole when it was copied, and whether the key opens. */
async function examine(db: Db, secrets: readonly string[], print: (line: string) => void): Promise<boolean> {
  const { events, chains, faults } = await verifyAudit(db)
  print(
    faults.length === 0
      ? `Audit log: ${events} events in ${chains} chains, all whole.`
      : `Audit log: ${faults.length} faults, which the backup already had; \`npm run admin -- verify-audit\` names them.`,
  )
  const opens = secrets.length === 0 ? null : await authorityKeysOpen(db, secrets)
  if (opens === null) print("SECRET is not set: whether it opens the certificate authority's key was not tried.")
  else if (opens) print("The certificate authority's key opens with SECRET.")
  else print("SECRET does not open the certificate authority's key: nothing can be sealed until the right one is set.")
  return faults.length === 0 && opens !== false
}
