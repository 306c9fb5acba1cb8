import { isUniqueViolation } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, isDomainError } from "../kernel/errors.ts"
import { newCode, newId } from "../kernel/ids.ts"
import { slugOf } from "../organisation/slug.ts"
import { authorize } from "../policy/table.ts"
import { type AcceptedFacts, acceptedProposal } from "../proposal/accepted.server.ts"
import { assertNameable, readBasis } from "./basis.server.ts"
import { enter, gathered, type Participant } from "./entering.server.ts"
import { initiativeFlow } from "./flow.ts"
import type { StartInput } from "./schema.ts"

/**
 * Begins an initiative of the acting government, in preparation and not yet public, from accepted proposals to it, an
 * agreement in force, or both. Proposers, their partners and the other party of the agreement take part from the
 * beginning and are told. Answers its id.
 *
 * Refuses: whoever acts for no region (forbidden `initiative.notGovernment`); a region, proposal, agreement or article
 * that is not his to name, and none at all (invalid); a proposal of which an initiative came already (conflict
 * `initiative.proposalTaken`), also where somebody else takes it at this moment. Then nothing is made.
 */
export async function startInitiative(ctx: Ctx, input: StartInput): Promise<string> {
  authorize(ctx.actor, "initiative.start")
  await assertNameable(ctx, input.regionCode)
  if (input.proposals.length === 0 && input.agreement === null)
    throw invalid("form", { fields: { proposals: ["initiative.noSource"] } })
  const proposals = await acceptedFacts(ctx, input.proposals)
  const basis = await readBasis(ctx, input)
  const { acting } = ctx.actor!
  const lead = await ctx.db
    .selectFrom("organisation")
    .select(["id", "name", "demoSince"])
    .where("id", "=", acting!.organisationId)
    .executeTakeFirstOrThrow()
  const participants = gathered([
    { organisationId: lead.id, part: input.part },
    ...proposals.flatMap(participantsOf),
    ...(basis.otherId === null ? [] : [{ organisationId: basis.otherId, part: "" }]),
  ])
  const id = newId()
  try {
    await inTransaction(ctx.db, async (trx) => {
      await trx
        .insertInto("initiative")
        .values({
          id,
          slug: `${slugOf(input.title).slice(0, 50).replace(/-+$/, "")}-${newCode(5).toLowerCase()}`,
          leadOrganisationId: lead.id,
          ...columnsOf(input),
          story: "",
          agreementId: basis.agreementId,
          clauseKey: basis.clauseKey,
          status: initiativeFlow.initial,
          createdBy: ctx.actor!.accountId,
          createdAt: ctx.now,
          updatedAt: ctx.now,
          publishedAt: null,
          endedAt: null,
          endReason: "",
          sequel: "",
          demoSince: lead.demoSince === null ? null : ctx.now,
        })
        .execute()
      // Always in one order: two people who want the same proposals must not wait for each other in a circle.
      for (const proposalId of proposals.map((proposal) => proposal.id).sort())
        await trx
          .insertInto("initiativeProposal")
          .values({ id: newId(), initiativeId: id, proposalId, createdAt: ctx.now })
          .execute()
      await enter(trx, ctx, id, participants)
      await record(trx, ctx, {
        type: "initiative.started",
        subjectType: "initiative",
        subjectId: id,
        organisationId: lead.id,
        data: { title: input.title, proposals: proposals.length, agreement: input.agreement },
      })
      for (const { organisationId, part } of participants.filter(({ organisationId: one }) => one !== lead.id))
        await notify(trx, ctx, { organisationIds: [organisationId] }, "initiative-started", {
          title: input.title,
          organisation: lead.name,
          part,
          id,
        })
    })
  } catch (error) {
    if (isTaken(error)) throw conflict("initiative.proposalTaken")
    throw error
  }
  return id
}

// SQLite names the column of the constraint, PostgreSQL the constraint.
const isTaken = (error: unknown): boolean =>
  isUniqueViolation(error, "initiative_proposal_once") || isUniqueViolation(error, "initiative_proposal.proposal_id")

/** The facts of every proposal that a form names; one that is not there to be taken is a mistake of the form. */
async function acceptedFacts(ctx: Ctx, codes: readonly string[]): Promise<AcceptedFacts[]> {
  const proposals: AcceptedFacts[] = []
  for (const code of codes)
    try {
      proposals.push(await acceptedProposal(ctx, code))
    } catch (error) {
      if (!isDomainError(error) || error.code !== "not_found") throw error
      throw invalid("form", { fields: { proposals: ["initiative.proposalUnknown"] } })
    }
  return proposals
}

/** The proposer with what it contributes, and its partners with their parts. */
const participantsOf = ({ organisationId, contributions, partners }: AcceptedFacts): Participant[] => [
  { organisationId, part: contributions.map(({ description }) => description).join("; ") },
  ...partners.map((partner) => ({ organisationId: partner.organisationId, part: partner.part })),
]

type Words = Pick<StartInput, "title" | "summary" | "affair" | "regionCode" | "place" | "startsOn" | "endsOn">

export const columnsOf = ({ title, summary, affair, regionCode, place, startsOn, endsOn }: Words) => ({
  ...{ title, summary, affair, regionCode, place, startsOn, endsOn },
})
