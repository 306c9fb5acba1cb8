import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"

/**
 * What waits for the reader around organisations: his own that was refused, and for the secretariat what is to be
 * verified. Longest waiting first.
 */
export async function organisationInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const actor = ctx.actor
  if (!actor) return []
  const administered = actor.memberships.filter(({ role }) => role === "admin").map(({ organisationId }) => organisationId)
  const own = administered.length
    ? await ctx.db
        .selectFrom("organisation")
        .select(["id", "name", "status", "updatedAt"])
        .where("id", "in", administered)
        .where("status", "in", ["draft", "refused"])
        .execute()
    : []
  const entries: InboxEntry[] = own.map(({ id, name, status, updatedAt }) => ({
    kind: status === "refused" ? "organisation.correct" : "organisation.submit",
    title: name,
    values: {},
    ids: { id },
    since: updatedAt,
  }))
  if (actor.secretariat) {
    const organisations = await ctx.db
      .selectFrom("organisation")
      .select(["id", "name", "submittedAt"])
      .where("status", "=", "submitted")
      .orderBy("submittedAt")
      .limit(50)
      .execute()
    const mandates = await ctx.db
      .selectFrom("mandate")
      .innerJoin("organisation", "organisation.id", "mandate.organisationId")
      .select(["mandate.id", "mandate.office", "organisation.name", "mandate.enteredAt"])
      .where("mandate.status", "=", "entered")
      .where("mandate.accountId", "!=", actor.accountId)
      .where("mandate.enteredBy", "!=", actor.accountId)
      .orderBy("mandate.enteredAt")
      .limit(50)
      .execute()
    entries.push(
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
    )
  }
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}
