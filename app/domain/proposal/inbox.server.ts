import type { ProposalStatus } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import type { InboxEntry } from "../notification/inbox.ts"
import { can } from "../policy/table.ts"
import { openSteps } from "./open-steps.ts"
import { visibleProposals, workingFor } from "./queries.server.ts"
import { taskOf } from "./task.ts"

const liveStates: readonly ProposalStatus[] = ["draft", "submitted", "in_review", "revision"]

/** Rows looked through for an inbox; whoever has more of them under way works from the lists. */
const most = 200

/**
 * What waits for the reader in needs and proposals, longest waiting first: `proposal.answerInvitation`,
 * `proposal.finish`, `proposal.revise`, `proposal.open`, `proposal.decide`, `proposal.review` (all with `code`), and
 * `need.publish` (with `id`).
 */
export async function proposalInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const acting = workingFor(ctx)
  if (acting === null) return []
  const entries = [...(await waitingProposals(ctx, acting)), ...(await waitingNeeds(ctx, acting))]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function waitingProposals(ctx: Ctx, acting: string): Promise<InboxEntry[]> {
  const rows = await visibleProposals(ctx)
    .innerJoin("organisation as proposer", "proposer.id", "proposal.organisationId")
    .innerJoin("organisation as recipient", "recipient.id", "proposal.recipientId")
    .select(["proposal.id", "proposal.code", "proposal.title", "proposal.status", "proposal.updatedAt"])
    .select(["proposal.organisationId", "proposal.recipientId", "proposal.submittedAt", "proposal.openedAt"])
    .select(["proposer.name as organisationName", "recipient.name as recipientName"])
    .where("proposal.status", "in", liveStates)
    .orderBy("proposal.updatedAt", "desc")
    .limit(most)
    .execute()
  if (rows.length === 0) return []
  const partners = await ctx.db
    .selectFrom("proposalPartner")
    .select(["proposalId", "organisationId", "invitedAt", "answeredAt", "acceptedAt"])
    .where(
      "proposalId",
      "in",
      rows.map(({ id }) => id),
    )
    .where("endedAt", "is", null)
    .execute()
  return rows.flatMap((row): InboxEntry[] => {
    const asked = partners.filter(({ proposalId }) => proposalId === row.id)
    const coauthorIds = asked
      .filter(({ acceptedAt }) => acceptedAt !== null)
      .map(({ organisationId }) => organisationId)
    const invitation = asked.find(({ organisationId, answeredAt }) => organisationId === acting && answeredAt === null)
    const kind = taskOf(row.status, openSteps(ctx.actor, { ...row, coauthorIds }), invitation !== undefined)
    if (kind === null) return []
    const since =
      invitation?.invitedAt ??
      (kind === "open" ? row.submittedAt : kind === "decide" || kind === "review" ? row.openedAt : null)
    return [
      {
        kind: `proposal.${kind}`,
        title: row.title,
        values: { organisation: row.organisationName, recipient: row.recipientName },
        ids: { code: row.code },
        since: since ?? row.updatedAt,
      },
    ]
  })
}

async function waitingNeeds(ctx: Ctx, acting: string): Promise<InboxEntry[]> {
  if (!can(ctx.actor, "need.publish", { organisationId: acting })) return []
  const rows = await ctx.db
    .selectFrom("need")
    .select(["id", "title", "updatedAt"])
    .where("organisationId", "=", acting)
    .where("status", "=", "draft")
    .orderBy("updatedAt", "desc")
    .limit(most)
    .execute()
  return rows.map(({ id, title, updatedAt }) => ({
    kind: "need.publish",
    title,
    values: {},
    ids: { id },
    since: updatedAt,
  }))
}
