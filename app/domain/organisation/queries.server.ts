import { type Selectable, sql } from "kysely"
import { countAll } from "#db/portable.ts"
import type { OrganisationReviewTable, OrganisationTable, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
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

/** Any organisation, for the secretariat. */
export async function getOrganisationToVerify(ctx: Ctx, id: string): Promise<Organisation> {
  authorize(ctx.actor, "organisation.verify")
  const row = await organisations(ctx).where("organisation.id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export type Review = Pick<Selectable<OrganisationReviewTable>, "decision" | "reason" | "createdAt">

/** What the secretariat decided on an organisation, newest first. The caller may see the organisation. */
export const reviewsOf = (ctx: Ctx, organisationId: string): Promise<Review[]> =>
  ctx.db
    .selectFrom("organisationReview")
    .select(["decision", "reason", "createdAt"])
    .where("organisationId", "=", organisationId)
    .orderBy("createdAt", "desc")
    .limit(50)
    .execute()

/** What everybody may know of a verified organisation; no contact person, telephone or address of his. */
export type PublicOrganisation = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly strand: Strand
  readonly legalForm: string
  readonly regionCode: string
  readonly regionName: string
  readonly governsRegionCode: string | null
  readonly description: string
  readonly website: string
  readonly verifiedAt: string | null
  readonly demo: boolean
}

const publicOrganisations = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .select([
      "organisation.id",
      "organisation.slug",
      "organisation.name",
      "organisation.strand",
      "organisation.legalForm",
      "organisation.regionCode",
      "organisation.governsRegionCode",
      "organisation.description",
      "organisation.website",
      "organisation.verifiedAt",
      "organisation.demoSince",
      "region.name as regionName",
    ])
    .where("organisation.status", "=", "verified")

const asPublic = <T extends { demoSince: string | null }>({ demoSince, ...row }: T) => ({
  ...row,
  demo: demoSince !== null,
})

/** The public profile under `slug`; not found unless the organisation is verified. */
export async function getPublicOrganisation(ctx: Ctx, slug: string): Promise<PublicOrganisation> {
  authorize(ctx.actor, "organisation.browse")
  const row = await publicOrganisations(ctx).where("organisation.slug", "=", slug).executeTakeFirst()
  if (!row) throw notFound()
  return asPublic(row)
}

export type OrganisationFilter = {
  readonly strand: Strand | null
  /** A region's code; a province's means the regions in it as well. */
  readonly region: string | null
  readonly q: string
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
}

/** Verified organisations by name, in pages by key, with the count of all that match. Two queries. */
export async function listPublicOrganisations(
  ctx: Ctx,
  filter: OrganisationFilter,
): Promise<{ entries: PublicOrganisation[]; next: { name: string; id: string } | null; count: number }> {
  authorize(ctx.actor, "organisation.browse")
  let matching = publicOrganisations(ctx)
  if (filter.strand) matching = matching.where("organisation.strand", "=", filter.strand)
  if (filter.region) {
    const region = filter.region
    matching = matching.where((eb) =>
      eb.or([eb("region.code", "=", region), eb("region.provinceCode", "=", region)]),
    )
  }
  for (const word of filter.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`
    matching = matching.where(
      sql<boolean>`(lower(organisation.name) like ${pattern} escape '\\' or lower(region.name) like ${pattern} escape '\\')`,
    )
  }
  const { count } = await matching.clearSelect().select(countAll().as("count")).executeTakeFirstOrThrow()
  const after = filter.after
  const rows = await matching
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("organisation.name", "organisation.id"), ">", tuple(after!.name, after!.id)),
      ),
    )
    .orderBy("organisation.name")
    .orderBy("organisation.id")
    .limit(filter.limit + 1)
    .execute()
  const entries = rows.slice(0, filter.limit).map(asPublic)
  const last = entries.at(-1)
  return { entries, next: rows.length > filter.limit && last ? { name: last.name, id: last.id } : null, count }
}

/** How many verified organisations each strand has. */
export async function countByStrand(ctx: Ctx): Promise<Record<Strand, number>> {
  const rows = await ctx.db
    .selectFrom("organisation")
    .select(["strand", countAll().as("count")])
    .where("status", "=", "verified")
    .groupBy("strand")
    .execute()
  const counts: Record<Strand, number> = { A: 0, B: 0, C: 0, G: 0, M: 0 }
  for (const { strand, count } of rows) counts[strand] = count
  return counts
}

export type QueueEntry = {
  readonly id: string
  readonly name: string
  readonly strand: Strand
  readonly regionName: string
  readonly status: OrganisationTable["status"]
  readonly submittedAt: string | null
}

/** Organisations in one state for the secretariat, the one that has waited longest first. */
export async function listVerificationQueue(
  ctx: Ctx,
  status: OrganisationTable["status"] = "submitted",
  limit = 100,
): Promise<QueueEntry[]> {
  authorize(ctx.actor, "organisation.verify")
  return ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .select([
      "organisation.id",
      "organisation.name",
      "organisation.strand",
      "organisation.status",
      "organisation.submittedAt",
      "region.name as regionName",
    ])
    .where("organisation.status", "=", status)
    .orderBy("organisation.submittedAt")
    .orderBy("organisation.id")
    .limit(limit)
    .execute()
}
