import type { MembershipRole } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import { hashSecret, newSecret } from "../identity/secret.server.ts"
import { addMilliseconds, days } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { holdOrganisation } from "./aggregate.server.ts"
import { findInvitation, refuseInvitation, type WhichInvitation } from "./invitation-state.server.ts"
import { getOwnOrganisation } from "./queries.server.ts"

/** How long an invitation may be accepted. */
export const invitationLifetime = days(7)

export type Invitation = {
  readonly id: string
  readonly email: string
  readonly role: MembershipRole
  readonly createdAt: string
  readonly expiresAt: string
}

/** Invitations of an organisation that are still open, newest first; for its admins. */
export async function listInvitations(ctx: Ctx, organisationId: string): Promise<Invitation[]> {
  await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "membership.invite", { organisationId })
  return openInvitations(ctx, organisationId).orderBy("createdAt", "desc").orderBy("id", "desc").limit(200).execute()
}

/** One open invitation of an organisation; for its admins. */
export async function getInvitation(ctx: Ctx, organisationId: string, id: string): Promise<Invitation> {
  await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "membership.invite", { organisationId })
  const row = await openInvitations(ctx, organisationId).where("id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const openInvitations = (ctx: Ctx, organisationId: string) =>
  ctx.db
    .selectFrom("invitation")
    .select(["id", "email", "role", "createdAt", "expiresAt"])
    .where("organisationId", "=", organisationId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", ctx.now)

/**
 * Invites `email` to the organisation in `role` and mails the link. An earlier open invitation of that address is
 * replaced. Refuses (conflict `membership.alreadyMember`) somebody who is a member already, and too many in a day: by
 * one organisation, by one person, and to one address whoever invites it.
 */
export async function inviteMember(
  ctx: Ctx,
  organisationId: string,
  email: string,
  role: MembershipRole,
): Promise<void> {
  const organisation = await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "membership.invite", { organisationId })
  await countTry(ctx, "invite.organisation", organisationId)
  await countTry(ctx, "invite.account", ctx.actor!.accountId)
  await countTry(ctx, "invite.email", email)
  const secret = newSecret()
  await inTransaction(ctx.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const member = await trx
      .selectFrom("membership")
      .innerJoin("account", "account.id", "membership.accountId")
      .select("membership.id")
      .where("membership.organisationId", "=", organisationId)
      .where("membership.endedAt", "is", null)
      .where("account.email", "=", email)
      .executeTakeFirst()
    if (member) throw conflict("membership.alreadyMember")
    await trx
      .updateTable("invitation")
      .set({ revokedAt: ctx.now })
      .where("organisationId", "=", organisationId)
      .where("email", "=", email)
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .execute()
    await trx
      .insertInto("invitation")
      .values({
        id: newId(),
        organisationId,
        email,
        role,
        tokenHash: hashSecret(secret),
        invitedBy: ctx.actor!.accountId,
        createdAt: ctx.now,
        expiresAt: addMilliseconds(ctx.now, invitationLifetime),
        acceptedAt: null,
        revokedAt: null,
      })
      .execute()
    await record(trx, ctx, {
      type: "membership.invited",
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { role },
    })
    const known = await trx.selectFrom("account").select("locale").where("email", "=", email).executeTakeFirst()
    await enqueueMail(trx, ctx.now, {
      to: email,
      locale: known?.locale ?? ctx.locale,
      kind: "invitation",
      values: { organisation: organisation.name, inviter: ctx.actor!.name, role, token: secret },
    })
  })
}

/** Takes an open invitation back. Refuses (conflict `invitation.notOpen`) one that was accepted or taken back meanwhile. */
export async function revokeInvitation(ctx: Ctx, organisationId: string, id: string): Promise<void> {
  const { role } = await getInvitation(ctx, organisationId, id)
  await inTransaction(ctx.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const result = await trx
      .updateTable("invitation")
      .set({ revokedAt: ctx.now })
      .where("id", "=", id)
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) throw conflict("invitation.notOpen")
    await record(trx, ctx, {
      type: "membership.invitation_revoked",
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { role },
    })
  })
}

/**
 * Joins the organisation that the invitation names; answers its id. Refuses as `refuseInvitation` says; of two clicks
 * at once the second is told that the link is used. Whoever is a member already keeps the role he has.
 */
export async function acceptInvitation(ctx: Ctx, which: WhichInvitation): Promise<string> {
  authorize(ctx.actor, "invitation.accept")
  const invitation = await findInvitation(ctx, which)
  refuseInvitation(invitation)
  const { organisationId, role } = invitation
  const accountId = ctx.actor!.accountId
  await inTransaction(ctx.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const taken = await trx
      .updateTable("invitation")
      .set({ acceptedAt: ctx.now })
      .where("id", "=", invitation.id)
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) throw conflict("invitation.used")
    const member = await trx
      .selectFrom("membership")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("accountId", "=", accountId)
      .where("endedAt", "is", null)
      .executeTakeFirst()
    if (member) return
    const membershipId = newId()
    await trx
      .insertInto("membership")
      .values({ id: membershipId, organisationId, accountId, role, joinedAt: ctx.now, endedAt: null })
      .execute()
    await record(trx, ctx, {
      type: "membership.joined",
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { role, membershipId },
    })
  })
  return organisationId
}
