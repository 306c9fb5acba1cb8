import { type AgreementCase, getAgreementCase } from "#app/domain/agreement/case.server.ts"
import { sidesOf } from "#app/domain/agreement/queries.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"

/** An agreement's case as its page shows it: the documents without their text, the signatories by party. */
export async function caseView(ctx: Ctx, code: string) {
  const { agreement, documents, signatories, ...rest }: AgreementCase = await getAgreementCase(ctx, code)
  const { own, other } = sidesOf(agreement)
  const { title, status, lockVersion, versionNumber, parties, inForceAt, endReason } = agreement
  const { place, signingDate, periodFrom, periodUntil } = agreement
  return {
    ...rest,
    head: {
      ...{ code: agreement.code, title, status, lockVersion, versionNumber },
      ownRegion: own.regionName,
      otherRegion: other.regionName,
    },
    ownId: own.organisationId,
    otherId: other.organisationId,
    proposed: agreement.proposedAt !== null,
    inForceAt,
    endReason,
    demo: agreement.demoSince !== null,
    particulars: { place, signingDate, periodFrom, periodUntil },
    parties: parties.map((party) => ({ ...party, signatory: signatories.get(party.organisationId) ?? null })),
    documents: documents.map(({ input: _, ...document }) => document),
  }
}

export type CaseView = Awaited<ReturnType<typeof caseView>>
