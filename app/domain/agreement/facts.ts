import type { AgreementStatus } from "#db/schema.ts"

/** The dated rows and columns that an agreement's status sums up. */
export type AgreementFacts = {
  readonly versionNumber: number
  readonly proposedAt: string | null
  readonly inForceAt: string | null
  readonly endedAt: string | null
  readonly partyOrganisationIds: readonly string[]
  readonly approvals: readonly { readonly versionNumber: number; readonly organisationId: string }[]
  /** The document that has not been voided, with the parties that have sealed it. */
  readonly document: { readonly versionNumber: number; readonly sealedBy: readonly string[] } | null
}

/** Whether every party has approved the newest version. */
export const allApproved = (facts: AgreementFacts): boolean =>
  facts.partyOrganisationIds.every((organisationId) =>
    facts.approvals.some(
      (approval) => approval.organisationId === organisationId && approval.versionNumber === facts.versionNumber,
    ),
  )

/**
 * The status that follows from the facts alone; the stored one must equal it after every step. Answers null where
 * the facts contradict each other: that is a bug or a hand in the database.
 */
export function statusOfFacts(facts: AgreementFacts): AgreementStatus | null {
  const { document } = facts
  const sealed = document !== null && facts.partyOrganisationIds.every((id) => document.sealedBy.includes(id))
  if (sealed !== (facts.inForceAt !== null)) return null
  if (document && (facts.proposedAt === null || document.versionNumber !== facts.versionNumber || !allApproved(facts)))
    return null
  if (facts.proposedAt === null && facts.approvals.length > 0) return null
  if (facts.inForceAt !== null) return facts.endedAt === null ? "in_force" : "lapsed"
  if (document) return facts.endedAt === null ? "signing" : "declined"
  if (facts.endedAt !== null) return facts.proposedAt === null ? "withdrawn" : "cancelled"
  if (facts.proposedAt === null) return "draft"
  return allApproved(facts) ? "agreed" : "negotiation"
}
