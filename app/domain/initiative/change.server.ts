import { inTransaction, type Trx } from "#db/transaction.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import type { EventData } from "../audit/events.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { touch } from "../kernel/touch.server.ts"
import type { InitiativeEvents } from "./events.ts"
import type { Initiative } from "./queries.server.ts"

/**
 * Carries one change of an initiative out: refuses (conflict `stale`) what was decided on an older state, then in one
 * transaction takes the row, does `work`, dates the change and records it as `event`. Where everybody can read the
 * initiative, public pages are told after the commit. The caller has asked policy and flow.
 */
export async function change<T extends keyof InitiativeEvents>(
  ctx: Ctx,
  initiative: Initiative,
  seenLockVersion: number,
  event: { readonly type: T; readonly data: EventData[T] },
  work: (trx: Trx) => Promise<void>,
): Promise<void> {
  assertSeen(initiative, seenLockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "initiative", initiative.id, seenLockVersion)
    await work(trx)
    await trx.updateTable("initiative").set({ updatedAt: ctx.now }).where("id", "=", initiative.id).execute()
    await record(trx, ctx, {
      ...event,
      subjectType: "initiative",
      subjectId: initiative.id,
      organisationId: ctx.actor!.acting!.organisationId,
    })
  })
  if (initiative.publishedAt !== null) ctx.publicChanged()
}
