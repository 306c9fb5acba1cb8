import { addMilliseconds, days, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { can } from "../policy/table.ts"

/** Entries of one kind looked through for an inbox; whoever has more works from the lists. */
const most = 100

/** Days before its day at which a milestone begins to wait. */
const ahead = 7

/**
 * What waits for the reader in the initiatives that his organisation leads, longest waiting first (all with `id`):
 * `initiative.publish` for an approver, and `initiative.milestoneDue` (values `milestone`) for whoever keeps the
 * milestones, within a week of its day and from then on until it is reached or dropped.
 */
export async function initiativeInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const acting = ctx.actor?.acting?.organisationId
  if (acting === undefined) return []
  const lead = { organisationId: acting, partnerIds: [acting] }
  const entries = [
    ...(can(ctx.actor, "initiative.publish", lead) ? await unpublished(ctx, acting) : []),
    ...(can(ctx.actor, "initiative.milestone", lead) ? await due(ctx, acting) : []),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function unpublished(ctx: Ctx, acting: string): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("initiative")
    .select(["id", "title", "createdAt"])
    .where("leadOrganisationId", "=", acting)
    .where("publishedAt", "is", null)
    .where("status", "in", ["prepared", "running"])
    .orderBy("updatedAt", "desc")
    .limit(most)
    .execute()
  return rows.map(({ id, title, createdAt }) => ({
    kind: "initiative.publish",
    title,
    values: {},
    ids: { id },
    since: createdAt,
  }))
}

async function due(ctx: Ctx, acting: string): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("milestone")
    .innerJoin("initiative", "initiative.id", "milestone.initiativeId")
    .select(["initiative.id", "initiative.title", "milestone.title as milestone"])
    .select(["milestone.dueOn", "milestone.createdAt"])
    .where("initiative.leadOrganisationId", "=", acting)
    .where("initiative.status", "=", "running")
    .where("milestone.reachedOn", "is", null)
    .where("milestone.droppedAt", "is", null)
    .where("milestone.dueOn", "<=", officialDay(addMilliseconds(ctx.now, days(ahead))))
    .orderBy("milestone.dueOn")
    .orderBy("milestone.id")
    .limit(most)
    .execute()
  return rows.map(({ id, title, milestone, dueOn, createdAt }) => {
    // Midnight in Western Indonesian Time.
    const from = addMilliseconds(new Date(`${dueOn}T00:00:00+07:00`).toISOString(), -days(ahead))
    return {
      kind: "initiative.milestoneDue",
      title,
      values: { milestone },
      ids: { id },
      since: [from, createdAt].sort().at(-1) ?? from,
      due: dueOn,
    }
  })
}
