import { isUniqueViolation } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, forbidden } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { organisationFlow } from "./flow.ts"
import { getOrganisationToVerify } from "./queries.server.ts"

export type OrganisationDecision = "verify" | "refuse" | "suspend" | "restore"

const outcome = { verify: "verified", refuse: "refused", suspend: "suspended", restore: "restored" } as const

/**
 * The secretariat's decision on an organisation. Whoever belongs to the organisation does not decide on it (forbidden
 * `organisation.ownCase`). Two at once: the first counts, the second is told (conflict `stale`). A second verified
 * government of one region is refused (conflict `organisation.regionTaken`).
 */
export async function decideOrganisation(
  ctx: Ctx,
  id: string,
  decision: OrganisationDecision,
  reason: string,
  seenLockVersion: number,
): Promise<void> {
  authorize(ctx.actor, decision === "verify" || decision === "refuse" ? "organisation.verify" : "organisation.suspend")
  const organisation = await getOrganisationToVerify(ctx, id)
  if (ctx.actor!.memberships.some(({ organisationId }) => organisationId === id))
    throw forbidden("organisation.ownCase")
  const status = next(organisationFlow, organisation.status, decision)
  const decided = inTransaction(ctx.db, async (trx) => {
    await touch(trx, "organisation", id, seenLockVersion)
    if (status === "verified" && organisation.governsRegionCode) {
      const other = await trx
        .selectFrom("organisation")
        .select("name")
        .where("governsRegionCode", "=", organisation.governsRegionCode)
        .where("status", "=", "verified")
        .executeTakeFirst()
      if (other) throw conflict("organisation.regionTaken", { organisation: other.name })
    }
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
    if (decision === "verify" || decision === "refuse") {
      const admins = await trx
        .selectFrom("membership")
        .innerJoin("account", "account.id", "membership.accountId")
        .select(["account.email", "account.locale"])
        .where("membership.organisationId", "=", id)
        .where("membership.role", "=", "admin")
        .where("membership.endedAt", "is", null)
        .execute()
      for (const { email, locale } of admins)
        await enqueueMail(
          trx,
          ctx.now,
          decision === "verify"
            ? {
                to: email,
                locale,
                kind: "organisation-verified",
                values: { organisation: organisation.name, organisationId: id },
              }
            : {
                to: email,
                locale,
                kind: "organisation-refused",
                values: { organisation: organisation.name, organisationId: id, reason },
              },
        )
    }
  })
  // Two governments of one region verified in the same instant: the engine lets one through.
  await decided.catch((error: unknown) => {
    throw isUniqueViolation(error, "organisation_governs") ? conflict("organisation.regionTaken", { organisation: "" }) : error
  })
  ctx.publicChanged()
}
