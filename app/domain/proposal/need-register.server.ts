import type { InitiativeStatus, NeedStatus } from "#db/schema.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { type RegionChoice, regionsWithProvinces } from "../region/queries.server.ts"
import { containing } from "../search/containing.server.ts"
import { decodeCursor, encodeCursor } from "../search/cursor.ts"
import { searchWords } from "../search/words.ts"
import { type Affair, readAffair } from "./affairs.ts"
import { countUpTo } from "./count.server.ts"
import { type Decision, decisions } from "./decisions.server.ts"
import { type ContributionKind, readKinds } from "./kinds.ts"
import { proposalPage } from "./limits.ts"
import type { NeedFilter } from "./need-filter.ts"
import { findPublicNeed, type Need, takesProposals } from "./need-queries.server.ts"

/** One need in the public list. */
export type NeedEntry = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly affair: Affair
  readonly kinds: readonly ContributionKind[]
  readonly place: string
  readonly regionCode: string
  readonly regionName: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly status: NeedStatus
  readonly periodFrom: string
  readonly periodUntil: string
  readonly publishedAt: string
  readonly updatedAt: string
  /** It is open and its period is not over. */
  readonly takesProposals: boolean
  readonly demo: boolean
}

export type NeedPage = { readonly entries: readonly NeedEntry[]; readonly next: string | null; readonly count: number }

/** The published needs that a filter asks for, with their organisation and region; the cursor and the limit aside. */
export function matchingNeeds(ctx: Pick<Ctx, "db">, filter: NeedFilter) {
  const { affair, kind, region, state, organisationId } = filter
  // Both always exist; joined loosely, a database leaves them out of the count where nothing asks for them.
  let matching = ctx.db
    .selectFrom("need")
    .leftJoin("organisation", "organisation.id", "need.organisationId")
    .leftJoin("region", "region.code", "need.regionCode")
    .where("need.publishedAt", "is not", null)
  // What was published is open or closed. Asking for both states here would make the database sort all of them.
  if (state) matching = matching.where("need.status", "=", state)
  if (affair) matching = matching.where("need.affair", "=", affair)
  if (organisationId !== undefined) matching = matching.where("need.organisationId", "=", organisationId)
  if (kind) matching = matching.where("need.kinds", "like", `%"${kind}"%`)
  if (region)
    matching = matching.where((eb) => eb.or([eb("region.code", "=", region), eb("region.provinceCode", "=", region)]))
  for (const word of searchWords(filter.q))
    matching = matching.where(containing(word, "need.title", "need.place", "region.name", "organisation.name"))
  return matching
}

/** What the public list tells of each of some needs, newest first; cursor and limit aside. */
const toldNewestFirst = (needs: ReturnType<typeof matchingNeeds>) =>
  needs
    .select(["need.id", "need.slug", "need.title", "need.affair", "need.kinds", "need.place", "need.status"])
    .select(["need.periodFrom", "need.periodUntil", "need.publishedAt", "need.updatedAt", "need.demoSince"])
    .select(["need.regionCode", "region.name as regionName"])
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug"])
    .orderBy("need.publishedAt", "desc")
    .orderBy("need.id", "desc")

type Told = Awaited<ReturnType<ReturnType<typeof toldNewestFirst>["execute"]>>[number]

const asEntry =
  ({ now }: Pick<Ctx, "now">) =>
  ({ demoSince, publishedAt, regionName, organisationName, organisationSlug, ...row }: Told): NeedEntry => ({
    ...row,
    regionName: regionName ?? "",
    organisationName: organisationName ?? "",
    organisationSlug: organisationSlug ?? "",
    affair: readAffair(row.affair),
    kinds: readKinds(row.kinds),
    publishedAt: publishedAt ?? "",
    takesProposals: takesProposals(row, now),
    demo: demoSince !== null,
  })

/** Needs that were published, newest first, in pages by key. Two queries. */
export async function listPublicNeeds(ctx: Ctx, filter: NeedFilter): Promise<NeedPage> {
  authorize(ctx.actor, "need.browse")
  const { limit = proposalPage } = filter
  const matching = matchingNeeds(ctx, filter)
  const count = await countUpTo(ctx, matching)
  const after = decodeCursor(filter.cursor, 2)
  const rows = await toldNewestFirst(matching)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("need.publishedAt", "need.id"), "<", tuple(after?.[0] ?? "", after?.[1] ?? "")),
      ),
    )
    .limit(limit + 1)
    .execute()
  const entries = rows.slice(0, limit).map(asEntry(ctx))
  const last = entries.at(-1)
  return { entries, next: rows.length > limit && last ? encodeCursor([last.publishedAt, last.id]) : null, count }
}

/**
 * The newest needs that take proposals today, at most `limit`: of a region (a province with the regions in it), of one
 * organisation, or of all where neither is named. One query.
 */
export async function needsTakingProposals(
  ctx: Ctx,
  of: Partial<Pick<NeedFilter, "region" | "organisationId">>,
  limit: number,
): Promise<NeedEntry[]> {
  authorize(ctx.actor, "need.browse")
  const open = matchingNeeds(ctx, { q: "", affair: null, kind: null, region: null, state: "open", cursor: null, ...of })
  const rows = await toldNewestFirst(open).where("need.periodUntil", ">=", officialDay(ctx.now)).limit(limit).execute()
  return rows.map(asEntry(ctx))
}

/** The regions for which a need was published, with the provinces they lie in, for the list's filter. */
export const needRegions = (ctx: Pick<Ctx, "db">): Promise<RegionChoice[]> =>
  regionsWithProvinces(ctx, ctx.db.selectFrom("need").select("regionCode").where("publishedAt", "is not", null))

export type PublicNeed = {
  readonly need: Need
  readonly takesProposals: boolean
  readonly answers: readonly Decision[]
  /** Published initiatives that came of it. */
  readonly initiatives: readonly { readonly slug: string; readonly title: string; readonly status: InitiativeStatus }[]
}

/** A published need with what came of it. Not found before it is published, whoever asks. Three queries. */
export async function getPublicNeed(ctx: Ctx, slug: string): Promise<PublicNeed> {
  authorize(ctx.actor, "need.browse")
  const need = await findPublicNeed(ctx, slug)
  const answers = await decisions(ctx, (query) => query.where("proposal.needId", "=", need.id))
  const initiatives = await ctx.db
    .selectFrom("initiative")
    .innerJoin("initiativeProposal", "initiativeProposal.initiativeId", "initiative.id")
    .innerJoin("proposal", "proposal.id", "initiativeProposal.proposalId")
    .select(["initiative.slug", "initiative.title", "initiative.status", "initiative.id"])
    .distinct()
    .where("proposal.needId", "=", need.id)
    .where("initiative.publishedAt", "is not", null)
    .orderBy("initiative.id", "desc")
    .limit(100)
    .execute()
  return {
    need,
    takesProposals: takesProposals(need, ctx.now),
    answers,
    initiatives: initiatives.map(({ slug: address, title, status }) => ({ slug: address, title, status })),
  }
}
