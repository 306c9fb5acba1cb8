import type { Db } from "#db/connection.ts"
import type { AgreementFacts } from "./facts.ts"
import { sealsOf } from "./seals.server.ts"

/** The facts of one agreement as they lie in the database, for checking them against its status. */
export async function factsOf(db: Db, agreementId: string): Promise<AgreementFacts> {
  const agreement = await db
    .selectFrom("agreement")
    .select(["versionNumber", "proposedAt", "inForceAt", "endedAt"])
    .where("id", "=", agreementId)
    .executeTakeFirstOrThrow()
  const parties = await db
    .selectFrom("agreementParty")
    .select(["id", "organisationId"])
    .where("agreementId", "=", agreementId)
    .orderBy("ordinal")
    .execute()
  const approvals = await db
    .selectFrom("agreementApproval")
    .select(["versionNumber", "organisationId"])
    .where("agreementId", "=", agreementId)
    .execute()
  const document = await db
    .selectFrom("agreementDocument")
    .select(["id", "versionNumber"])
    .where("agreementId", "=", agreementId)
    .where("voidedAt", "is", null)
    .executeTakeFirst()
  const seals = await sealsOf(db, [agreementId])
  return {
    ...agreement,
    partyOrganisationIds: parties.map(({ organisationId }) => organisationId),
    approvals,
    document: document
      ? {
          versionNumber: document.versionNumber,
          sealedBy: seals.flatMap(({ partyId }) => parties.find(({ id }) => id === partyId)?.organisationId ?? []),
        }
      : null,
  }
}
