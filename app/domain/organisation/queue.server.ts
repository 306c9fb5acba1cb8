import { countAll } from "#db/portable.ts"
import type { OrganisationStatus, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { searchWords } from "../search/words.ts"
import type { OrganisationQueueFilter } from "./queue-filter.ts"

export type QueueEntry = {
  readonly id: string
  readonly name: string
  readonly strand: Strand
  readonly regionName: string
  readonly status: OrganisationStatus
  readonly submittedAt: string
}

export type OrganisationQueue = {
  readonly entries: QueueEntry[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  /** Of all pages. */
  readonly count: number
}

export const queuePage = 50

/** Organisations in one state for the secretariat, the longest waiting first, in pages by key. Two queries. */
export async function listOrganisationQueue(ctx: Ctx, filter: OrganisationQueueFilter): Promise<OrganisationQueue> {
  authorize(ctx.actor, "organisation.examine")
  const after = decodeCursor(filter.cursor, 2)
  let matching = ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .select(["organisation.id", "organisation.name", "organisation.strand", "organisation.status"])
    .select(["region.name as regionName", "organisation.submittedAt"])
    .where("organisation.status", "=", filter.status)
    .where("organisation.submittedAt", "is not", null)
    .$narrowType<{ submittedAt: string }>()
  if (filter.strand) matching = matching.where("organisation.strand", "=", filter.strand)
  for (const word of searchWords(filter.q))
    matching = matching.where(containing(word, "organisation.name", "region.name"))
  const { count } = await matching.clearSelect().select(countAll().as("count")).executeTakeFirstOrThrow()
  const rows = await matching
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("organisation.submittedAt", "organisation.id"), ">", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("organisation.submittedAt")
    .orderBy("organisation.id")
    .limit(queuePage + 1)
    .execute()
  const entries = rows.slice(0, queuePage)
  const last = entries.at(-1)
  const more = rows.length > queuePage && last
  return { entries, next: more ? encodeCursor([last.submittedAt, last.id]) : null, count }
}

/** How many organisations are in each state, and how many mandates; states without one are left out. Two queries. */
export async function queueCounts(ctx: Ctx): Promise<{
  organisations: Readonly<Record<string, number>>
  mandates: Readonly<Record<string, number>>
}> {
  authorize(ctx.actor, "organisation.examine")
  authorize(ctx.actor, "mandate.examine")
  const organisations = await ctx.db
    .selectFrom("organisation")
    .select(["status", countAll().as("count")])
    .where("submittedAt", "is not", null)
    .groupBy("status")
    .execute()
  const mandates = await ctx.db
    .selectFrom("mandate")
    .select(["status", countAll().as("count")])
    .groupBy("status")
    .execute()
  const byStatus = (rows: readonly { status: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ status, count }) => [status, count]))
  return { organisations: byStatus(organisations), mandates: byStatus(mandates) }
}
