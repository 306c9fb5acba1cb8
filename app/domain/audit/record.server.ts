import type { Trx } from "#db/transaction.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Instant } from "../kernel/clock.ts"
import { newId } from "../kernel/ids.ts"
import { noteForSearch } from "../search/queue.server.ts"
import { chainStart, hashEvent } from "./chain.server.ts"
import type { EventData, EventType, SubjectType } from "./events.ts"

/** Who did it and when; every request context is one. */
export type Occasion = { readonly actor: Actor | null; readonly now: Instant; readonly requestId: string }

export type NewEvent<T extends EventType> = {
  readonly type: T
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly organisationId?: string | null
  readonly data: EventData[T]
}

/**
 * Appends an event to its aggregate's chain, in the transaction that makes the change: it takes nothing but a
 * transaction. The caller has touched the aggregate first, so two writers cannot read the same last link;
 * if they do all the same, the unique (subject, seq) makes the second fail whole. The subject is noted for the search.
 */
export async function record<T extends EventType>(trx: Trx, occasion: Occasion, event: NewEvent<T>): Promise<void> {
  const last = await trx
    .selectFrom("auditEvent")
    .select(["seq", "hash"])
    .where("subjectType", "=", event.subjectType)
    .where("subjectId", "=", event.subjectId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst()
  const row = {
    type: event.type,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    seq: (last?.seq ?? 0) + 1,
    organisationId: event.organisationId ?? null,
    actorId: occasion.actor?.accountId ?? null,
    actorName: occasion.actor?.name ?? "",
    at: occasion.now,
    data: JSON.stringify(event.data),
    prevHash: last?.hash ?? chainStart,
  }
  await trx
    .insertInto("auditEvent")
    .values({ ...row, id: newId(), requestId: occasion.requestId, hash: hashEvent(row) })
    .execute()
  await noteForSearch(trx, occasion.now, event.subjectType, event.subjectId)
}
