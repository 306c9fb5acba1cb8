import type { Selectable } from "kysely"
import type { NeedStatus, NeedTable, RegionKind } from "#db/schema.ts"
import { type LocalDate, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { type Affair, readAffair } from "./affairs.ts"
import { type ContributionKind, readKinds } from "./kinds.ts"

export const publicNeedStates = ["open", "closed"] as const satisfies readonly NeedStatus[]

/** Needs that the reader may know of: those that were published, and all of the organisation he acts for. */
export function visibleNeeds(ctx: Ctx) {
  const own = ctx.actor?.acting?.organisationId
  const needs = ctx.db
    .selectFrom("need")
    .innerJoin("organisation", "organisation.id", "need.organisationId")
    .innerJoin("region", "region.code", "need.regionCode")
  if (own === undefined) return needs.where("need.status", "in", publicNeedStates)
  return needs.where((eb) => eb.or([eb("need.status", "in", publicNeedStates), eb("need.organisationId", "=", own)]))
}

export type Need = Omit<Selectable<NeedTable>, "affair" | "kinds"> & {
  readonly affair: Affair
  readonly kinds: readonly ContributionKind[]
  readonly organisationName: string
  readonly organisationSlug: string
  readonly organisationStatus: string
  readonly regionName: string
  readonly regionKind: RegionKind
}

const selected = (ctx: Ctx) =>
  visibleNeeds(ctx)
    .selectAll("need")
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug"])
    .select(["organisation.status as organisationStatus", "region.name as regionName", "region.kind as regionKind"])

const asNeed = <T extends { affair: string; kinds: string }>(row: T) => ({
  ...row,
  affair: readAffair(row.affair),
  kinds: readKinds(row.kinds),
})

/** The need under an id, for its desk. Not found where there is none or the reader may not know of it. */
export async function getNeed(ctx: Ctx, id: string): Promise<Need> {
  if (!isId(id)) throw notFound()
  const row = await selected(ctx).where("need.id", "=", id).executeTakeFirst()
  if (!row) throw notFound()
  return asNeed(row)
}

/** The published need under a slug; not found before it is published, whoever asks. */
export async function findPublicNeed(ctx: Ctx, slug: string): Promise<Need> {
  const row = await selected(ctx)
    .where("need.slug", "=", slug)
    .where("need.status", "in", publicNeedStates)
    .executeTakeFirst()
  if (!row) throw notFound()
  return asNeed(row)
}

/** Whether proposals may answer the need today: it is open, and its period is not over. */
export const takesProposals = (
  need: { readonly status: NeedStatus; readonly periodUntil: LocalDate },
  now: string,
): boolean => need.status === "open" && need.periodUntil >= officialDay(now)
