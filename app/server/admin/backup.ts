import { readFile, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { openDatabase } from "#db/connection.ts"
import { noteBackup } from "../backup/last-backup.server.ts"
import { BackupError } from "../backup/manifest.ts"
import { takeBackup } from "../backup/take-backup.server.ts"
import { verifyArchive } from "../backup/verify-archive.server.ts"
import { dataDirKind } from "../data-dir.server.ts"
import { evaluationFile } from "../evaluation-secrets.server.ts"
import { findInstallation, programVersion } from "../installation.server.ts"
import { UsageError, type Verb } from "./verb.ts"

/** Writes everything that the installation knows into one file, while the server goes on working. */
export const backup: Verb = {
  usage: "backup --to FILE|DIR [--verify]",
  help: [
    "writes database and files into one archive, while the server works",
    "",
    "The archive holds the state of one moment: every table but sessions and counts of attempts, and every file that",
    "the rows name, with the SHA-256 of each. In a folder it is named after the time; the name of a FILE",
    "ends in .tar. A file that is there is never replaced, and what fails half-way leaves nothing. --verify reads the",
    "archive again and checks every hash.",
    "",
    "Not inside: SECRET, the password of the mail server and everything else in the environment. Without SECRET the",
    "certificate authority's key in the archive cannot be opened: keep it elsewhere, and apart from the archive.",
    "The archive holds personal data; it is readable by you alone, and so should be every copy.",
  ].join("\n"),
  async run({ args, environment, composed, print, note }) {
    const { to, verify } = readOptions(args)
    const now = new Date()
    const path = await placeOf(to, now)
    const evaluation = dataDirKind(environment.dataDir) === "evaluation"
    const db = openDatabase(environment.databaseUrl)
    try {
      const { manifest, bytes, sha256 } = await takeBackup({
        path,
        db,
        files: composed.services.files,
        kind: evaluation ? "evaluation" : "production",
        evaluation: evaluation ? await readFile(evaluationFile(environment.dataDir)) : null,
        portal: programVersion(findInstallation()),
        now,
        progress: note,
      })
      if (verify) {
        note("reading it again")
        await verifyArchive(path)
      }
      await noteBackup(environment.dataDir, { at: now.toISOString(), bytes })
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      print(`${path}`)
      print(`${bytes} bytes, SHA-256 ${sha256}`)
      print(
        `${rows} rows in ${manifest.tables.length} tables, ${manifest.files.length} files${verify ? ", verified" : ""}`,
      )
      print(`${manifest.audit.events} events in ${manifest.audit.chains} chains of the audit log`)
      return 0
    } finally {
      await db.destroy()
    }
  },
}

function readOptions(args: readonly string[]): { to: string; verify: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { to: { type: "string" }, verify: { type: "boolean", default: false } },
    })
    if (values.to) return { to: values.to, verify: values.verify }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  throw new UsageError("--to is missing: the file, or the folder, that takes the backup.")
}

/**
 * A name of its own in a folder, otherwise the path that was given. A file is told from a folder that is missing (a
 * disk that is not mounted, say) by its ending.
 */
async function placeOf(to: string, now: Date): Promise<string> {
  const path = resolve(to)
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) {
    if (!/\.tar$/.test(to)) throw new BackupError(`There is no folder ${path}, and the name of a file ends in .tar.`)
    const folder = await stat(dirname(path)).catch(() => null)
    if (!folder?.isDirectory()) throw new BackupError(`There is no folder ${dirname(path)} for the backup.`)
    return path
  }
  return join(path, `simpul-${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.tar`)
}
