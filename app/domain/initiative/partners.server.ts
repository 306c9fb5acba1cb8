import type { Strand } from "#db/schema.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { searchWords } from "../search/words.ts"
import { change } from "./change.server.ts"
import { enter } from "./entering.server.ts"
import { initiativeFlow, writingStep } from "./flow.ts"
import { getInitiative, type Initiative, type InitiativePartner } from "./queries.server.ts"
import type { PartInput, PartnerInput, Seen } from "./schema.ts"

export type PartnerChoice = {
  readonly slug: string
  readonly name: string
  readonly strand: Strand
  readonly regionName: string
}

/** Most organisations that one search for a partner answers. */
const mostChoices = 30

/** Verified organisations that do not take part yet, by name; `q` narrows them by name and region. */
export async function findInitiativePartners(ctx: Ctx, initiative: Initiative, q: string): Promise<PartnerChoice[]> {
  authorize(ctx.actor, "initiative.partner", initiative)
  let matching = ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .where("organisation.status", "=", "verified")
    .where("organisation.id", "not in", initiative.partnerIds)
  for (const word of searchWords(q)) matching = matching.where(containing(word, "organisation.name", "region.name"))
  return matching
    .select(["organisation.slug", "organisation.name", "organisation.strand", "region.name as regionName"])
    .orderBy("organisation.name")
    .orderBy("organisation.id")
    .limit(mostChoices)
    .execute()
}

/**
 * Lets a verified organisation take part, saying what it does; it is told. One that had left can come back. Refuses
 * (invalid on `organisation`) one that is not verified or takes part already.
 */
export async function addPartner(ctx: Ctx, id: string, input: PartnerInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.partner", initiative)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  assertSeen(initiative, input.lockVersion)
  const partner = await ctx.db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("slug", "=", input.organisation)
    .where("status", "=", "verified")
    .executeTakeFirst()
  const refuse = (key: string) => invalid("form", { fields: { organisation: [key] } })
  if (!partner) throw refuse("field.choose")
  if (initiative.partnerIds.includes(partner.id)) throw refuse("initiative.partnerTwice")
  const event = { type: "initiative.partner_added", data: { organisation: partner.name } } as const
  await change(ctx, initiative, input.lockVersion, event, async (trx) => {
    await enter(trx, ctx, id, [{ organisationId: partner.id, part: input.part }])
    await notify(trx, ctx, { organisationIds: [partner.id] }, "initiative-partner-added", {
      title: initiative.title,
      organisation: initiative.leadName,
      part: input.part,
      id,
    })
  })
}

/** Says anew what an organisation does, the lead included. Refuses one that has left. */
export async function changePart(ctx: Ctx, id: string, partnerId: string, input: PartInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.partner", initiative)
  const partner = findPartner(initiative, partnerId)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  if (partner.leftAt !== null) throw conflict("initiative.partnerGone")
  const event = { type: "initiative.partner_changed", data: { organisation: partner.name } } as const
  await change(ctx, initiative, input.lockVersion, event, async (trx) => {
    await trx.updateTable("initiativePartner").set({ part: input.part }).where("id", "=", partner.id).execute()
  })
}

/**
 * Ends the part of an organisation: its own people leave and the lead is told, or the lead takes it out and it is told.
 * Its row and its updates stay. Refuses the lead itself (conflict `initiative.leadStays`) and one that has left.
 */
export async function endPartner(ctx: Ctx, id: string, partnerId: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  const partner = findPartner(initiative, partnerId)
  const leaves = ctx.actor?.acting?.organisationId === partner.organisationId && !partner.lead
  if (leaves) authorize(ctx.actor, "initiative.leave", initiative)
  else authorize(ctx.actor, "initiative.partner", initiative)
  next(initiativeFlow, initiative.status, writingStep(initiative.status))
  if (partner.lead) throw conflict("initiative.leadStays")
  if (partner.leftAt !== null) throw conflict("initiative.partnerGone")
  const type = leaves ? "initiative.partner_left" : "initiative.partner_removed"
  const { title } = initiative
  await change(ctx, initiative, seen.lockVersion, { type, data: { organisation: partner.name } }, async (trx) => {
    await trx.updateTable("initiativePartner").set({ leftAt: ctx.now }).where("id", "=", partner.id).execute()
    if (leaves) {
      const lead = { organisationIds: [initiative.organisationId] }
      await notify(trx, ctx, lead, "initiative-partner-left", { title, organisation: partner.name, id })
    } else {
      const gone = { organisationIds: [partner.organisationId] }
      await notify(trx, ctx, gone, "initiative-partner-removed", { title, organisation: initiative.leadName })
    }
  })
}

/** One organisation of an initiative; not found where it never took part. */
export function findPartner(initiative: Initiative, partnerId: string): InitiativePartner {
  const partner = initiative.partners.find(({ id }) => id === partnerId)
  if (!partner) throw notFound()
  return partner
}
