import type { MembershipRole } from "#db/schema.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, forbidden, invalid, notFound } from "../kernel/errors.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { holdOrganisation } from "./aggregate.server.ts"
import { endMandatesOf } from "./mandate-ending.server.ts"
import { accountRecipients } from "./notice.server.ts"
import { getOwnOrganisation } from "./queries.server.ts"

export type Member = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: MembershipRole
  readonly joinedAt: string
}

/** The people of an organisation the actor belongs to, by name. */
export async function listMembers(ctx: Ctx, organisationId: string): Promise<Member[]> {
  if (!ctx.actor?.memberships.some((own) => own.organisationId === organisationId)) throw notFound()
  return ctx.db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.accountId")
    .select(["membership.id", "membership.accountId", "account.name", "account.email"])
    .select(["membership.role", "membership.joinedAt"])
    .where("membership.organisationId", "=", organisationId)
    .where("membership.endedAt", "is", null)
    .orderBy("account.name")
    .orderBy("membership.id")
    .execute()
}

/** One live membership of an organisation the actor belongs to. */
export async function getMember(ctx: Ctx, organisationId: string, membershipId: string): Promise<Member> {
  const member = (await listMembers(ctx, organisationId)).find(({ id }) => id === membershipId)
  if (!member) throw notFound()
  return member
}

/**
 * Gives a member another role than `seenRole`. The last admin keeps his (conflict `membership.lastAdmin`): name
 * another one first. Refuses (conflict `stale`) where somebody else has changed it meanwhile.
 */
export async function changeRole(
  ctx: Ctx,
  organisationId: string,
  membershipId: string,
  change: { role: MembershipRole; seenRole: MembershipRole },
): Promise<void> {
  await getMember(ctx, organisationId, membershipId)
  authorize(ctx.actor, "membership.changeRole", { organisationId })
  await inTransaction(ctx.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const { role } = await liveMembership(trx, membershipId)
    if (role !== change.seenRole) throw conflict("stale")
    if (role === "admin" && change.role !== "admin") await keepAnAdmin(trx, organisationId, membershipId)
    await setRole(trx, ctx, { organisationId, membershipId, from: role, to: change.role })
  })
}

/**
 * Makes another member admin and gives the actor, who is one, the role that remains to him; both or neither.
 * Refuses (invalid) to hand over to himself or to nobody.
 */
export async function handOver(
  ctx: Ctx,
  organisationId: string,
  to: { membershipId: string; role: MembershipRole },
): Promise<void> {
  const members = await listMembers(ctx, organisationId)
  authorize(ctx.actor, "membership.handOver", { organisationId })
  const own = members.find(({ accountId }) => accountId === ctx.actor!.accountId)
  const successor = members.find(({ id }) => id === to.membershipId)
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  if (!own || !successor || successor.id === own.id) throw refuse("membershipId", "field.choose")
  if (to.role === "admin") throw refuse("role", "field.choose")
  await inTransaction(ctx.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const heir = await liveMembership(trx, successor.id)
    const giver = await liveMembership(trx, own.id)
    if (giver.role !== "admin") throw forbidden()
    if (heir.role !== "admin")
      await setRole(trx, ctx, { organisationId, membershipId: successor.id, from: heir.role, to: "admin" })
    await setRole(trx, ctx, { organisationId, membershipId: own.id, from: giver.role, to: to.role })
  })
}

/** Ends somebody else's membership, and with it his mandates in the organisation; he is told. */
export async function endMembership(ctx: Ctx, organisationId: string, membershipId: string): Promise<void> {
  const organisation = await getOwnOrganisation(ctx, organisationId)
  const member = await getMember(ctx, organisationId, membershipId)
  authorize(ctx.actor, "membership.end", { organisationId })
  if (member.accountId === ctx.actor!.accountId) throw conflict("membership.leaveInstead")
  await inTransaction(ctx.db, async (trx) => {
    await end(trx, ctx, member, organisationId, "membership.ended")
    for (const recipient of await accountRecipients(trx, [member.accountId]))
      await enqueueMail(trx, ctx.now, {
        ...recipient,
        kind: "membership-ended",
        values: { organisation: organisation.name },
      })
  })
}

/** Ends the actor's own membership, and with it his mandates there. The last admin stays until he has handed over. */
export async function leaveOrganisation(ctx: Ctx, organisationId: string): Promise<void> {
  const members = await listMembers(ctx, organisationId)
  authorize(ctx.actor, "membership.leave", { organisationId })
  const own = members.find(({ accountId }) => accountId === ctx.actor!.accountId)
  if (!own) throw notFound()
  await inTransaction(ctx.db, (trx) => end(trx, ctx, own, organisationId, "membership.left"))
}

/** What is written of a mandate that goes with its holder's membership. */
export const membershipOver = "Keanggotaan pemegang mandat berakhir"

async function end(
  trx: Trx,
  ctx: Ctx,
  member: Member,
  organisationId: string,
  type: "membership.ended" | "membership.left",
): Promise<void> {
  await holdOrganisation(trx, organisationId)
  const { role } = await liveMembership(trx, member.id)
  if (role === "admin") await keepAnAdmin(trx, organisationId, member.id)
  await trx.updateTable("membership").set({ endedAt: ctx.now }).where("id", "=", member.id).execute()
  await trx
    .updateTable("session")
    .set({ actingOrganisationId: null })
    .where("accountId", "=", member.accountId)
    .where("actingOrganisationId", "=", organisationId)
    .execute()
  await record(trx, ctx, {
    type,
    subjectType: "organisation",
    subjectId: organisationId,
    organisationId,
    data: { membershipId: member.id },
  })
  await endMandatesOf(trx, ctx, { organisationId, accountId: member.accountId }, membershipOver)
}

/** A membership under the organisation's lock; refuses (conflict `stale`) one that has ended meanwhile. */
async function liveMembership(trx: Trx, id: string): Promise<{ role: MembershipRole }> {
  const row = await trx
    .selectFrom("membership")
    .select("role")
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst()
  if (!row) throw conflict("stale")
  return row
}

async function setRole(
  trx: Trx,
  ctx: Ctx,
  change: { organisationId: string; membershipId: string; from: MembershipRole; to: MembershipRole },
): Promise<void> {
  const { organisationId, membershipId, from, to } = change
  if (from === to) return
  await trx.updateTable("membership").set({ role: to }).where("id", "=", membershipId).execute()
  await record(trx, ctx, {
    type: "membership.role_changed",
    subjectType: "organisation",
    subjectId: organisationId,
    organisationId,
    data: { from, to, membershipId },
  })
}

async function keepAnAdmin(trx: Trx, organisationId: string, leaving: string): Promise<void> {
  const other = await trx
    .selectFrom("membership")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("role", "=", "admin")
    .where("endedAt", "is", null)
    .where("id", "!=", leaving)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw conflict("membership.lastAdmin")
}
