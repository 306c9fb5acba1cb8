import { inTransaction, type Trx } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import type { EventType } from "../audit/events.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { isId, newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { searchWords } from "../search/words.ts"
import { proposalFlow, writingStep } from "./flow.ts"
import { getProposal, type Partner, type Proposal } from "./queries.server.ts"

type Seen = { readonly lockVersion: number }

export type PartnerChoice = {
  readonly slug: string
  readonly name: string
  readonly strand: Partner["strand"]
  readonly regionName: string
}

/** Most organisations that one search for a partner answers. */
const mostChoices = 30

/** Verified organisations that can still be invited, by name; `q` narrows them by name and region. */
export async function findPartners(ctx: Ctx, proposal: Proposal, q: string): Promise<PartnerChoice[]> {
  authorize(ctx.actor, "proposal.invite", proposal)
  const taken = [proposal.organisationId, proposal.recipientId, ...proposal.coauthorIds, ...proposal.invitedIds]
  let matching = ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .where("organisation.status", "=", "verified")
    .where("organisation.id", "not in", taken)
  for (const word of searchWords(q)) matching = matching.where(containing(word, "organisation.name", "region.name"))
  return matching
    .select(["organisation.slug", "organisation.name", "organisation.strand", "region.name as regionName"])
    .orderBy("organisation.name")
    .orderBy("organisation.id")
    .limit(mostChoices)
    .execute()
}

/** Asks a verified organisation to contribute, saying what its part would be. From its acceptance on it writes along. */
export async function invitePartner(
  ctx: Ctx,
  code: string,
  input: Seen & { readonly organisation: string; readonly part: string },
): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.invite", proposal)
  next(proposalFlow, proposal.status, writingStep(proposal.status))
  assertSeen(proposal, input.lockVersion)
  const partner = await ctx.db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("slug", "=", input.organisation)
    .where("status", "=", "verified")
    .executeTakeFirst()
  const refuse = (key: string) => invalid("form", { fields: { organisation: [key] } })
  if (!partner) throw refuse("field.choose")
  if (partner.id === proposal.organisationId || partner.id === proposal.recipientId)
    throw refuse("proposal.partnerIsSide")
  if ([...proposal.coauthorIds, ...proposal.invitedIds].includes(partner.id)) throw refuse("proposal.partnerTwice")
  const before = proposal.partners.find(({ organisationId }) => organisationId === partner.id)
  const row = {
    part: input.part,
    invitedBy: ctx.actor!.accountId,
    invitedAt: ctx.now,
    answeredAt: null,
    acceptedAt: null,
    endedAt: null,
  }
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, input.lockVersion)
    if (before) await trx.updateTable("proposalPartner").set(row).where("id", "=", before.id).execute()
    else
      await trx
        .insertInto("proposalPartner")
        .values({ id: newId(), proposalId: proposal.id, organisationId: partner.id, ...row })
        .execute()
    await note(trx, ctx, proposal, "proposal.partner_invited", partner.name)
    await notify(trx, ctx, { organisationIds: [partner.id] }, "proposal-invited", {
      title: proposal.title,
      organisation: proposal.organisationName,
      part: input.part,
      code,
    })
  })
}

/** Takes an organisation out of a proposal that is being written, whether or not it has answered. */
export async function removePartner(ctx: Ctx, code: string, partnerId: string, seen: Seen): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.invite", proposal)
  const partner = findPartner(proposal, partnerId)
  next(proposalFlow, proposal.status, writingStep(proposal.status))
  if (partner.standing !== "accepted" && partner.standing !== "invited") throw conflict("proposal.partnerGone")
  assertSeen(proposal, seen.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, seen.lockVersion)
    await trx.updateTable("proposalPartner").set({ endedAt: ctx.now }).where("id", "=", partner.id).execute()
    await note(trx, ctx, proposal, "proposal.partner_removed", partner.name)
    await notify(trx, ctx, { organisationIds: [partner.organisationId] }, "proposal-partner-removed", {
      title: proposal.title,
      organisation: proposal.organisationName,
    })
  })
}

/** One organisation of a proposal; not found where it never was asked. */
export function findPartner(proposal: Proposal, partnerId: string): Partner {
  const partner = isId(partnerId) ? proposal.partners.find(({ id }) => id === partnerId) : undefined
  if (!partner) throw notFound()
  return partner
}

/**
 * The answer of the acting organisation: `accept` while the proposal is being written, `decline` as long as it is
 * alive, `leave` once it takes part. What was submitted with it stays as it is.
 */
export async function answerInvitation(
  ctx: Ctx,
  code: string,
  input: Seen & { readonly answer: "accept" | "decline" | "leave" },
): Promise<void> {
  const proposal = await getProposal(ctx, code)
  const { answer } = input
  authorize(ctx.actor, "proposal.partner", proposal)
  const partner = proposal.partners.find(({ organisationId }) => organisationId === ctx.actor!.acting!.organisationId)!
  const expected = answer === "leave" ? "accepted" : "invited"
  if (partner.standing !== expected) throw conflict("proposal.partnerAnswered")
  authorize(ctx.actor, answer === "leave" ? "proposal.leave" : "proposal.answerInvitation", proposal)
  next(proposalFlow, proposal.status, answer === "accept" ? writingStep(proposal.status) : "withdraw")
  if (answer === "accept" && !partner.verified) throw conflict("proposal.notVerified", { organisation: partner.name })
  assertSeen(proposal, input.lockVersion)
  const [type, mail] = answers[answer]
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, input.lockVersion)
    await trx
      .updateTable("proposalPartner")
      .set({
        ...(answer === "leave" ? { endedAt: ctx.now } : { answeredAt: ctx.now }),
        ...(answer === "accept" ? { acceptedAt: ctx.now } : {}),
      })
      .where("id", "=", partner.id)
      .execute()
    await note(trx, ctx, proposal, type, partner.name)
    await notify(trx, ctx, { organisationIds: [proposal.organisationId] }, mail, {
      title: proposal.title,
      organisation: partner.name,
      code,
    })
  })
}

const answers = {
  accept: ["proposal.partner_joined", "proposal-partner-joined"],
  decline: ["proposal.partner_declined", "proposal-partner-declined"],
  leave: ["proposal.partner_left", "proposal-partner-left"],
} as const

type PartnerEvent = Extract<EventType, `proposal.partner_${string}`>

async function note(trx: Trx, ctx: Ctx, proposal: Proposal, type: PartnerEvent, organisation: string): Promise<void> {
  await trx.updateTable("proposal").set({ updatedAt: ctx.now }).where("id", "=", proposal.id).execute()
  await record(trx, ctx, {
    type,
    subjectType: "proposal",
    subjectId: proposal.id,
    organisationId: ctx.actor!.acting!.organisationId,
    data: { organisation },
  })
}
