import { type Selectable, type SqlBool, sql } from "kysely"
import type { Db } from "#db/connection.ts"
import type { MembershipRole, NeedStatus, ProposalTable, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, notFound } from "../kernel/errors.ts"
import { isProposalCode } from "./codes.ts"

const workers: readonly MembershipRole[] = ["admin", "drafter", "approver"]

/** The organisation for which the reader works on proposals; members without a task only look at their own. */
export function workingFor(ctx: Pick<Ctx, "actor">): string | null {
  const acting = ctx.actor?.acting
  return acting && workers.includes(acting.role) ? acting.organisationId : null
}

/**
 * The proposals that the reader may know of: those of the organisation he acts for, those to which it contributes or
 * is invited, and those that were submitted to it. The only entry to proposal rows.
 */
export function visibleProposals(ctx: Pick<Ctx, "db" | "actor">) {
  const own = ctx.actor?.acting?.organisationId
  const proposals = ctx.db.selectFrom("proposal")
  if (own === undefined) return proposals.where(sql<SqlBool>`1 = 0`)
  const working = workingFor(ctx)
  if (working === null) return proposals.where("proposal.organisationId", "=", own)
  return proposals.where((eb) =>
    eb.or([
      eb("proposal.organisationId", "=", own),
      eb.and([eb("proposal.recipientId", "=", own), eb("proposal.submittedAt", "is not", null)]),
      eb.exists(
        eb
          .selectFrom("proposalPartner as taking")
          .select("taking.id")
          .whereRef("taking.proposalId", "=", "proposal.id")
          .where("taking.organisationId", "=", own)
          .where("taking.endedAt", "is", null)
          .where((inner) =>
            inner.or([inner("taking.acceptedAt", "is not", null), inner("taking.answeredAt", "is", null)]),
          ),
      ),
    ]),
  )
}

export type Partner = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly slug: string
  readonly strand: Strand
  readonly verified: boolean
  readonly part: string
  readonly standing: "invited" | "accepted" | "declined" | "ended"
  readonly invitedAt: string
}

/** From where the reader looks at a proposal. */
export type Side = "proposer" | "partner" | "invited" | "recipient"

/** A proposal with its sides, as policy and transitions need it. `draft` is for its authors' eyes alone. */
export type Proposal = Selectable<ProposalTable> & {
  readonly organisationName: string
  readonly organisationSlug: string
  readonly organisationStatus: string
  readonly strand: Strand
  readonly recipientName: string
  readonly recipientSlug: string
  readonly recipientStatus: string
  readonly needSlug: string | null
  readonly needTitle: string | null
  readonly needStatus: NeedStatus | null
  readonly needPeriodUntil: string | null
  /** The initiative that came of it, once there is one. */
  readonly initiativeSlug: string | null
  readonly initiativePublishedAt: string | null
  readonly partners: readonly Partner[]
  /** Organisations that contribute and write along. */
  readonly coauthorIds: readonly string[]
  readonly invitedIds: readonly string[]
  readonly side: Side
}

/** The proposal under a code. Not found where there is none or the reader may not know of it. Two queries. */
export async function getProposal(ctx: Ctx, code: string): Promise<Proposal> {
  if (!isProposalCode(code)) throw notFound()
  const row = await visibleProposals(ctx)
    .innerJoin("organisation as proposer", "proposer.id", "proposal.organisationId")
    .innerJoin("organisation as recipient", "recipient.id", "proposal.recipientId")
    .leftJoin("need", "need.id", "proposal.needId")
    .leftJoin("initiativeProposal", "initiativeProposal.proposalId", "proposal.id")
    .leftJoin("initiative", "initiative.id", "initiativeProposal.initiativeId")
    .selectAll("proposal")
    .select(["proposer.name as organisationName", "proposer.slug as organisationSlug", "proposer.strand"])
    .select(["proposer.status as organisationStatus", "recipient.status as recipientStatus"])
    .select(["recipient.name as recipientName", "recipient.slug as recipientSlug"])
    .select(["need.slug as needSlug", "need.title as needTitle", "initiative.slug as initiativeSlug"])
    .select(["need.status as needStatus", "need.periodUntil as needPeriodUntil"])
    .select("initiative.publishedAt as initiativePublishedAt")
    .where("proposal.code", "=", code)
    .executeTakeFirst()
  if (!row) throw notFound()
  const partners = await partnersOf(ctx.db, row.id)
  const standing = (wanted: Partner["standing"]) =>
    partners.filter((partner) => partner.standing === wanted).map(({ organisationId }) => organisationId)
  const [coauthorIds, invitedIds] = [standing("accepted"), standing("invited")]
  const acting = ctx.actor?.acting?.organisationId ?? ""
  const side: Side =
    acting === row.organisationId
      ? "proposer"
      : coauthorIds.includes(acting)
        ? "partner"
        : acting === row.recipientId
          ? "recipient"
          : "invited"
  return { ...row, partners, coauthorIds, invitedIds, side }
}

/** Every organisation that was asked to contribute, in the order of asking. */
export async function partnersOf(db: Db, proposalId: string): Promise<Partner[]> {
  const rows = await db
    .selectFrom("proposalPartner")
    .innerJoin("organisation", "organisation.id", "proposalPartner.organisationId")
    .select(["proposalPartner.id", "proposalPartner.organisationId", "proposalPartner.part"])
    .select(["proposalPartner.answeredAt", "proposalPartner.acceptedAt", "proposalPartner.endedAt"])
    .select(["proposalPartner.invitedAt", "organisation.name", "organisation.slug", "organisation.strand"])
    .select("organisation.status")
    .where("proposalPartner.proposalId", "=", proposalId)
    .orderBy("proposalPartner.invitedAt")
    .orderBy("proposalPartner.id")
    .execute()
  return rows.map(({ answeredAt, acceptedAt, endedAt, status, ...row }) => ({
    ...row,
    verified: status === "verified",
    standing:
      endedAt !== null ? "ended" : acceptedAt !== null ? "accepted" : answeredAt !== null ? "declined" : "invited",
  }))
}

/** Refuses (conflict `proposal.notVerified`) while the proposer or the region asked is not, or no longer, verified. */
export function assertSidesVerified(proposal: Proposal): void {
  if (proposal.organisationStatus !== "verified")
    throw conflict("proposal.notVerified", { organisation: proposal.organisationName })
  if (proposal.recipientStatus !== "verified")
    throw conflict("proposal.notVerified", { organisation: proposal.recipientName })
}
