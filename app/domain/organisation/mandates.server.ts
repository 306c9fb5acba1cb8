import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, forbidden, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize, can } from "../policy/table.ts"
import { insertFile, storeEvidence, type Upload } from "./evidence.server.ts"
import { mandateFlow } from "./flow.ts"
import { getMandate, type Mandate } from "./mandate-queries.server.ts"
import type { MandateDetails } from "./mandate-schema.ts"
import { accountRecipients, secretariatRecipients } from "./notice.server.ts"
import { getOwnOrganisation } from "./queries.server.ts"

/**
 * Enters a mandate of one of the organisation's own members, with the paper it rests on. It counts only once the
 * secretariat has verified it. Answers its id. Refuses (conflict) while the organisation is not verified, and (invalid)
 * a holder who is no member, a missing paper, a paper of the future, a term that is over, and a head-of-region
 * mandate of an organisation that governs no region.
 */
export async function enterMandate(
  ctx: Ctx,
  organisationId: string,
  details: MandateDetails,
  basis: Upload | null,
): Promise<string> {
  const organisation = await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "mandate.enter", { organisationId })
  if (organisation.status !== "verified") throw conflict("mandate.organisationUnverified")
  const today = officialDay(ctx.now)
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  if (!(await isMember(ctx, organisationId, details.accountId))) throw refuse("accountId", "mandate.holderNoMember")
  if (details.officeKind === "head_of_region" && !organisation.governsRegionCode)
    throw refuse("officeKind", "mandate.noRegion")
  if (details.basisDate > today) throw refuse("basisDate", "mandate.basisInFuture")
  if (details.validUntil !== undefined && details.validUntil < today) throw refuse("validUntil", "mandate.alreadyOver")
  if (!basis) throw refuse("basis", "field.fileRequired")
  const file = await storeEvidence(ctx, basis, "basis")
  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    const basisFileId = await insertFile(trx, ctx, file, { purpose: "mandate_basis", organisationId })
    await trx
      .insertInto("mandate")
      .values({
        ...details,
        id,
        organisationId,
        standIn: details.standIn ?? null,
        validUntil: details.validUntil ?? null,
        instruments: JSON.stringify(details.instruments),
        basisFileId,
        status: mandateFlow.initial,
        enteredBy: ctx.actor!.accountId,
        enteredAt: ctx.now,
        decidedBy: null,
        decidedAt: null,
        decisionReason: "",
        endedAt: null,
        endReason: "",
      })
      .execute()
    await record(trx, ctx, {
      type: "mandate.entered",
      subjectType: "mandate",
      subjectId: id,
      organisationId,
      data: { office: details.office, basisNumber: details.basisNumber },
    })
    for (const recipient of await secretariatRecipients(trx))
      await enqueueMail(trx, ctx.now, {
        ...recipient,
        kind: "mandate-entered",
        values: { organisation: organisation.name, office: details.office, mandateId: id },
      })
  })
  return id
}

/** A mandate for the secretariat. */
export async function examineMandate(ctx: Ctx, id: string): Promise<Mandate> {
  authorize(ctx.actor, "mandate.examine")
  return getMandate(ctx, id)
}

/** Whether this member of the secretariat may decide on the mandate: he has neither entered it nor holds it. */
export const mayDecideOn = (ctx: Ctx, mandate: Mandate): boolean => can(ctx.actor, "mandate.verify", mandate)

/**
 * The secretariat's decision on a mandate, by a member who neither entered it nor holds it (forbidden
 * `mandate.ownCase`): nobody vouches for his own authority. A mandate is not verified once its holder has left
 * (conflict `mandate.holderLeft`) or while its organisation is not (conflict `mandate.organisationUnverified`).
 */
export async function decideMandate(
  ctx: Ctx,
  id: string,
  decision: "verify" | "refuse",
  reason: string,
  seenLockVersion: number,
): Promise<void> {
  const mandate = await examineMandate(ctx, id)
  if (!mayDecideOn(ctx, mandate)) throw forbidden("mandate.ownCase")
  const status = next(mandateFlow, mandate.status, decision)
  if (decision === "verify" && !mandate.organisationVerified) throw conflict("mandate.organisationUnverified")
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "mandate", id, seenLockVersion)
    if (decision === "verify" && !(await isMember({ db: trx }, mandate.organisationId, mandate.accountId)))
      throw conflict("mandate.holderLeft")
    await trx
      .updateTable("mandate")
      .set({ status, decidedBy: ctx.actor!.accountId, decidedAt: ctx.now, decisionReason: reason })
      .where("id", "=", id)
      .execute()
    await recordDecision(trx, ctx, mandate, decision, reason)
    const values = { organisation: mandate.organisationName, office: mandate.office, mandateId: id }
    for (const recipient of await accountRecipients(trx, [mandate.accountId, mandate.enteredBy]))
      await enqueueMail(
        trx,
        ctx.now,
        decision === "verify"
          ? { ...recipient, kind: "mandate-verified", values }
          : { ...recipient, kind: "mandate-refused", values: { ...values, reason } },
      )
  })
}

async function recordDecision(
  trx: Trx,
  ctx: Ctx,
  mandate: Mandate,
  decision: "verify" | "refuse",
  reason: string,
): Promise<void> {
  const chain = { subjectType: "mandate", subjectId: mandate.id, organisationId: mandate.organisationId } as const
  if (decision === "verify") await record(trx, ctx, { ...chain, type: "mandate.verified", data: {} })
  else await record(trx, ctx, { ...chain, type: "mandate.refused", data: { reason } })
}

async function isMember(ctx: Pick<Ctx, "db">, organisationId: string, accountId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.accountId")
    .select("membership.id")
    .where("membership.organisationId", "=", organisationId)
    .where("membership.accountId", "=", accountId)
    .where("membership.endedAt", "is", null)
    .where("account.deletedAt", "is", null)
    .executeTakeFirst()
  return row !== undefined
}
