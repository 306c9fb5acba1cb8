import type { RegionKind } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { forbidden } from "../kernel/errors.ts"
import { partyEligible } from "../region/kind.ts"

export type OwnRegion = { readonly code: string; readonly name: string; readonly kind: RegionKind }

/** The region that the acting organisation governs; null for any other organisation. */
export async function governedRegionOf(ctx: Ctx): Promise<OwnRegion | null> {
  const acting = ctx.actor?.acting
  const region = acting
    ? await ctx.db
        .selectFrom("organisation")
        .innerJoin("region", "region.code", "organisation.governsRegionCode")
        .select(["region.code", "region.name", "region.kind"])
        .where("organisation.id", "=", acting.organisationId)
        .executeTakeFirst()
    : undefined
  return region && partyEligible(region) ? region : null
}

/** The same; refuses (forbidden, under the key `refusal`) any other organisation. */
export async function governedRegion(ctx: Ctx, refusal = "proposal.need.notGovernment"): Promise<OwnRegion> {
  const region = await governedRegionOf(ctx)
  if (!region) throw forbidden(refusal)
  return region
}

/** The regions that what the acting government writes may name: its own, and for a province those in it. */
export async function nameableRegions(ctx: Ctx, refusal?: string): Promise<OwnRegion[]> {
  const own = await governedRegion(ctx, refusal)
  if (own.kind !== "provinsi") return [own]
  const parts = await ctx.db
    .selectFrom("region")
    .select(["code", "name", "kind"])
    .where("provinceCode", "=", own.code)
    .where("kind", "!=", "provinsi")
    .orderBy("code")
    .execute()
  return [own, ...parts]
}
