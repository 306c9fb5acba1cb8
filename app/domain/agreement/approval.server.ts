import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { agreementFlow } from "./flow.ts"
import { notify } from "./notice.server.ts"
import { type Agreement, assertPartiesVerified, assertSeen, getAgreement, sidesOf } from "./queries.server.ts"

export type Approval = {
  readonly versionNumber: number
  readonly organisationId: string
  readonly accountName: string
  readonly createdAt: string
}

/** The approvals of the newest version. Earlier ones have lost their effect. */
export async function approvalsOf(ctx: Ctx, agreement: Agreement): Promise<Approval[]> {
  return ctx.db
    .selectFrom("agreementApproval")
    .select(["agreementApproval.versionNumber", "agreementApproval.organisationId"])
    .select(["agreementApproval.accountName", "agreementApproval.createdAt"])
    .where("agreementApproval.agreementId", "=", agreement.id)
    .where("agreementApproval.versionNumber", "=", agreement.versionNumber)
    .orderBy("agreementApproval.createdAt")
    .orderBy("agreementApproval.id")
    .execute()
}

/**
 * Approves, for the actor's side, the version that he read: the form names its number and its SHA-256, and a text
 * that is no longer the newest is refused (conflict `agreement.notNewest`). The second side's approval makes it agreed.
 */
export async function approveVersion(
  ctx: Ctx,
  code: string,
  seen: { lockVersion: number; version: number; sha256: string },
): Promise<"approved" | "agreed"> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.approve", agreement)
  const { own, other } = sidesOf(agreement)
  next(agreementFlow, agreement.status, "approve")
  assertPartiesVerified(agreement)
  if (seen.version !== agreement.versionNumber)
    throw conflict("agreement.notNewest", { version: seen.version, newest: agreement.versionNumber })
  assertSeen(agreement, seen.lockVersion)
  return inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, seen.lockVersion)
    const version = await trx
      .selectFrom("agreementVersion")
      .select("sha256")
      .where("agreementId", "=", agreement.id)
      .where("number", "=", agreement.versionNumber)
      .executeTakeFirstOrThrow()
    if (version.sha256 !== seen.sha256)
      throw conflict("agreement.notNewest", { version: seen.version, newest: agreement.versionNumber })
    const approvers = await trx
      .selectFrom("agreementApproval")
      .select("organisationId")
      .where("agreementId", "=", agreement.id)
      .where("versionNumber", "=", agreement.versionNumber)
      .execute()
    if (approvers.some(({ organisationId }) => organisationId === own.organisationId))
      throw conflict("agreement.alreadyApproved")
    const last = approvers.some(({ organisationId }) => organisationId === other.organisationId)
    await trx
      .insertInto("agreementApproval")
      .values({
        id: newId(),
        agreementId: agreement.id,
        versionNumber: agreement.versionNumber,
        organisationId: own.organisationId,
        accountId: ctx.actor!.accountId,
        accountName: ctx.actor!.name,
        createdAt: ctx.now,
      })
      .execute()
    const status = next(agreementFlow, agreement.status, last ? "agree" : "approve")
    await trx.updateTable("agreement").set({ status, updatedAt: ctx.now }).where("id", "=", agreement.id).execute()
    const event = { subjectType: "agreement", subjectId: agreement.id, organisationId: own.organisationId } as const
    const data = { version: agreement.versionNumber }
    await record(trx, ctx, { ...event, type: "agreement.approved", data })
    if (last) await record(trx, ctx, { ...event, type: "agreement.agreed", data })
    await notify(trx, ctx, { organisationIds: [other.organisationId] }, "agreement-approved", {
      title: agreement.title,
      region: own.regionName,
      code,
    })
    return last ? "agreed" : "approved"
  })
}

/** Takes back the approval of the actor's side while the other side has not approved. It stays on record. */
export async function withdrawApproval(ctx: Ctx, code: string, seen: { lockVersion: number }): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.approve", agreement)
  const { own } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, "withdrawApproval")
  assertSeen(agreement, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "agreement", agreement.id, seen.lockVersion)
    const gone = await trx
      .deleteFrom("agreementApproval")
      .where("agreementId", "=", agreement.id)
      .where("versionNumber", "=", agreement.versionNumber)
      .where("organisationId", "=", own.organisationId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw conflict("agreement.notApproved")
    await trx.updateTable("agreement").set({ status, updatedAt: ctx.now }).where("id", "=", agreement.id).execute()
    await record(trx, ctx, {
      type: "agreement.approval_withdrawn",
      subjectType: "agreement",
      subjectId: agreement.id,
      organisationId: own.organisationId,
      data: { version: agreement.versionNumber },
    })
  })
}
