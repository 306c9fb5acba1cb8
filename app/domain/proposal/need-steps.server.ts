import { inTransaction, type Trx } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { needFlow } from "./need-flow.ts"
import { getNeed, type Need } from "./need-queries.server.ts"

type Seen = { readonly lockVersion: number }

/** Opens a draft to everybody and to proposals. Refuses (conflict `proposal.need.periodOver`) a period in the past. */
export const publishNeed = (ctx: Ctx, id: string, seen: Seen): Promise<void> => openNeed(ctx, id, seen, "publish")

/** Opens a closed need once more; it must still have days to run. */
export const reopenNeed = (ctx: Ctx, id: string, seen: Seen): Promise<void> => openNeed(ctx, id, seen, "reopen")

async function openNeed(ctx: Ctx, id: string, seen: Seen, step: "publish" | "reopen"): Promise<void> {
  const need = await getNeed(ctx, id)
  authorize(ctx.actor, `need.${step}`, need)
  const status = next(needFlow, need.status, step)
  if (need.periodUntil < officialDay(ctx.now)) throw conflict("proposal.need.periodOver")
  assertSeen(need, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "need", id, seen.lockVersion)
    await trx
      .updateTable("need")
      .set({
        status,
        publishedAt: need.publishedAt ?? ctx.now,
        closedAt: null,
        closeReason: "",
        updatedAt: ctx.now,
      })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: step === "publish" ? "need.published" : "need.reopened",
      subjectType: "need",
      subjectId: id,
      organisationId: need.organisationId,
      data: { until: need.periodUntil },
    })
    await notify(trx, ctx, { organisationIds: [need.organisationId] }, "need-opened", {
      title: need.title,
      organisation: need.organisationName,
      slug: need.slug,
    })
  })
  ctx.publicChanged()
}

/** Closes an open need: no new proposal answers it. Those that were submitted go on; all their authors are told. */
export async function closeNeed(ctx: Ctx, id: string, closing: Seen & { readonly reason: string }): Promise<void> {
  const need = await getNeed(ctx, id)
  authorize(ctx.actor, "need.close", need)
  const status = next(needFlow, need.status, "close")
  assertSeen(need, closing.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "need", id, closing.lockVersion)
    await trx
      .updateTable("need")
      .set({ status, closedAt: ctx.now, closeReason: closing.reason, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "need.closed",
      subjectType: "need",
      subjectId: id,
      organisationId: need.organisationId,
      data: { reason: closing.reason },
    })
    await notify(trx, ctx, { organisationIds: await concerned(trx, need) }, "need-closed", {
      title: need.title,
      organisation: need.organisationName,
      reason: closing.reason,
      slug: need.slug,
    })
  })
  ctx.publicChanged()
}

/** The region itself, and every organisation that writes or has submitted a proposal to the need, partners included. */
async function concerned(trx: Trx, need: Need): Promise<string[]> {
  const rows = await trx
    .selectFrom("proposal")
    .select("organisationId")
    .distinct()
    .where("needId", "=", need.id)
    .where("status", "in", ["draft", "submitted", "in_review", "revision"])
    .execute()
  const partners = await trx
    .selectFrom("proposalPartner")
    .innerJoin("proposal", "proposal.id", "proposalPartner.proposalId")
    .select("proposalPartner.organisationId")
    .distinct()
    .where("proposal.needId", "=", need.id)
    .where("proposal.status", "in", ["draft", "submitted", "in_review", "revision"])
    .where("proposalPartner.acceptedAt", "is not", null)
    .where("proposalPartner.endedAt", "is", null)
    .execute()
  return [need.organisationId, ...[...rows, ...partners].map(({ organisationId }) => organisationId)]
}

/** Gives up a draft that nobody else has seen. It stays on record. */
export async function discardNeed(ctx: Ctx, id: string, seen: Seen): Promise<void> {
  const need = await getNeed(ctx, id)
  authorize(ctx.actor, "need.discard", need)
  const status = next(needFlow, need.status, "discard")
  assertSeen(need, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "need", id, seen.lockVersion)
    await trx.updateTable("need").set({ status, updatedAt: ctx.now }).where("id", "=", id).execute()
    await record(trx, ctx, {
      type: "need.discarded",
      subjectType: "need",
      subjectId: id,
      organisationId: need.organisationId,
      data: { title: need.title },
    })
  })
}
