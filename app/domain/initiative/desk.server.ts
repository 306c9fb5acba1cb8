import type { InitiativeStatus } from "#db/schema.ts"
import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize, can } from "../policy/table.ts"
import { countUpTo } from "../proposal/count.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { detailOf, type InitiativeDetail } from "./detail.server.ts"
import type { OwnInitiativeFilter } from "./filter.ts"
import type { InitiativeStep } from "./flow.ts"
import { initiativePage } from "./limits.ts"
import { type InitiativeRights, openSteps, rightsIn } from "./open-steps.ts"
import { getInitiative, type Initiative, visibleInitiatives } from "./queries.server.ts"
import { milestoneCounts } from "./register.server.ts"

/** One initiative in the list of an organisation that takes part in it. */
export type OwnInitiative = {
  readonly id: string
  readonly title: string
  readonly status: InitiativeStatus
  readonly leadName: string
  /** The acting organisation leads it. */
  readonly lead: boolean
  readonly published: boolean
  readonly endsOn: string
  readonly updatedAt: string
  readonly milestones: { readonly reached: number; readonly total: number }
}

/**
 * Initiatives that the acting organisation leads or takes part in now, the one changed last first, in pages by key.
 * Empty without an organisation. Three queries.
 */
export async function listOwnInitiatives(
  ctx: Ctx,
  filter: OwnInitiativeFilter,
): Promise<{ entries: OwnInitiative[]; next: string | null; count: number }> {
  authorize(ctx.actor, "workspace.read")
  const acting = ctx.actor?.acting?.organisationId
  if (acting === undefined) return { entries: [], next: null, count: 0 }
  let matching = visibleInitiatives(ctx)
    .innerJoin("organisation", "organisation.id", "initiative.leadOrganisationId")
    .innerJoin("initiativePartner as own", "own.initiativeId", "initiative.id")
    .where("own.organisationId", "=", acting)
    .where("own.leftAt", "is", null)
  if (filter.status) matching = matching.where("initiative.status", "=", filter.status)
  const count = await countUpTo(ctx, matching)
  const after = decodeCursor(filter.cursor, 2)
  const rows = await matching
    .select(["initiative.id", "initiative.title", "initiative.status", "initiative.leadOrganisationId"])
    .select(["initiative.publishedAt", "initiative.endsOn", "initiative.updatedAt", "organisation.name as leadName"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("initiative.updatedAt", "initiative.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("initiative.updatedAt", "desc")
    .orderBy("initiative.id", "desc")
    .limit(initiativePage + 1)
    .execute()
  const shown = rows.slice(0, initiativePage)
  const milestones = await milestoneCounts(
    ctx.db,
    shown.map(({ id }) => id),
  )
  const entries = shown.map(({ leadOrganisationId, publishedAt, ...row }) => ({
    ...row,
    lead: leadOrganisationId === acting,
    published: publishedAt !== null,
    milestones: milestones.get(row.id) ?? { reached: 0, total: 0 },
  }))
  const last = entries.at(-1)
  return { entries, next: rows.length > initiativePage && last ? encodeCursor([last.updatedAt, last.id]) : null, count }
}

export type InitiativeDesk = Omit<InitiativeDetail, "updates"> & {
  /** With its partners, also those that have left. */
  readonly initiative: Initiative
  readonly updates: readonly (InitiativeDetail["updates"][number] & { readonly mayWithdraw: boolean })[]
  readonly steps: readonly InitiativeStep[]
  readonly may: InitiativeRights
  readonly events: readonly TimelineEvent[]
}

/** All that the page of an initiative shows to an organisation that takes part in it. Up to nine queries. */
export async function getInitiativeDesk(ctx: Ctx, id: string): Promise<InitiativeDesk> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.read", initiative)
  const { updates, ...detail } = await detailOf(ctx.db, initiative)
  return {
    initiative,
    ...detail,
    updates: updates.map((update) => ({
      ...update,
      mayWithdraw: can(ctx.actor, "initiative.withdrawUpdate", {
        ...initiative,
        updateOrganisationId: update.organisationId,
      }),
    })),
    steps: openSteps(ctx.actor, initiative),
    may: rightsIn(ctx.actor, initiative),
    events: await timelineOf(ctx.db, "initiative", id),
  }
}
