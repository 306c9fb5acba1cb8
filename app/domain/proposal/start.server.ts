import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { newProposalCode } from "./codes.ts"
import { emptyDraft } from "./content.ts"
import { writeDraft } from "./draft.server.ts"
import { proposalFlow } from "./flow.ts"
import { findPublicNeed, takesProposals } from "./need-queries.server.ts"

const governments = (ctx: Ctx) =>
  ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.governsRegionCode")
    .where("organisation.status", "=", "verified")

export type RecipientChoice = {
  readonly slug: string
  readonly name: string
  readonly regionName: string
  readonly provinceCode: string
}

/** The verified governments that the acting organisation may ask, by region. */
export async function listRecipients(ctx: Ctx): Promise<RecipientChoice[]> {
  authorize(ctx.actor, "proposal.start")
  return governments(ctx)
    .select(["organisation.slug", "organisation.name", "region.name as regionName", "region.provinceCode"])
    .where("organisation.id", "!=", ctx.actor!.acting!.organisationId)
    .orderBy("region.code")
    .execute()
}

/**
 * Begins a proposal of the acting organisation, as a draft that only its authors see. Answers its code. Refuses a
 * need that takes no proposals (conflict `proposal.need.closed`) and a recipient that is no verified government or
 * the proposer itself (invalid).
 */
export async function startProposal(
  ctx: Ctx,
  input: { readonly title: string } & ({ readonly recipient: string } | { readonly need: string }),
): Promise<string> {
  authorize(ctx.actor, "proposal.start")
  const { accountId, acting } = ctx.actor!
  const organisationId = acting!.organisationId
  const { recipientId, needId } = await addressee(ctx, input)
  if (recipientId === organisationId) throw invalid("form", { fields: { recipient: ["proposal.ownRegion"] } })
  const demo = await ctx.db
    .selectFrom("organisation")
    .select("id")
    .where("id", "in", [organisationId, recipientId])
    .where("demoSince", "is not", null)
    .limit(1)
    .executeTakeFirst()
  const id = newId()
  const code = newProposalCode()
  await inTransaction(ctx.db, async (trx) => {
    await trx
      .insertInto("proposal")
      .values({
        ...{ id, code, organisationId, recipientId, needId, title: input.title },
        status: proposalFlow.initial,
        draft: writeDraft(emptyDraft(input.title)),
        draftSavedAt: ctx.now,
        draftSavedBy: accountId,
        createdBy: accountId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        openedAt: null,
        openedBy: null,
        decidedAt: null,
        decidedBy: null,
        decisionReason: "",
        endedAt: null,
        endReason: "",
        demoSince: demo ? ctx.now : null,
      })
      .execute()
    await record(trx, ctx, {
      type: "proposal.started",
      subjectType: "proposal",
      subjectId: id,
      organisationId,
      data: { recipientId, needId },
    })
  })
  return code
}

async function addressee(
  ctx: Ctx,
  input: { readonly recipient: string } | { readonly need: string },
): Promise<{ recipientId: string; needId: string | null }> {
  if ("need" in input) {
    const need = await findPublicNeed(ctx, input.need)
    if (!takesProposals(need, ctx.now)) throw conflict("proposal.need.closed")
    if (need.organisationStatus !== "verified")
      throw conflict("proposal.notVerified", { organisation: need.organisationName })
    return { recipientId: need.organisationId, needId: need.id }
  }
  const recipient = await governments(ctx)
    .select("organisation.id")
    .where("organisation.slug", "=", input.recipient)
    .executeTakeFirst()
  if (!recipient) throw invalid("form", { fields: { recipient: ["proposal.recipientNotGovernment"] } })
  return { recipientId: recipient.id, needId: null }
}
