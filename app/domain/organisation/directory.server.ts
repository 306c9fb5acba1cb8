import { countAll } from "#db/portable.ts"
import type { Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { searchWords } from "../search/words.ts"
import type { DirectoryFilter } from "./directory-filter.ts"

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
  readonly updatedAt: string
  readonly demo: boolean
}

/** Verified organisations with what everybody may know of them. */
export const publicOrganisations = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .selectFrom("organisation")
    .innerJoin("region", "region.code", "organisation.regionCode")
    .select(["organisation.id", "organisation.slug", "organisation.name"])
    .select(["organisation.strand", "organisation.legalForm", "organisation.regionCode"])
    .select(["organisation.governsRegionCode", "organisation.description", "organisation.website"])
    .select(["organisation.verifiedAt", "organisation.updatedAt", "organisation.demoSince"])
    .select(["region.name as regionName"])
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

/** Whether the government of the region under `code` is a verified organisation. */
export async function isGoverned(ctx: Ctx, code: string): Promise<boolean> {
  authorize(ctx.actor, "organisation.browse")
  const government = publicOrganisations(ctx).where("organisation.governsRegionCode", "=", code)
  return (await government.executeTakeFirst()) !== undefined
}

export type DirectoryPage = {
  readonly entries: PublicOrganisation[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  /** Of all pages. */
  readonly count: number
}

/** The verified organisations that a filter asks for; order, cursor and limit aside. */
export function matchingOrganisations(ctx: Pick<Ctx, "db">, { strand, region, q }: DirectoryFilter) {
  let matching = publicOrganisations(ctx)
  if (strand) matching = matching.where("organisation.strand", "=", strand)
  if (region)
    matching = matching.where((eb) => eb.or([eb("region.code", "=", region), eb("region.provinceCode", "=", region)]))
  for (const word of searchWords(q)) matching = matching.where(containing(word, "organisation.name", "region.name"))
  return matching
}

/** Verified organisations by name (or the last verified first), in pages by key, with the count of all that match. Two queries. */
export async function listPublicOrganisations(ctx: Ctx, filter: DirectoryFilter): Promise<DirectoryPage> {
  authorize(ctx.actor, "organisation.browse")
  const { limit, newest = false } = filter
  const after = decodeCursor(filter.cursor, 2)
  const matching = matchingOrganisations(ctx, filter)
  const { count } = await matching.clearSelect().select(countAll().as("count")).executeTakeFirstOrThrow()
  const column = newest ? "organisation.verifiedAt" : "organisation.name"
  const rows = await matching
    .$if(newest, (query) => query.where("organisation.verifiedAt", "is not", null))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(column, "organisation.id"), newest ? "<" : ">", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .orderBy(column, newest ? "desc" : "asc")
    .orderBy("organisation.id", newest ? "desc" : "asc")
    .limit(limit + 1)
    .execute()
  const entries = rows.slice(0, limit).map(asPublic)
  const last = entries.at(-1)
  const end = last && [newest ? (last.verifiedAt ?? "") : last.name, last.id]
  return { entries, next: rows.length > limit && end ? encodeCursor(end) : null, count }
}
