import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import type { AppServices, Ctx } from "../../kernel/context.ts"
import { within } from "../../kernel/context.ts"
import type { FindableReaders } from "../findable.ts"
import { searchKinds } from "../kinds.ts"
import { queueSubjects } from "../queue.server.ts"
import { engineOf } from "./engine-of.server.ts"
import { holdIndex, indexAll } from "./indexer.server.ts"

/** Counted up whenever the same text would give other tokens: an index of another version is made anew at the next start. */
export const indexVersion = 1

const page = 2_000

/**
 * Empties the index and queues everything that may be public. The indexer fills it; what it has not reached yet is
 * not found meanwhile.
 */
export const rebuildIndex = (services: AppServices, readers: FindableReaders): Promise<void> =>
  inTransaction(services.db, async (trx) => {
    await holdIndex(trx)
    await empty(trx, services, readers)
  })

async function empty(trx: Trx, services: AppServices, readers: FindableReaders): Promise<void> {
  const now = services.clock.now()
  const ctx: Ctx = within({ ...services, actor: null, now, locale: "id", requestId: "search", clientAddress: "" }, trx)
  await engineOf(trx).clear(trx)
  for (const table of ["searchEntry", "searchVariant", "searchWord", "searchQueue"] as const)
    await trx.deleteFrom(table).execute()
  for (const kind of searchKinds) {
    let after = ""
    for (;;) {
      const ids = await readers[kind].ids(ctx, after, page)
      await queueSubjects(trx, now, kind, ids)
      if (ids.length < page) break
      after = ids.at(-1) ?? ""
    }
  }
  await trx.updateTable("searchState").set({ version: indexVersion }).where("key", "=", "index").execute()
}

/**
 * Makes the index anew where it is of another version than the program, as after an upgrade or a restoration. Answers
 * whether it did. An index that is as it should be costs one reading.
 */
export async function renewIndex(services: AppServices, readers: FindableReaders): Promise<boolean> {
  if ((await versionIn(services.db)) === indexVersion) return false
  return inTransaction(services.db, async (trx) => {
    await holdIndex(trx)
    if ((await versionIn(trx)) === indexVersion) return false
    await empty(trx, services, readers)
    return true
  })
}

async function versionIn(db: Db): Promise<number> {
  const state = await db
    .selectFrom("searchState")
    .select("version")
    .where("key", "=", "index")
    .executeTakeFirstOrThrow()
  return state.version
}

/** What a server does for the search, again and again: renews the index where it has to, and reads what waits. */
export async function keepIndex(services: AppServices, readers: FindableReaders): Promise<void> {
  await renewIndex(services, readers)
  await indexAll(services, readers)
}
