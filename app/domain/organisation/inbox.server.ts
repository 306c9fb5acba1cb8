import type { Actor } from "../kernel/actor.ts"
import { dayIn } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"

/** Entries of one kind that an inbox shows; the lists hold the rest. */
const mostOfAKind = 50

/**
 * What waits for the reader around organisations, in every organisation that he belongs to: invitations to him, his own
 * drafts and refusals, and for the secretariat what it may decide on. Longest waiting first.
 */
export async function organisationInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const { actor } = ctx
  if (!actor) return []
  const entries = [
    ...(actor.emailVerified ? await invitationsTo(ctx, actor) : []),
    ...(await unfinished(ctx, actor)),
    ...(actor.secretariat ? await toDecide(ctx, actor) : []),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function invitationsTo(ctx: Ctx, { email, timeZone }: Actor): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("invitation")
    .innerJoin("organisation", "organisation.id", "invitation.organisationId")
    .select(["invitation.id", "invitation.role", "invitation.createdAt", "invitation.expiresAt", "organisation.name"])
    .where("invitation.email", "=", email)
    .where("invitation.acceptedAt", "is", null)
    .where("invitation.revokedAt", "is", null)
    .where("invitation.expiresAt", ">", ctx.now)
    .orderBy("invitation.createdAt")
    .limit(mostOfAKind)
    .execute()
  return rows.map(({ id, role, name, createdAt, expiresAt }) => ({
    kind: "invitation.accept",
    title: name,
    values: { role },
    ids: { id },
    since: createdAt,
    due: dayIn(expiresAt, timeZone),
  }))
}

/** Organisations that he administers and that are still to be submitted; a verified one is not. */
async function unfinished(ctx: Ctx, { memberships }: Actor): Promise<InboxEntry[]> {
  const administered = memberships
    .filter(({ role, organisationVerified }) => role === "admin" && !organisationVerified)
    .map(({ organisationId }) => organisationId)
  if (administered.length === 0) return []
  const rows = await ctx.db
    .selectFrom("organisation")
    .select(["id", "name", "status", "updatedAt"])
    .where("id", "in", administered)
    .where("status", "in", ["draft", "refused"])
    .execute()
  return rows.map(({ id, name, status, updatedAt }) => ({
    kind: status === "refused" ? "organisation.correct" : "organisation.submit",
    title: name,
    values: {},
    ids: { id },
    since: updatedAt,
  }))
}

/** What the secretariat is to decide, without the cases in which this member of it has a part. */
async function toDecide(ctx: Ctx, { accountId, memberships }: Actor): Promise<InboxEntry[]> {
  const own = memberships.map(({ organisationId }) => organisationId)
  const organisations = await ctx.db
    .selectFrom("organisation")
    .select(["id", "name", "submittedAt"])
    .where("status", "=", "submitted")
    .$if(own.length > 0, (query) => query.where("id", "not in", own))
    .orderBy("submittedAt")
    .limit(mostOfAKind)
    .execute()
  const mandates = await ctx.db
    .selectFrom("mandate")
    .innerJoin("organisation", "organisation.id", "mandate.organisationId")
    .select(["mandate.id", "mandate.office", "organisation.name", "mandate.enteredAt"])
    .where("mandate.status", "=", "entered")
    .where("mandate.accountId", "!=", accountId)
    .where("mandate.enteredBy", "!=", accountId)
    .orderBy("mandate.enteredAt")
    .limit(mostOfAKind)
    .execute()
  return [
    ...organisations.map(({ id, name, submittedAt }) => ({
      kind: "organisation.verify",
      title: name,
      values: {},
      ids: { id },
      since: submittedAt ?? ctx.now,
    })),
    ...mandates.map(({ id, office, name, enteredAt }) => ({
      kind: "mandate.verify",
      title: office,
      values: { organisation: name },
      ids: { id },
      since: enteredAt,
    })),
  ]
}
