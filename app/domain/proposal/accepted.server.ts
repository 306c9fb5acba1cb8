import type { Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { type Affair, readAffair } from "./affairs.ts"
import { isProposalCode } from "./codes.ts"
import type { VersionContent } from "./content.ts"
import { readVersion } from "./versions.server.ts"

/** An accepted proposal, as much as a list for choosing shows. */
export type AcceptedProposal = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly organisationId: string
  readonly organisationName: string
  readonly decidedAt: string
}

const accepted = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .selectFrom("proposal")
    .innerJoin("organisation", "organisation.id", "proposal.organisationId")
    .where("proposal.status", "=", "accepted")

/** Proposals that `recipientId` has accepted and of which no initiative came yet, the last decided first. */
export async function listAcceptedProposals(ctx: Ctx, recipientId: string): Promise<AcceptedProposal[]> {
  authorize(ctx.actor, "proposal.read", { organisationId: recipientId, recipientId, coauthorIds: [] })
  const rows = await accepted(ctx)
    .select(["proposal.id", "proposal.code", "proposal.title", "proposal.organisationId", "proposal.decidedAt"])
    .select("organisation.name as organisationName")
    .where("proposal.recipientId", "=", recipientId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("initiativeProposal")
            .select("initiativeProposal.id")
            .whereRef("initiativeProposal.proposalId", "=", "proposal.id"),
        ),
      ),
    )
    .orderBy("proposal.decidedAt", "desc")
    .orderBy("proposal.id", "desc")
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt ?? "" }))
}

/** What an initiative takes over from a proposal that was accepted. */
export type AcceptedFacts = AcceptedProposal &
  Pick<VersionContent, "summary" | "plan" | "periodFrom" | "periodUntil" | "contributions"> & {
    readonly recipientId: string
    readonly strand: Strand
    /** The organisations that contribute, each with its part; those that have left since are not among them. */
    readonly partners: readonly { readonly organisationId: string; readonly name: string; readonly part: string }[]
    /** The need that it answers, where it answers one. */
    readonly need: {
      readonly id: string
      readonly slug: string
      readonly affair: Affair
      readonly regionCode: string
      readonly place: string
    } | null
  }

/**
 * The facts of an accepted proposal for the region that accepted it, by code. Not found for everybody else, and where
 * there is no such proposal. Three queries.
 */
export async function acceptedProposal(ctx: Ctx, code: string): Promise<AcceptedFacts> {
  const acting = ctx.actor?.acting?.organisationId
  if (!isProposalCode(code) || acting === undefined) throw notFound()
  const row = await accepted(ctx)
    .leftJoin("need", "need.id", "proposal.needId")
    .innerJoin("proposalVersion as version", (join) =>
      join.onRef("version.proposalId", "=", "proposal.id").onRef("version.number", "=", "proposal.versionNumber"),
    )
    .select(["proposal.id", "proposal.code", "proposal.title", "proposal.organisationId", "proposal.recipientId"])
    .select(["proposal.decidedAt", "organisation.name as organisationName", "organisation.strand", "version.content"])
    .select(["need.id as needId", "need.slug", "need.affair", "need.regionCode", "need.place"])
    .where("proposal.code", "=", code)
    .where("proposal.recipientId", "=", acting)
    .executeTakeFirst()
  if (!row) throw notFound()
  authorize(ctx.actor, "proposal.read", { ...row, coauthorIds: [] })
  const standing = await ctx.db
    .selectFrom("proposalPartner")
    .select("organisationId")
    .where("proposalId", "=", row.id)
    .where("acceptedAt", "is not", null)
    .where("endedAt", "is", null)
    .execute()
  const { content, needId, slug, affair, regionCode, place, ...facts } = row
  const { summary, plan, periodFrom, periodUntil, contributions, partners } = readVersion(content)
  return {
    ...facts,
    decidedAt: facts.decidedAt ?? "",
    ...{ summary, plan, periodFrom, periodUntil, contributions },
    partners: partners.filter((one) => standing.some(({ organisationId }) => organisationId === one.organisationId)),
    need:
      needId !== null && slug !== null && affair !== null && regionCode !== null && place !== null
        ? { id: needId, slug, affair: readAffair(affair), regionCode, place }
        : null,
  }
}
