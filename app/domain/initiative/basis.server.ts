import { type SealedClause, sealedClauses, sealedClausesByAgreement } from "../agreement/sealed-clauses.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid } from "../kernel/errors.ts"
import {
  type OwnRegion,
  governedRegion as regionOf,
  nameableRegions as regionsOf,
} from "../proposal/need-regions.server.ts"

/** Most agreements that a form offers; a region with more finds the newest of them here. */
const mostAgreements = 100

const notGovernment = "initiative.notGovernment"

/** The region that the acting organisation governs. Refuses (forbidden `initiative.notGovernment`) any other one. */
export const governedRegion = (ctx: Ctx): Promise<OwnRegion> => regionOf(ctx, notGovernment)

/** The regions that an initiative of the acting government may name: its own, and for a province those in it. */
export const nameableRegions = (ctx: Ctx): Promise<OwnRegion[]> => regionsOf(ctx, notGovernment)

/** Refuses (invalid on `regionCode`) a region that the acting government may not name. */
export async function assertNameable(ctx: Ctx, regionCode: string): Promise<void> {
  const regions = await nameableRegions(ctx)
  if (!regions.some(({ code }) => code === regionCode))
    throw invalid("form", { fields: { regionCode: ["initiative.foreignRegion"] } })
}

/** An agreement in force on which an initiative of the acting region can stand. */
export type AgreementBasis = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly otherId: string
  readonly otherName: string
  readonly clauses: readonly SealedClause[]
}

const inForce = (ctx: Ctx) =>
  ctx.db
    .selectFrom("agreement")
    .innerJoin("agreementParty as own", "own.agreementId", "agreement.id")
    .innerJoin("agreementParty as other", (join) =>
      join.onRef("other.agreementId", "=", "agreement.id").onRef("other.id", "!=", "own.id"),
    )
    .innerJoin("organisation as partner", "partner.id", "other.organisationId")
    .select(["agreement.id", "agreement.code", "agreement.title"])
    .select(["partner.id as otherId", "partner.name as otherName"])
    .where("agreement.status", "=", "in_force")
    .where("own.organisationId", "=", ctx.actor?.acting?.organisationId ?? "")

/** The agreements in force to which the acting organisation is party, newest first, with their articles. Two queries. */
export async function listAgreementBases(ctx: Ctx): Promise<AgreementBasis[]> {
  const rows = await inForce(ctx)
    .orderBy("agreement.inForceAt", "desc")
    .orderBy("agreement.id", "desc")
    .limit(mostAgreements)
    .execute()
  const clauses = await sealedClausesByAgreement(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, clauses: clauses.get(row.id) ?? [] }))
}

export type Basis = { readonly agreementId: string | null; readonly clauseKey: string; readonly otherId: string | null }

/**
 * The agreement and the article that a form names. Refuses (invalid on `agreement`, `clause`) an agreement that is not
 * in force or not the acting organisation's, and an article that it does not have. `kept` is the agreement that the
 * initiative stands on already: it stays where its term is over.
 */
export async function readBasis(
  ctx: Ctx,
  named: { readonly agreement: string | null; readonly clause: string | null },
  kept: { readonly agreementId: string | null; readonly agreementCode: string | null } | null = null,
): Promise<Basis> {
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  if (named.agreement === null) {
    if (named.clause !== null) throw refuse("clause", "initiative.clauseWithoutAgreement")
    return { agreementId: null, clauseKey: "", otherId: null }
  }
  const standing = await inForce(ctx).where("agreement.code", "=", named.agreement).executeTakeFirst()
  const agreementId = standing?.id ?? (kept?.agreementCode === named.agreement ? kept.agreementId : null)
  if (agreementId === null) throw refuse("agreement", "initiative.noAgreement")
  const { clause } = named
  if (clause !== null && !(await sealedClauses(ctx.db, agreementId)).some(({ key }) => key === clause))
    throw refuse("clause", "initiative.noClause")
  return { agreementId, clauseKey: clause ?? "", otherId: standing?.otherId ?? null }
}
