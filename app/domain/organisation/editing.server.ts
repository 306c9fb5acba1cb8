import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newCode, newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { enqueueMail } from "../notification/outbox.server.ts"
import { authorize } from "../policy/table.ts"
import { partyEligible } from "../region/kind.ts"
import { findRegion } from "../region/queries.server.ts"
import { insertFile, storeEvidence, type Upload } from "./evidence.server.ts"
import { editable, organisationFlow } from "./flow.ts"
import { secretariatRecipients } from "./notice.server.ts"
import { getOwnOrganisation, type Organisation } from "./queries.server.ts"
import type { OrganisationDetails, OrganisationProfile } from "./schema.ts"
import { slugOf } from "./slug.ts"

/**
 * Enters an organisation as a draft; its author becomes its first admin. Answers the new id.
 * `demo` marks it as part of the demonstration network. Refuses more than a person needs in a day.
 */
export async function createOrganisation(
  ctx: Ctx,
  details: OrganisationDetails,
  evidence: Upload | null,
  options: { demo?: boolean } = {},
): Promise<string> {
  authorize(ctx.actor, "organisation.create")
  const actor = ctx.actor!
  const governsRegionCode = await governedRegion(ctx, details)
  await countTry(ctx, "newOrganisation.account", actor.accountId)
  const file = evidence ? await storeEvidence(ctx, evidence, "evidence") : null
  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    const row = {
      ...details,
      id,
      governsRegionCode,
      evidenceFileId: null,
      status: organisationFlow.initial,
      createdBy: actor.accountId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      submittedAt: null,
      verifiedAt: null,
      demoSince: options.demo ? ctx.now : null,
    }
    await withFreeSlug(details.name, async (slug) => {
      const result = await trx
        .insertInto("organisation")
        .values({ ...row, slug })
        .onConflict((taken) => taken.column("slug").doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    })
    if (file) {
      const evidenceFileId = await insertFile(trx, ctx, file, { purpose: "organisation_evidence", organisationId: id })
      await trx.updateTable("organisation").set({ evidenceFileId }).where("id", "=", id).execute()
    }
    await trx
      .insertInto("membership")
      .values({
        id: newId(),
        organisationId: id,
        accountId: actor.accountId,
        role: "admin",
        joinedAt: ctx.now,
        endedAt: null,
      })
      .execute()
    await record(trx, ctx, {
      type: "organisation.created",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { name: details.name, strand: details.strand },
    })
  })
  return id
}

/**
 * Changes all that an organisation says of itself while it is a draft or was refused; its address on the site follows
 * its name as long as it has never been public. `evidence` null keeps the paper that is there.
 * Refuses (conflict `organisation.notEditable`) in every other state, and (conflict `stale`) where somebody was faster.
 */
export async function editOrganisation(
  ctx: Ctx,
  id: string,
  details: OrganisationDetails,
  evidence: Upload | null,
  seenLockVersion: number,
): Promise<void> {
  const organisation = await editableOrganisation(ctx, id, ["all"])
  const governsRegionCode = await governedRegion(ctx, details)
  const file = evidence ? await storeEvidence(ctx, evidence, "evidence") : null
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "organisation", id, seenLockVersion)
    const evidenceFileId = file
      ? await insertFile(trx, ctx, file, { purpose: "organisation_evidence", organisationId: id })
      : organisation.evidenceFileId
    await trx
      .updateTable("organisation")
      .set({ ...details, governsRegionCode, evidenceFileId, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    if (organisation.verifiedAt === null && slugOf(details.name) !== slugOf(organisation.name))
      await renameAddress(trx, id, details.name)
    await recordEdit(trx, ctx, organisation, details, file !== null)
  })
}

/** Changes how a verified organisation presents itself and is reached. The same refusals. */
export async function editProfile(
  ctx: Ctx,
  id: string,
  profile: OrganisationProfile,
  seenLockVersion: number,
): Promise<void> {
  const organisation = await editableOrganisation(ctx, id, ["all", "profile"])
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "organisation", id, seenLockVersion)
    await trx
      .updateTable("organisation")
      .set({ ...profile, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await recordEdit(trx, ctx, organisation, profile, false)
  })
  ctx.publicChanged()
}

/** Hands an organisation to the secretariat for verification; it needs a paper of evidence. */
export async function submitOrganisation(ctx: Ctx, id: string, seenLockVersion: number): Promise<void> {
  const organisation = await getOwnOrganisation(ctx, id)
  authorize(ctx.actor, "organisation.submit", { organisationId: id })
  const status = next(organisationFlow, organisation.status, "submit")
  if (!organisation.evidenceFileId) throw invalid("organisation.noEvidence")
  await governedRegion(ctx, organisation)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "organisation", id, seenLockVersion)
    await trx
      .updateTable("organisation")
      .set({ status, submittedAt: ctx.now, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "organisation.submitted",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: {},
    })
    for (const recipient of await secretariatRecipients(trx))
      await enqueueMail(trx, ctx.now, {
        ...recipient,
        kind: "organisation-submitted",
        values: { organisation: organisation.name, organisationId: id },
      })
  })
}

async function editableOrganisation(ctx: Ctx, id: string, scopes: readonly string[]): Promise<Organisation> {
  const organisation = await getOwnOrganisation(ctx, id)
  authorize(ctx.actor, "organisation.edit", { organisationId: id })
  if (!scopes.includes(editable[organisation.status])) throw conflict("organisation.notEditable")
  return organisation
}

/**
 * The region that an organisation governs, null for all but a pemda. Refuses (invalid) a region that the decree does
 * not know or that is administrative, and (conflict `organisation.regionTaken`) one that has a verified government.
 */
async function governedRegion(
  ctx: Ctx,
  { legalForm, regionCode }: { legalForm: string; regionCode: string },
): Promise<string | null> {
  const region = await findRegion(ctx, regionCode)
  if (!region) throw invalid("form", { fields: { regionCode: ["field.choose"] } })
  if (legalForm !== "pemda") return null
  if (!partyEligible(region)) throw invalid("form", { fields: { regionCode: ["organisation.notAutonomous"] } })
  const other = await ctx.db
    .selectFrom("organisation")
    .select("name")
    .where("governsRegionCode", "=", region.code)
    .where("status", "=", "verified")
    .executeTakeFirst()
  if (other) throw conflict("organisation.regionTaken", { organisation: other.name })
  return region.code
}

/** The columns that an edit changed, by name: what they held is nobody's business in the record. */
async function recordEdit(
  trx: Trx,
  ctx: Ctx,
  before: Organisation,
  after: Partial<OrganisationDetails>,
  newEvidence: boolean,
): Promise<void> {
  const fields = Object.entries(after)
    .filter(([column, value]) => before[column as keyof OrganisationDetails] !== value)
    .map(([column]) => column)
  await record(trx, ctx, {
    type: "organisation.edited",
    subjectType: "organisation",
    subjectId: before.id,
    organisationId: before.id,
    data: { fields: newEvidence ? [...fields, "evidence"] : fields },
  })
}

async function renameAddress(trx: Trx, id: string, name: string): Promise<void> {
  await withFreeSlug(name, async (slug) => {
    const taken = await trx
      .selectFrom("organisation")
      .select("id")
      .where("slug", "=", slug)
      .where("id", "!=", id)
      .executeTakeFirst()
    if (taken) return false
    await trx.updateTable("organisation").set({ slug }).where("id", "=", id).execute()
    return true
  })
}

/** Tries the name's own slug, then the same with a short code, until one is `taken up`. */
async function withFreeSlug(name: string, takeUp: (slug: string) => Promise<boolean>): Promise<void> {
  const slug = slugOf(name)
  if (await takeUp(slug)) return
  while (!(await takeUp(`${slug.slice(0, 54).replace(/-+$/, "")}-${newCode(5).toLowerCase()}`))) {}
}
