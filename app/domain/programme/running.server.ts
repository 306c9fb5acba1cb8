import { countAll } from "#db/portable.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { programmeFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import { assertSeen, assertStanding, getProgramme, modulesOf } from "./queries.server.ts"

/**
 * Opens a programme: it becomes public and the sender is told. Refuses (conflict) a programme without modules, and one
 * whose agreement or organisations do not stand.
 */
export async function openProgramme(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const programme = await getProgramme(ctx, id)
  authorize(ctx.actor, "programme.open", programme)
  const status = next(programmeFlow, programme.status, "open")
  assertSeen(programme, seen.lockVersion)
  assertStanding(programme)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", id, seen.lockVersion)
    const modules = await modulesOf(trx, id)
    if (modules.length === 0) throw conflict("programme.noModules")
    await trx
      .updateTable("programme")
      .set({ status, publishedAt: ctx.now, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "programme.opened",
      subjectType: "programme",
      subjectId: id,
      organisationId: programme.hostId,
      data: { modules: modules.length, hours: modules.reduce((sum, { hours }) => sum + hours, 0) },
    })
    await notify(trx, ctx, { organisationIds: [programme.senderId] }, "programme-opened", {
      title: programme.title,
      host: programme.hostName,
      id,
    })
  })
  ctx.publicChanged()
}

/** Ends a programme whose cohorts have all ended. Refuses (conflict `programme.cohortsLive`) while one has not. */
export async function completeProgramme(ctx: Ctx, id: string, seen: { lockVersion: number }): Promise<void> {
  const programme = await getProgramme(ctx, id)
  authorize(ctx.actor, "programme.complete", programme)
  const status = next(programmeFlow, programme.status, "complete")
  assertSeen(programme, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", id, seen.lockVersion)
    await assertNoLiveCohort(trx, id)
    const { cohorts } = await trx
      .selectFrom("cohort")
      .select(countAll().as("cohorts"))
      .where("programmeId", "=", id)
      .where("status", "=", "completed")
      .executeTakeFirstOrThrow()
    await trx
      .updateTable("programme")
      .set({ status, endedAt: ctx.now, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "programme.completed",
      subjectType: "programme",
      subjectId: id,
      organisationId: programme.hostId,
      data: { cohorts },
    })
    await notify(trx, ctx, { organisationIds: [programme.senderId] }, "programme-completed", {
      title: programme.title,
      id,
    })
  })
  ctx.publicChanged()
}

/**
 * Gives a programme up, with the reason; a draft silently, an open one before the sender and the public. Its cohorts
 * are cancelled one by one before it, so that everybody in them is told.
 */
export async function cancelProgramme(
  ctx: Ctx,
  id: string,
  ending: { lockVersion: number; reason: string },
): Promise<void> {
  const programme = await getProgramme(ctx, id)
  authorize(ctx.actor, "programme.cancel", programme)
  const status = next(programmeFlow, programme.status, "cancel")
  assertSeen(programme, ending.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", id, ending.lockVersion)
    await assertNoLiveCohort(trx, id)
    await trx
      .updateTable("programme")
      .set({ status, endedAt: ctx.now, endReason: ending.reason, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "programme.cancelled",
      subjectType: "programme",
      subjectId: id,
      organisationId: programme.hostId,
      data: { reason: ending.reason },
    })
    if (programme.publishedAt !== null)
      await notify(trx, ctx, { organisationIds: [programme.senderId] }, "programme-cancelled", {
        title: programme.title,
        reason: ending.reason,
        id,
      })
  })
  if (programme.publishedAt !== null) ctx.publicChanged()
}

async function assertNoLiveCohort(trx: Trx, programmeId: string): Promise<void> {
  const live = await trx
    .selectFrom("cohort")
    .select("name")
    .where("programmeId", "=", programmeId)
    .where("status", "in", ["planned", "open", "running"])
    .orderBy("number")
    .executeTakeFirst()
  if (live) throw conflict("programme.cohortsLive", { cohort: live.name })
}
