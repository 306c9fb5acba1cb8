import { sql } from "kysely"
import type { Trx } from "#db/transaction.ts"
import { conflict } from "./errors.ts"

/**
 * The first statement of every transition: takes the aggregate's row and counts its lock version up, if it still is
 * at the version the caller saw. Another writer of the same aggregate waits here and then finds a newer version.
 * Refuses (conflict `stale`): reload, look at what changed, decide again.
 */
export async function touch(
  trx: Trx,
  table:
    | "agreement"
    | "organisation"
    | "mandate"
    | "need"
    | "proposal"
    | "initiative"
    | "programme"
    | "cohort"
    | "learner"
    | "learningSession"
    | "actionPlan"
    | "learningCertificate",
  id: string,
  seenLockVersion: number,
): Promise<void> {
  const result = await trx
    .updateTable(table)
    .set({ lockVersion: sql<number>`lock_version + 1` })
    .where("id", "=", id)
    .where("lockVersion", "=", seenLockVersion)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw conflict("stale")
}
