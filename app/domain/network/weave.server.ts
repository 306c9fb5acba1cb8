import { countAll } from "#db/portable.ts"
import type { Strand } from "#db/schema.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"

/** What one region does with each strand: how many public things they share. */
export type RegionTies = {
  readonly code: string
  readonly name: string
  readonly ties: Readonly<Record<Strand, number>>
  readonly total: number
}

/**
 * Who works with whom: each region crossed with each strand. A published initiative counts once for its region and each
 * strand that takes part; an accepted proposal once for the region that accepted and the strand that proposed; an
 * agreement in force once for each of its regions, with government. The busiest region comes first. One query.
 */
export async function weaveOf(ctx: Ctx): Promise<RegionTies[]> {
  authorize(ctx.actor, "network.browse")
  const { db } = ctx
  const initiatives = db
    .selectFrom((eb) =>
      eb
        .selectFrom("initiative")
        .innerJoin("initiativePartner", "initiativePartner.initiativeId", "initiative.id")
        .innerJoin("organisation", "organisation.id", "initiativePartner.organisationId")
        .select(["initiative.id", "initiative.regionCode as code", "organisation.strand"])
        .where("initiative.publishedAt", "is not", null)
        .where("initiativePartner.leftAt", "is", null)
        .distinct()
        .as("shared"),
    )
    .select(["shared.code", "shared.strand", countAll().as("n")])
    .groupBy(["shared.code", "shared.strand"])
  const proposals = db
    .selectFrom("proposal")
    .innerJoin("organisation as proposer", "proposer.id", "proposal.organisationId")
    .innerJoin("organisation as recipient", "recipient.id", "proposal.recipientId")
    .select((eb) => [eb.ref("recipient.governsRegionCode").$notNull().as("code"), "proposer.strand"])
    .select(countAll().as("n"))
    .where("proposal.status", "=", "accepted")
    .where("recipient.governsRegionCode", "is not", null)
    .groupBy(["recipient.governsRegionCode", "proposer.strand"])
  const agreements = db
    .selectFrom("agreement")
    .innerJoin("agreementParty", "agreementParty.agreementId", "agreement.id")
    .innerJoin("organisation", "organisation.id", "agreementParty.organisationId")
    .select(["agreementParty.regionCode as code", "organisation.strand", countAll().as("n")])
    .where("agreement.status", "=", "in_force")
    .groupBy(["agreementParty.regionCode", "organisation.strand"])
  const rows = await db
    .selectFrom(initiatives.unionAll(proposals).unionAll(agreements).as("tie"))
    .innerJoin("region", "region.code", "tie.code")
    .select(["tie.code", "tie.strand", "tie.n", "region.name"])
    .orderBy("tie.code")
    .execute()
  const regions = new Map<string, { code: string; name: string; ties: Record<Strand, number>; total: number }>()
  for (const { code, name, strand, n } of rows) {
    const region = regions.get(code) ?? { code, name, ties: { A: 0, B: 0, C: 0, G: 0, M: 0 }, total: 0 }
    region.ties[strand] += n
    region.total += n
    regions.set(code, region)
  }
  return [...regions.values()].sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
}
