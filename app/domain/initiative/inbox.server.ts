import { addMilliseconds, days, type Instant, type LocalDate, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { can } from "../policy/table.ts"

/** Initiatives and milestones looked through for an inbox; whoever has more works from the lists. */
const most = 200

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
  const rows = await ctx.db
    .selectFrom("initiative")
    .leftJoin("milestone", (join) =>
      join
        .onRef("milestone.initiativeId", "=", "initiative.id")
        .on("initiative.status", "=", "running")
        .on("milestone.reachedOn", "is", null)
        .on("milestone.droppedAt", "is", null)
        .on("milestone.dueOn", "<=", officialDay(addMilliseconds(ctx.now, days(ahead)))),
    )
    .select(["initiative.id", "initiative.title", "initiative.createdAt", "initiative.publishedAt"])
    .select(["milestone.title as milestone", "milestone.dueOn", "milestone.createdAt as plannedAt"])
    .where("initiative.leadOrganisationId", "=", acting)
    .where("initiative.status", "in", ["prepared", "running"])
    .where((eb) => eb.or([eb("initiative.publishedAt", "is", null), eb("milestone.id", "is not", null)]))
    .orderBy("initiative.updatedAt", "desc")
    .orderBy("milestone.dueOn")
    .orderBy("milestone.id")
    .limit(most)
    .execute()
  const unpublished = new Map(rows.filter(({ publishedAt }) => publishedAt === null).map((row) => [row.id, row]))
  const entries = [
    ...(can(ctx.actor, "initiative.publish", lead) ? [...unpublished.values()].map(toPublish) : []),
    ...(can(ctx.actor, "initiative.milestone", lead) ? rows.flatMap(due) : []),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

const toPublish = ({ id, title, createdAt }: { id: string; title: string; createdAt: Instant }): InboxEntry => ({
  kind: "initiative.publish",
  title,
  values: {},
  ids: { id },
  since: createdAt,
})

/** The milestone of a row; a row without one stands for an initiative that is only to be published. */
function due({ id, title, milestone, dueOn, plannedAt }: DueRow): InboxEntry[] {
  if (milestone === null || dueOn === null || plannedAt === null) return []
  // Midnight in Western Indonesian Time.
  const from = addMilliseconds(new Date(`${dueOn}T00:00:00+07:00`).toISOString(), -days(ahead))
  return [
    {
      kind: "initiative.milestoneDue",
      title,
      values: { milestone },
      ids: { id },
      since: from > plannedAt ? from : plannedAt,
      due: dueOn,
    },
  ]
}

type DueRow = {
  readonly id: string
  readonly title: string
  readonly milestone: string | null
  readonly dueOn: LocalDate | null
  readonly plannedAt: Instant | null
}
