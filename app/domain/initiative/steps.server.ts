import { notify } from "../agreement/notice.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { authorize } from "../policy/table.ts"
import { change } from "./change.server.ts"
import { assertDeed, initiativeFlow } from "./flow.ts"
import { getInitiative } from "./queries.server.ts"
import type { Seen, StopInput } from "./schema.ts"

/**
 * Shows an initiative to everybody, for good. Its partners are told. Refuses (conflict `initiative.alreadyPublished`)
 * a second time, and one that was stopped before anybody could read it.
 */
export async function publishInitiative(ctx: Ctx, id: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.publish", initiative)
  assertDeed("publish", initiative.status)
  if (initiative.publishedAt !== null) throw conflict("initiative.alreadyPublished")
  const { title, slug, leadName: organisation } = initiative
  await change(ctx, initiative, seen.lockVersion, { type: "initiative.published", data: { slug } }, async (trx) => {
    await trx.updateTable("initiative").set({ publishedAt: ctx.now }).where("id", "=", id).execute()
    await notify(trx, ctx, { organisationIds: initiative.partnerIds }, "initiative-published", {
      ...{ title, organisation, slug },
    })
  })
  ctx.publicChanged()
}

/** From preparation into work. */
export async function beginInitiative(ctx: Ctx, id: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.begin", initiative)
  const status = next(initiativeFlow, initiative.status, "start")
  await change(ctx, initiative, seen.lockVersion, { type: "initiative.begun", data: {} }, async (trx) => {
    await trx.updateTable("initiative").set({ status }).where("id", "=", id).execute()
  })
}

/** The work is done. Milestones and outcomes stay as they stand; its partners are told. */
export async function completeInitiative(ctx: Ctx, id: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.complete", initiative)
  const status = next(initiativeFlow, initiative.status, "complete")
  const { title, leadName: organisation } = initiative
  await change(ctx, initiative, seen.lockVersion, { type: "initiative.completed", data: {} }, async (trx) => {
    await trx.updateTable("initiative").set({ status, endedAt: ctx.now }).where("id", "=", id).execute()
    await notify(trx, ctx, { organisationIds: initiative.partnerIds }, "initiative-completed", {
      ...{ title, organisation, id },
    })
  })
}

/** Gives an initiative up, with a reason that everybody reads where it was published. Its partners are told. */
export async function stopInitiative(ctx: Ctx, id: string, { lockVersion, reason }: StopInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.stop", initiative)
  const status = next(initiativeFlow, initiative.status, "stop")
  const { title, leadName: organisation } = initiative
  await change(ctx, initiative, lockVersion, { type: "initiative.stopped", data: { reason } }, async (trx) => {
    await trx
      .updateTable("initiative")
      .set({ status, endedAt: ctx.now, endReason: reason })
      .where("id", "=", id)
      .execute()
    await notify(trx, ctx, { organisationIds: initiative.partnerIds }, "initiative-stopped", {
      ...{ title, organisation, reason, id },
    })
  })
}
