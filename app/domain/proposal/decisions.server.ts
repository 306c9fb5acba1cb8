import type { SelectQueryBuilder } from "kysely"
import type { Schema, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** A decided proposal. The title of a declined one stays with its authors. */
export type Decision = {
  readonly code: string
  readonly title: string | null
  readonly organisationName: string
  readonly organisationSlug: string
  readonly strand: Strand
  readonly outcome: "accepted" | "declined"
  /** Why it was declined, or what the region remarked on accepting. */
  readonly reason: string
  readonly decidedAt: string
}

/** Most decisions that one page shows; the newest stand first. */
const most = 100

type Asked = SelectQueryBuilder<Schema, "proposal" | "organisation", object>

/** Decided proposals, the last decided first, of which `which` says which are meant. */
export async function decisions(ctx: Ctx, which: (query: Asked) => Asked): Promise<Decision[]> {
  const rows = await which(
    ctx.db
      .selectFrom("proposal")
      .innerJoin("organisation", "organisation.id", "proposal.organisationId")
      .where("proposal.status", "in", ["accepted", "declined"]),
  )
    .select(["proposal.code", "proposal.title", "proposal.status", "proposal.decisionReason", "proposal.decidedAt"])
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug", "organisation.strand"])
    .orderBy("proposal.decidedAt", "desc")
    .orderBy("proposal.id", "desc")
    .limit(most)
    .execute()
  return rows.map(({ status, title, decisionReason, decidedAt, ...row }) => ({
    ...row,
    title: status === "accepted" ? title : null,
    outcome: status === "accepted" ? "accepted" : "declined",
    reason: decisionReason,
    decidedAt: decidedAt ?? "",
  }))
}

/** What a government decided on proposals that nobody had asked for: those to a need stand on the need's own page. */
export async function unaskedDecisions(ctx: Ctx, recipientId: string): Promise<Decision[]> {
  authorize(ctx.actor, "need.browse")
  return decisions(ctx, (query) =>
    query.where("proposal.recipientId", "=", recipientId).where("proposal.needId", "is", null),
  )
}
