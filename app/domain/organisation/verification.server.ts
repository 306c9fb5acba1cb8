import { isUniqueViolation } from "#db/portable.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, forbidden } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { can } from "../policy/table.ts"
import { organisationFlow } from "./flow.ts"
import { adminRecipients } from "./notice.server.ts"
import { examineOrganisation, type Organisation } from "./queries.server.ts"
import type { OrganisationDecision } from "./schema.ts"

const outcome = { verify: "verified", refuse: "refused", suspend: "suspended", restore: "restored" } as const

/** Whether this member of the secretariat may decide on the organisation: nobody does on one that he belongs to. */
export const mayDecide = (ctx: Ctx, organisationId: string): boolean =>
  can(ctx.actor, "organisation.verify", { organisationId }) &&
  can(ctx.actor, "organisation.suspend", { organisationId })

/**
 * The secretariat's decision on an organisation; its admins are told. Whoever belongs to the organisation does not
 * decide on it (forbidden `organisation.ownCase`). Two at once: the first counts, the second is told (conflict
 * `stale`). A second verified government of one region is refused (conflict `organisation.regionTaken`).
 */
export async function decideOrganisation(
  ctx: Ctx,
  id: string,
  decision: OrganisationDecision,
  reason: string,
  seenLockVersion: number,
): Promise<void> {
  const organisation = await examineOrganisation(ctx, id)
  if (!mayDecide(ctx, id)) throw forbidden("organisation.ownCase")
  const status = next(organisationFlow, organisation.status, decision)
  const decided = inTransaction(ctx.db, async (trx) => {
    await touch(trx, "organisation", id, seenLockVersion)
    if (status === "verified" && organisation.governsRegionCode) await keepOneGovernment(trx, organisation)
    await trx
      .updateTable("organisation")
      .set({ status, updatedAt: ctx.now, ...(decision === "verify" ? { verifiedAt: ctx.now } : {}) })
      .where("id", "=", id)
      .execute()
    await trx
      .insertInto("organisationReview")
      .values({
        id: newId(),
        organisationId: id,
        decision: outcome[decision],
        reason,
        reviewerId: ctx.actor!.accountId,
        createdAt: ctx.now,
      })
      .execute()
    await record(trx, ctx, {
      type: `organisation.${outcome[decision]}`,
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { reason },
    })
    await tellAdmins(trx, ctx, organisation, decision, reason)
  })
  // Two governments of one region verified in the same instant: the engine lets one through.
  await decided.catch((error: unknown) => {
    if (!isUniqueViolation(error, "organisation_governs")) throw error
    throw conflict("organisation.regionTaken", { organisation: organisation.regionName })
  })
  ctx.publicChanged()
}

async function keepOneGovernment(trx: Trx, { id, governsRegionCode }: Organisation): Promise<void> {
  const other = await trx
    .selectFrom("organisation")
    .select("name")
    .where("governsRegionCode", "=", governsRegionCode)
    .where("status", "=", "verified")
    .where("id", "!=", id)
    .executeTakeFirst()
  if (other) throw conflict("organisation.regionTaken", { organisation: other.name })
}

async function tellAdmins(
  trx: Trx,
  ctx: Ctx,
  organisation: Organisation,
  decision: OrganisationDecision,
  reason: string,
): Promise<void> {
  const values = { organisation: organisation.name, organisationId: organisation.id }
  const message = {
    verify: { kind: "organisation-verified", values },
    refuse: { kind: "organisation-refused", values: { ...values, reason } },
    suspend: { kind: "organisation-suspended", values: { ...values, reason } },
    restore: { kind: "organisation-restored", values: { ...values, reason } },
  } as const
  for (const recipient of await adminRecipients(trx, organisation.id))
    await enqueueMail(trx, ctx.now, { ...recipient, ...message[decision] })
}
