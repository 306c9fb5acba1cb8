import type { Db } from "#db/connection.ts"
import { countAll } from "#db/portable.ts"
import type { InitiativeStatus, Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { type Affair, readAffair } from "../proposal/affairs.ts"
import { countUpTo } from "../proposal/count.server.ts"
import { type RegionChoice, regionsWithProvinces } from "../region/queries.server.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { searchWords } from "../search/words.ts"
import { detailOf, type InitiativeDetail } from "./detail.server.ts"
import type { InitiativeFilter } from "./filter.ts"
import { initiativePage } from "./limits.ts"
import { findPublicInitiative, type Initiative, type InitiativePartner } from "./queries.server.ts"

/** One initiative in the public list. */
export type InitiativeEntry = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly affair: Affair
  readonly regionCode: string
  readonly regionName: string
  readonly leadName: string
  readonly leadSlug: string
  readonly place: string
  readonly status: InitiativeStatus
  readonly startsOn: string
  readonly endsOn: string
  readonly publishedAt: string
  readonly updatedAt: string
  /** Of the organisations that take part, in the order of their letters. */
  readonly strands: readonly Strand[]
  readonly milestones: { readonly reached: number; readonly total: number }
  readonly demo: boolean
}

export type InitiativePage = {
  readonly entries: readonly InitiativeEntry[]
  readonly next: string | null
  readonly count: number
}

/** The published initiatives that a filter asks for, with their lead and region; the cursor and the limit aside. */
export function matchingInitiatives(ctx: Pick<Ctx, "db">, filter: InitiativeFilter) {
  const { affair, strand, region, state, organisationId } = filter
  // Both always exist; joined loosely, a database leaves them out of the count where nothing asks for them.
  let matching = ctx.db
    .selectFrom("initiative")
    .leftJoin("organisation", "organisation.id", "initiative.leadOrganisationId")
    .leftJoin("region", "region.code", "initiative.regionCode")
    .where("initiative.publishedAt", "is not", null)
  if (state) matching = matching.where("initiative.status", "=", state)
  if (affair) matching = matching.where("initiative.affair", "=", affair)
  if (region)
    matching = matching.where((eb) => eb.or([eb("region.code", "=", region), eb("region.provinceCode", "=", region)]))
  if (strand)
    matching = matching.where((eb) =>
      eb.exists(
        eb
          .selectFrom("initiativePartner as taking")
          .innerJoin("organisation as partner", "partner.id", "taking.organisationId")
          .select("taking.id")
          .whereRef("taking.initiativeId", "=", "initiative.id")
          .where("taking.leftAt", "is", null)
          .where("partner.strand", "=", strand),
      ),
    )
  if (organisationId !== undefined)
    matching = matching.where("initiative.id", "in", (eb) =>
      eb
        .selectFrom("initiativePartner as own")
        .select("own.initiativeId")
        .where("own.organisationId", "=", organisationId)
        .where("own.leftAt", "is", null),
    )
  for (const word of searchWords(filter.q))
    matching = matching.where(
      containing(word, "initiative.title", "initiative.place", "region.name", "organisation.name"),
    )
  return matching
}

/** Initiatives that were published, newest first, in pages by key. Four queries. */
export async function listPublicInitiatives(ctx: Ctx, filter: InitiativeFilter): Promise<InitiativePage> {
  authorize(ctx.actor, "initiative.browse")
  const { limit = initiativePage } = filter
  const matching = matchingInitiatives(ctx, filter)
  const count = await countUpTo(ctx, matching)
  const after = decodeCursor(filter.cursor, 2)
  const rows = await matching
    .select(["initiative.id", "initiative.slug", "initiative.title", "initiative.summary", "initiative.affair"])
    .select(["initiative.place", "initiative.status", "initiative.startsOn", "initiative.endsOn"])
    .select(["initiative.publishedAt", "initiative.updatedAt", "initiative.demoSince", "initiative.regionCode"])
    .select(["region.name as regionName", "organisation.name as leadName", "organisation.slug as leadSlug"])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("initiative.publishedAt", "initiative.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy("initiative.publishedAt", "desc")
    .orderBy("initiative.id", "desc")
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const [strands, milestones] = [await strandsOf(ctx.db, ids), await milestoneCounts(ctx.db, ids)]
  const entries = shown.map(({ demoSince, publishedAt, regionName, leadName, leadSlug, ...row }) => ({
    ...row,
    regionName: regionName ?? "",
    leadName: leadName ?? "",
    leadSlug: leadSlug ?? "",
    affair: readAffair(row.affair),
    publishedAt: publishedAt ?? "",
    strands: strands.get(row.id) ?? [],
    milestones: milestones.get(row.id) ?? { reached: 0, total: 0 },
    demo: demoSince !== null,
  }))
  const last = entries.at(-1)
  const more = rows.length > limit && last
  return { entries, next: more ? encodeCursor([last.publishedAt, last.id]) : null, count }
}

/** The strands that take part in each of some initiatives. One query. */
export async function strandsOf(db: Db, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, Strand[]>> {
  const strands = new Map<string, Strand[]>()
  if (initiativeIds.length === 0) return strands
  const rows = await db
    .selectFrom("initiativePartner")
    .innerJoin("organisation", "organisation.id", "initiativePartner.organisationId")
    .select(["initiativePartner.initiativeId", "organisation.strand"])
    .distinct()
    .where("initiativePartner.initiativeId", "in", initiativeIds)
    .where("initiativePartner.leftAt", "is", null)
    .orderBy("organisation.strand")
    .execute()
  for (const { initiativeId, strand } of rows) strands.set(initiativeId, [...(strands.get(initiativeId) ?? []), strand])
  return strands
}

type Reached = { readonly reached: number; readonly total: number }

/** How many milestones of each of some initiatives were reached, of how many. One query. */
export async function milestoneCounts(db: Db, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, Reached>> {
  if (initiativeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom("milestone")
    .select(["initiativeId", countAll().as("total")])
    .select((eb) => eb.cast<number>(eb.fn.count("reachedOn"), "integer").as("reached"))
    .where("initiativeId", "in", initiativeIds)
    .where("droppedAt", "is", null)
    .groupBy("initiativeId")
    .execute()
  return new Map(rows.map(({ initiativeId, reached, total }) => [initiativeId, { reached, total }]))
}

export type PublicInitiative = InitiativeDetail & {
  readonly initiative: Initiative
  /** The organisations that take part now, by strand; within one the lead first. */
  readonly strands: readonly { readonly strand: Strand; readonly partners: readonly InitiativePartner[] }[]
}

/** A published initiative with all that stands below it. Not found before it is published. Up to eight queries. */
export async function getPublicInitiative(ctx: Ctx, slug: string): Promise<PublicInitiative> {
  authorize(ctx.actor, "initiative.browse")
  const initiative = await findPublicInitiative(ctx, slug)
  return { initiative, strands: partnersByStrand(initiative), ...(await detailOf(ctx.db, initiative)) }
}

/** The organisations that take part now, by strand in the order of the letters. */
export function partnersByStrand({ partners }: Pick<Initiative, "partners">): PublicInitiative["strands"] {
  const live = partners.filter(({ leftAt }) => leftAt === null)
  const present = [...new Set(live.map(({ strand }) => strand))].sort()
  return present.map((strand) => ({ strand, partners: live.filter((partner) => partner.strand === strand) }))
}

/** The regions for which an initiative was published, with the provinces they lie in, for the list's filter. */
export const initiativeRegions = (ctx: Pick<Ctx, "db">): Promise<RegionChoice[]> =>
  regionsWithProvinces(ctx, ctx.db.selectFrom("initiative").select("regionCode").where("publishedAt", "is not", null))
