import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { addMilliseconds, minutes } from "../../kernel/clock.ts"
import { type AppServices, type Ctx, within } from "../../kernel/context.ts"
import type { FindableReaders } from "../findable.ts"
import { isSearchKind, type SearchKind } from "../kinds.ts"
import { queueSubjects } from "../queue.server.ts"
import { engineOf } from "./engine-of.server.ts"
import { organisationFacet, writeEntry } from "./entry.server.ts"

/** Subjects of one transaction: SQLite's readers wait for its end. */
const batch = 8
/** Rows of the queue that are looked at for them: many changes of one subject cost one reading. */
const lookedAt = 200

const wait = (attempts: number): number => Math.min(minutes(1) * 2 ** Math.max(0, attempts - 1), minutes(360))

/** Whoever reads for the index is nobody in particular: what a visitor may not see does not exist for him. */
const visitorOf = (services: AppServices): Ctx => ({
  ...services,
  actor: null,
  now: services.clock.now(),
  locale: "id",
  requestId: "search",
  clientAddress: "",
})

/**
 * Takes the index for this transaction. Indexers come one after the other, in whichever process: what one has read
 * cannot be overtaken by what another has read before him.
 */
export const holdIndex = (trx: Trx): Promise<unknown> =>
  trx
    .updateTable("searchState")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("key", "=", "index")
    .execute()

type Queued = { readonly kind: SearchKind; readonly subjectId: string; readonly rows: readonly string[] }

async function due(trx: Trx, now: string, most: number): Promise<Queued[]> {
  const rows = await trx
    .selectFrom("searchQueue")
    .select(["id", "subjectType", "subjectId"])
    .where("availableAt", "<=", now)
    .orderBy("availableAt")
    .orderBy("id")
    .limit(lookedAt)
    .execute()
  const subjects = new Map<string, { kind: SearchKind; subjectId: string; rows: string[] }>()
  for (const { id, subjectType, subjectId } of rows) {
    if (!isSearchKind(subjectType)) continue
    const name = `${subjectType} ${subjectId}`
    const known = subjects.get(name)
    if (known) known.rows.push(id)
    else if (subjects.size < most) subjects.set(name, { kind: subjectType, subjectId, rows: [id] })
  }
  return [...subjects.values()]
}

/**
 * Reads some subjects that wait, writes or removes their entries, and answers how many it took; 0 when none is due.
 * A row is taken from the queue in the transaction that writes what was read after it: a change meanwhile has a row of
 * its own. A subject that cannot be read is taken out of the index, noted with its reason, and tried again later.
 */
export async function indexQueued(services: AppServices, readers: FindableReaders): Promise<number> {
  if (!(await somethingDue(services))) return 0
  try {
    return await inTransaction(services.db, (trx) => take(trx, services, readers, batch))
  } catch {
    return indexOne(services, readers)
  }
}

/** Asked before the index is taken, which writes: a server with nothing to do leaves the database alone. */
const somethingDue = async ({ db, clock }: AppServices): Promise<boolean> =>
  (await db
    .selectFrom("searchQueue")
    .select("id")
    .where("availableAt", "<=", clock.now())
    .limit(1)
    .executeTakeFirst()) !== undefined

/** One alone, after several together have failed: that one is to blame, or it is done. */
async function indexOne(services: AppServices, readers: FindableReaders): Promise<number> {
  const seen: { first?: Queued } = {}
  try {
    return await inTransaction(services.db, async (trx) => {
      await holdIndex(trx)
      const [first] = await due(trx, services.clock.now(), 1)
      if (!first) return 0
      seen.first = first
      await readAndWrite(trx, services, readers, first)
      return 1
    })
  } catch (error) {
    const failed = seen.first
    if (!failed) throw error
    services.log.error({ kind: failed.kind, subject: failed.subjectId, error }, "could not be read for the search")
    await inTransaction(services.db, (trx) => giveUpForNow(trx, services, failed, error))
    return 1
  }
}

async function take(trx: Trx, services: AppServices, readers: FindableReaders, most: number): Promise<number> {
  await holdIndex(trx)
  const queued = await due(trx, services.clock.now(), most)
  for (const one of queued) await readAndWrite(trx, services, readers, one)
  return queued.length
}

async function readAndWrite(trx: Trx, services: AppServices, readers: FindableReaders, one: Queued): Promise<void> {
  const { kind, subjectId, rows } = one
  const findable = await readers[kind].read(within(visitorOf(services), trx), subjectId)
  const written = await writeEntry(trx, kind, subjectId, findable)
  if (kind === "organisation" && written !== "kept" && written !== "absent")
    await queueWhatNames(trx, services.clock.now(), subjectId)
  await trx.deleteFrom("searchQueue").where("id", "in", rows).execute()
}

async function giveUpForNow(trx: Trx, services: AppServices, failed: Queued, error: unknown): Promise<void> {
  const now = services.clock.now()
  await holdIndex(trx)
  await writeEntry(trx, failed.kind, failed.subjectId, null)
  const kept = await trx
    .updateTable("searchQueue")
    .set({
      attempts: sql<number>`attempts + 1`,
      lastError: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    })
    .where("id", "in", failed.rows)
    .returning(["id", "attempts"])
    .execute()
  const attempts = Math.max(1, ...kept.map((row) => row.attempts))
  await trx
    .updateTable("searchQueue")
    .set({ availableAt: addMilliseconds(now, wait(attempts)) })
    .where("id", "in", failed.rows)
    .execute()
}

/** Entries that name an organisation carry its name: they are read again when it has another, or none. */
async function queueWhatNames(trx: Trx, now: string, organisationId: string): Promise<void> {
  const facet = organisationFacet(organisationId)
  const wanted = [{ words: [], names: [[facet]], weight: 1 }]
  const positions = await engineOf(trx).newest(
    trx as unknown as Db,
    { wanted, match: "all", facets: [], without: [] },
    null,
    10_000,
  )
  if (positions.length === 0) return
  const rows = await trx
    .selectFrom("searchEntry")
    .select(["kind", "subjectId"])
    .where("position", "in", positions)
    .execute()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId)
    await queueSubjects(trx, now, kind, ids)
  }
}

/** Works off everything that is due and answers how many subjects that were; `each` is told after every batch. */
export async function indexAll(
  services: AppServices,
  readers: FindableReaders,
  each: (done: number) => void = () => {},
): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await indexQueued(services, readers)
    if (taken === 0) return done
    done += taken
    each(done)
  }
}
