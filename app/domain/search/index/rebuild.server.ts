import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import type { AppServices, Ctx } from "../../kernel/context.ts"
import { within } from "../../kernel/context.ts"
import type { FindableReaders } from "../findable.ts"
import { type SearchKind, searchKinds } from "../kinds.ts"
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
  await engineOf(trx).clear(trx)
  for (const table of ["searchEntry", "searchVariant", "searchWord", "searchQueue"] as const)
    await trx.deleteFrom(table).execute()
  for (const kind of searchKinds) await queueAll(trx, services, readers, kind)
  await trx.updateTable("searchState").set({ version: indexVersion }).where("key", "=", "index").execute()
}

/** Queues everything of a kind that may be public, and notes its edition where it has one. */
async function queueAll(trx: Trx, services: AppServices, readers: FindableReaders, kind: SearchKind): Promise<void> {
  const now = services.clock.now()
  const ctx: Ctx = within({ ...services, actor: null, now, locale: "id", requestId: "search", clientAddress: "" }, trx)
  let after = ""
  for (;;) {
    const ids = await readers[kind].ids(ctx, after, page)
    await queueSubjects(trx, now, kind, ids)
    if (ids.length < page) break
    after = ids.at(-1) ?? ""
  }
  const version = readers[kind].edition?.()
  if (version === undefined) return
  await trx
    .insertInto("searchState")
    .values({ key: kind, version })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ version }))
    .execute()
}

/**
 * Makes the index anew where it is of another version than the program, as after an upgrade or a restoration, and
 * queues what comes with the program where it came with another edition of it. Answers whether there was anything to
 * renew. An index that is as it should be costs one reading.
 */
export async function renewIndex(services: AppServices, readers: FindableReaders): Promise<boolean> {
  const before = await stateOf(services.db, readers)
  if (before.current && before.stale.length === 0) return false
  return inTransaction(services.db, async (trx) => {
    await holdIndex(trx)
    const { current, stale } = await stateOf(trx, readers)
    if (!current) await empty(trx, services, readers)
    else for (const kind of stale) await queueEdition(trx, services, readers, kind)
    return !current || stale.length > 0
  })
}

/** Whether the index is of the program's version, and the kinds of which it holds another edition. */
async function stateOf(db: Db, readers: FindableReaders): Promise<{ current: boolean; stale: SearchKind[] }> {
  const rows = await db.selectFrom("searchState").selectAll().execute()
  const versions = new Map(rows.map(({ key, version }) => [key, version]))
  const stale = searchKinds.filter((kind) => {
    const edition = readers[kind].edition?.()
    return edition !== undefined && versions.get(kind) !== edition
  })
  return { current: versions.get("index") === indexVersion, stale }
}

/** What stands in the index of this kind is read again, along with what is new; what is gone is taken out. */
async function queueEdition(
  trx: Trx,
  services: AppServices,
  readers: FindableReaders,
  kind: SearchKind,
): Promise<void> {
  const known = await trx.selectFrom("searchEntry").select("subjectId").where("kind", "=", kind).execute()
  const ids = known.map(({ subjectId }) => subjectId)
  await queueSubjects(trx, services.clock.now(), kind, ids)
  await queueAll(trx, services, readers, kind)
}

/** What a server does for the search, again and again: renews the index where it has to, and reads what waits. */
export async function keepIndex(services: AppServices, readers: FindableReaders): Promise<void> {
  await renewIndex(services, readers)
  await indexAll(services, readers)
}
