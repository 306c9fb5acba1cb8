import type { Trx } from "#db/transaction.ts"
import type { Instant } from "../kernel/clock.ts"
import { newId } from "../kernel/ids.ts"
import { isSearchKind, type SearchKind } from "./kinds.ts"

/**
 * Notes in the transaction of a change that its subject must be read again for the search. Rows are only added, never
 * updated: a change does not wait for the indexer, nor for another change. What cannot be found is not noted.
 */
export async function noteForSearch(trx: Trx, now: Instant, subjectType: string, subjectId: string): Promise<void> {
  if (isSearchKind(subjectType)) await queueSubjects(trx, now, subjectType, [subjectId])
}

/** The same for many subjects of one kind. */
export async function queueSubjects(
  trx: Trx,
  now: Instant,
  kind: SearchKind,
  subjectIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < subjectIds.length; from += 500)
    await trx
      .insertInto("searchQueue")
      .values(
        subjectIds
          .slice(from, from + 500)
          .map((subjectId) => ({ id: newId(), subjectType: kind, subjectId, availableAt: now })),
      )
      .execute()
}
