import type { Selectable } from "kysely"
import type { Db } from "#db/connection.ts"
import type { InitiativeTable, OrganisationStatus, RegionKind, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { type Affair, readAffair } from "../proposal/affairs.ts"

/**
 * The initiatives that the reader may know of: those that were published, and those that the organisation he acts for
 * leads or takes part in now. The only entry to initiative rows.
 */
export function visibleInitiatives(ctx: Pick<Ctx, "db" | "actor">) {
  const own = ctx.actor?.acting?.organisationId
  const initiatives = ctx.db.selectFrom("initiative")
  if (own === undefined) return initiatives.where("initiative.publishedAt", "is not", null)
  return initiatives.where((eb) =>
    eb.or([
      eb("initiative.publishedAt", "is not", null),
      eb("initiative.leadOrganisationId", "=", own),
      eb.exists(
        eb
          .selectFrom("initiativePartner as taking")
          .select("taking.id")
          .whereRef("taking.initiativeId", "=", "initiative.id")
          .where("taking.organisationId", "=", own)
          .where("taking.leftAt", "is", null),
      ),
    ]),
  )
}

export type InitiativePartner = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly slug: string
  readonly strand: Strand
  readonly verified: boolean
  /** What it does; may be empty. */
  readonly part: string
  readonly joinedAt: string
  /** Set once it takes part no more. */
  readonly leftAt: string | null
  readonly lead: boolean
}

/** An initiative with its partners, as policy and transitions need it. */
export type Initiative = Omit<Selectable<InitiativeTable>, "affair" | "leadOrganisationId"> & {
  readonly affair: Affair
  /** The lead's. */
  readonly organisationId: string
  readonly leadName: string
  readonly leadSlug: string
  readonly leadStatus: OrganisationStatus
  readonly regionName: string
  readonly regionKind: RegionKind
  readonly agreementCode: string | null
  readonly agreementTitle: string | null
  /** The lead first, then in the order of joining; those that have left are among them. */
  readonly partners: readonly InitiativePartner[]
  /** The organisations that take part now, the lead among them. */
  readonly partnerIds: readonly string[]
}

const selected = (ctx: Ctx) =>
  visibleInitiatives(ctx)
    .innerJoin("organisation", "organisation.id", "initiative.leadOrganisationId")
    .innerJoin("region", "region.code", "initiative.regionCode")
    .leftJoin("agreement", "agreement.id", "initiative.agreementId")
    .selectAll("initiative")
    .select(["organisation.name as leadName", "organisation.slug as leadSlug", "organisation.status as leadStatus"])
    .select(["region.name as regionName", "region.kind as regionKind"])
    .select(["agreement.code as agreementCode", "agreement.title as agreementTitle"])

type Row = Awaited<ReturnType<ReturnType<typeof selected>["executeTakeFirstOrThrow"]>>

async function withPartners(db: Db, { leadOrganisationId, affair, ...row }: Row): Promise<Initiative> {
  const partners = await partnersOf(db, row.id, leadOrganisationId)
  return {
    ...row,
    affair: readAffair(affair),
    organisationId: leadOrganisationId,
    partners,
    partnerIds: partners.filter(({ leftAt }) => leftAt === null).map(({ organisationId }) => organisationId),
  }
}

/** The initiative under an id, for its desk. Not found where there is none or the reader may not know of it. Two queries. */
export async function getInitiative(ctx: Ctx, id: string): Promise<Initiative> {
  if (!isId(id)) throw notFound()
  const row = await selected(ctx).where("initiative.id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return withPartners(ctx.db, row)
}

/** The published initiative under a slug; not found before it is published, whoever asks. Two queries. */
export async function findPublicInitiative(ctx: Ctx, slug: string): Promise<Initiative> {
  const row = await selected(ctx)
    .where("initiative.slug", "=", slug)
    .where("initiative.publishedAt", "is not", null)
    .executeTakeFirst()
  if (!row) throw notFound()
  return withPartners(ctx.db, row)
}

async function partnersOf(db: Db, initiativeId: string, leadId: string): Promise<InitiativePartner[]> {
  const rows = await db
    .selectFrom("initiativePartner")
    .innerJoin("organisation", "organisation.id", "initiativePartner.organisationId")
    .select(["initiativePartner.id", "initiativePartner.organisationId", "initiativePartner.part"])
    .select(["initiativePartner.joinedAt", "initiativePartner.leftAt"])
    .select(["organisation.name", "organisation.slug", "organisation.strand", "organisation.status"])
    .where("initiativePartner.initiativeId", "=", initiativeId)
    .orderBy("initiativePartner.joinedAt")
    .orderBy("initiativePartner.id")
    .execute()
  const partners = rows.map(({ status, ...row }) => ({
    ...row,
    verified: status === "verified",
    lead: row.organisationId === leadId,
  }))
  return [...partners.filter(({ lead }) => lead), ...partners.filter(({ lead }) => !lead)]
}
