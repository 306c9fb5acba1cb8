import type { Transaction } from "kysely"
import type { Db } from "./connection.ts"
import type { Schema } from "./schema.ts"

export type Trx = Transaction<Schema>

/**
 * Runs `work` in one transaction and returns what it returns; reuses the transaction when `db` already is one.
 * Inside, only `trx` may be used: the outer handle would wait for itself on SQLite. Await nothing but the database.
 */
export async function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Trx)
  return db.transaction().execute(work)
}
