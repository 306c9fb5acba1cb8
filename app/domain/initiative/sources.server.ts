import type { LocalDate } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { type AcceptedProposal, acceptedProposal, listAcceptedProposals } from "../proposal/accepted.server.ts"
import type { Affair } from "../proposal/affairs.ts"
import { type AgreementBasis, governedRegion, listAgreementBases, nameableRegions } from "./basis.server.ts"

export type InitiativeSources = {
  /** Accepted by the acting region, and of which no initiative came yet. */
  readonly proposals: readonly AcceptedProposal[]
  readonly agreements: readonly AgreementBasis[]
}

/** From what the acting region can begin an initiative. Refuses (forbidden) whoever acts for none. Four queries. */
export async function initiativeSources(ctx: Ctx): Promise<InitiativeSources> {
  authorize(ctx.actor, "initiative.start")
  await governedRegion(ctx)
  return {
    proposals: await listAcceptedProposals(ctx, ctx.actor!.acting!.organisationId),
    agreements: await listAgreementBases(ctx),
  }
}

/** What the form of a new initiative holds before anybody has typed. */
export type StartPrefill = {
  readonly title: string
  readonly summary: string
  readonly affair: Affair | null
  readonly regionCode: string
  readonly place: string
  readonly startsOn: LocalDate | ""
  readonly endsOn: LocalDate | ""
}

/**
 * Words for a new initiative, taken from the first of the proposals and the need that it answers; nearly empty without
 * one. Not found where that proposal is not the acting region's to take.
 */
export async function startPrefill(ctx: Ctx, codes: readonly string[]): Promise<StartPrefill> {
  authorize(ctx.actor, "initiative.start")
  const regions = await nameableRegions(ctx)
  const own = regions[0]?.code ?? ""
  const [first] = codes
  if (first === undefined)
    return { title: "", summary: "", affair: null, regionCode: own, place: "", startsOn: "", endsOn: "" }
  const { title, summary, need, periodFrom, periodUntil } = await acceptedProposal(ctx, first)
  return {
    ...{ title, summary, startsOn: periodFrom, endsOn: periodUntil },
    affair: need?.affair ?? null,
    regionCode: regions.some(({ code }) => code === need?.regionCode) && need ? need.regionCode : own,
    place: need?.place ?? "",
  }
}
