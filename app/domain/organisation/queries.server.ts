import type { Selectable } from "kysely"
import type { OrganisationReviewTable, OrganisationTable } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"

export type Organisation = Selectable<OrganisationTable> & { readonly regionName: string }

const organisations = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .selectAll("organisation")
    .select("region.name as regionName")

/** One of the organisations that the actor belongs to; anybody else's is not found. */
export async function getOwnOrganisation(ctx: Ctx, id: string): Promise<Organisation> {
  if (!ctx.actor?.memberships.some(({ organisationId }) => organisationId === id)) throw notFound()
  const row = await organisations(ctx).where("organisation.id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** An organisation for the secretariat. What has never been submitted is nobody's business yet and not found. */
export async function examineOrganisation(ctx: Ctx, id: string): Promise<Organisation> {
  authorize(ctx.actor, "organisation.examine")
  const row = isId(id)
    ? await organisations(ctx)
        .where("organisation.id", "=", id)
        .where("organisation.submittedAt", "is not", null)
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return row
}

export type Review = Pick<Selectable<OrganisationReviewTable>, "decision" | "reason" | "createdAt">

const reviews = (ctx: Pick<Ctx, "db">, organisationId: string) =>
  ctx.db
    .selectFrom("organisationReview")
    .select(["organisationReview.id", "organisationReview.decision", "organisationReview.reason"])
    .select("organisationReview.createdAt")
    .where("organisationReview.organisationId", "=", organisationId)
    .orderBy("organisationReview.createdAt", "desc")
    .orderBy("organisationReview.id", "desc")

/** What the secretariat decided on an organisation last; null before the first time. The caller may see it. */
export const lastReview = async (ctx: Ctx, organisationId: string): Promise<Review | null> =>
  (await reviews(ctx, organisationId).limit(1).executeTakeFirst()) ?? null

export type SignedReview = Review & { readonly id: string; readonly reviewerName: string }

/** What the secretariat decided on an organisation and who did, newest first; for the secretariat. */
export async function reviewsOf(ctx: Ctx, organisationId: string): Promise<SignedReview[]> {
  authorize(ctx.actor, "organisation.examine")
  return reviews(ctx, organisationId)
    .innerJoin("account", "account.id", "organisationReview.reviewerId")
    .select("account.name as reviewerName")
    .limit(50)
    .execute()
}
