import type { NeedStatus } from "#db/schema.ts"
import { type TimelineEvent, timelineOf } from "../audit/timeline.server.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Ctx } from "../kernel/context.ts"
import { statesOf, stepsFrom } from "../kernel/flow.ts"
import { type Action, authorize, can } from "../policy/table.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { countUpTo } from "./count.server.ts"
import { proposalPage } from "./limits.ts"
import { type NeedStep, needFlow } from "./need-flow.ts"
import { getNeed, type Need, takesProposals, visibleNeeds } from "./need-queries.server.ts"

/** One need in the list of the region whose it is. */
export type OwnNeed = {
  readonly id: string
  readonly title: string
  readonly status: NeedStatus
  readonly regionName: string
  readonly periodUntil: string
  readonly updatedAt: string
  /** It is open and its period is not over. */
  readonly takesProposals: boolean
}

export type OwnNeedFilter = { readonly status: NeedStatus | null; readonly cursor: string | null }

/** Reads the address of the list; what is not understood is as good as absent. */
export function readOwnNeedFilter(query: URLSearchParams): OwnNeedFilter {
  const cursor = query.get("cursor")
  return {
    status: statesOf(needFlow).find((state) => state === query.get("status")) ?? null,
    cursor: decodeCursor(cursor, 2) ? cursor : null,
  }
}

/** Needs of the acting organisation, the one changed last first, in pages by key. Empty without an organisation. */
export async function listOwnNeeds(
  ctx: Ctx,
  filter: OwnNeedFilter,
): Promise<{ entries: OwnNeed[]; next: string | null; count: number }> {
  authorize(ctx.actor, "workspace.read")
  const acting = ctx.actor?.acting?.organisationId
  if (acting === undefined) return { entries: [], next: null, count: 0 }
  let matching = visibleNeeds(ctx).where("need.organisationId", "=", acting)
  if (filter.status) matching = matching.where("need.status", "=", filter.status)
  const count = await countUpTo(ctx, matching)
  const after = decodeCursor(filter.cursor, 2)
  const rows = await matching
    .select(["need.id", "need.title", "need.status", "region.name as regionName", "need.periodUntil", "need.updatedAt"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("need.updatedAt", "need.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("need.updatedAt", "desc")
    .orderBy("need.id", "desc")
    .limit(proposalPage + 1)
    .execute()
  const entries = rows.slice(0, proposalPage).map((row) => ({ ...row, takesProposals: takesProposals(row, ctx.now) }))
  const last = entries.at(-1)
  return { entries, next: rows.length > proposalPage && last ? encodeCursor([last.updatedAt, last.id]) : null, count }
}

const actionOf = {
  edit: "need.edit",
  amend: "need.edit",
  correct: "need.edit",
  publish: "need.publish",
  close: "need.close",
  reopen: "need.reopen",
  discard: "need.discard",
} as const satisfies Record<NeedStep, Action>

/** What the actor may do with a need now: the flow says when, the policy says who. */
export const needSteps = (
  actor: Actor | null,
  need: { readonly status: NeedStatus; readonly organisationId: string },
): NeedStep[] => stepsFrom(needFlow, need.status).filter((step) => can(actor, actionOf[step], need))

export type NeedDesk = {
  readonly need: Need
  readonly takesProposals: boolean
  readonly steps: readonly NeedStep[]
  readonly events: readonly TimelineEvent[]
}

/** All that the page of a need shows to the region whose it is. Two queries. */
export async function getNeedDesk(ctx: Ctx, id: string): Promise<NeedDesk> {
  const need = await getNeed(ctx, id)
  authorize(ctx.actor, "need.read", need)
  return {
    need,
    takesProposals: takesProposals(need, ctx.now),
    steps: needSteps(ctx.actor, need),
    events: await timelineOf(ctx.db, "need", need.id),
  }
}
