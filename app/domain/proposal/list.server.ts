import type { ProposalStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { statesOf } from "../kernel/flow.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { longestSearch, searchWords } from "../search/words.ts"
import { countUpTo } from "./count.server.ts"
import { proposalFlow } from "./flow.ts"
import { proposalPage } from "./limits.ts"
import { workingFor } from "./queries.server.ts"

/** The acting organisation's own proposals, those it contributes to, and those it is asked to decide. */
export const proposalTabs = ["own", "partner", "review"] as const
export type ProposalTab = (typeof proposalTabs)[number]

export type ProposalFilter = {
  readonly tab: ProposalTab
  readonly status: ProposalStatus | null
  readonly q: string
  readonly cursor: string | null
}

/** Reads the address of the list; what is not understood is as good as absent. */
export function readProposalFilter(query: URLSearchParams): ProposalFilter {
  const cursor = query.get("cursor")
  return {
    tab: proposalTabs.find((tab) => tab === query.get("tab")) ?? "own",
    status: statesOf(proposalFlow).find((state) => state === query.get("status")) ?? null,
    q: (query.get("q") ?? "").slice(0, longestSearch),
    cursor: decodeCursor(cursor, 2) ? cursor : null,
  }
}

export type ProposalEntry = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly status: ProposalStatus
  readonly organisationName: string
  readonly recipientName: string
  readonly versionNumber: number
  /** By what the list is ordered: the last change, or for the region the last submission. */
  readonly at: string
  /** The acting organisation has not yet answered whether it contributes. */
  readonly invited: boolean
}

export type ProposalPage = {
  readonly entries: readonly ProposalEntry[]
  readonly next: string | null
  readonly count: number
}

/**
 * One of the three lists of the acting organisation, newest first, in pages by key; each walks an index of its own, so
 * a long one costs no more than a short one. Empty without an organisation or, for what others wrote, without a role.
 */
export async function listProposals(ctx: Ctx, filter: ProposalFilter): Promise<ProposalPage> {
  authorize(ctx.actor, "proposal.list")
  const acting = filter.tab === "own" ? (ctx.actor?.acting?.organisationId ?? null) : workingFor(ctx)
  if (acting === null) return { entries: [], next: null, count: 0 }
  const { tab, status } = filter
  // Both sides always exist; joined loosely, a database leaves them out of the count where nothing asks for them.
  let matching = ctx.db
    .selectFrom("proposal")
    .leftJoin("organisation as proposer", "proposer.id", "proposal.organisationId")
    .leftJoin("organisation as recipient", "recipient.id", "proposal.recipientId")
    .leftJoin("proposalPartner as taking", (join) =>
      join.onRef("taking.proposalId", "=", "proposal.id").on("taking.organisationId", "=", acting),
    )
  if (tab === "own") matching = matching.where("proposal.organisationId", "=", acting)
  if (tab === "review")
    matching = matching.where("proposal.recipientId", "=", acting).where("proposal.submittedAt", "is not", null)
  if (tab === "partner")
    matching = matching
      .where("taking.organisationId", "=", acting)
      .where("taking.endedAt", "is", null)
      .where((eb) => eb.or([eb("taking.acceptedAt", "is not", null), eb("taking.answeredAt", "is", null)]))
  if (status) matching = matching.where("proposal.status", "=", status)
  for (const word of searchWords(filter.q))
    matching = matching.where(containing(word, "proposal.title", "proposal.code", "proposer.name", "recipient.name"))
  const count = await countUpTo(ctx, matching)
  const at = tab === "review" ? "proposal.submittedAt" : tab === "own" ? "proposal.updatedAt" : "taking.proposalId"
  const after = decodeCursor(filter.cursor, 2)
  const rows = await matching
    .select(["proposal.id", "proposal.code", "proposal.title", "proposal.status", "proposal.versionNumber"])
    .select(["proposal.updatedAt", "proposal.submittedAt", "taking.id as takingId"])
    .select(["taking.answeredAt", "proposer.name as organisationName", "recipient.name as recipientName"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        tab === "partner"
          ? eb("taking.proposalId", "<", after?.[1] ?? "")
          : eb(refTuple(at, "proposal.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy(at, "desc")
    .$if(tab !== "partner", (query) => query.orderBy("proposal.id", "desc"))
    .limit(proposalPage + 1)
    .execute()
  const entries = rows.slice(0, proposalPage).map(
    ({ updatedAt, submittedAt, takingId, answeredAt, organisationName, recipientName, ...row }): ProposalEntry => ({
      ...row,
      organisationName: organisationName ?? "",
      recipientName: recipientName ?? "",
      at: tab === "review" ? (submittedAt ?? updatedAt) : updatedAt,
      invited: tab === "partner" && takingId !== null && answeredAt === null,
    }),
  )
  const last = entries.at(-1)
  return { entries, next: rows.length > proposalPage && last ? encodeCursor([last.at, last.id]) : null, count }
}
