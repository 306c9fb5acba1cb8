import type { Db } from "#db/connection.ts"
import type { AgreementStatus } from "#db/schema.ts"
import type { Instant } from "../kernel/clock.ts"
import type { DocumentRegister, RegisteredDocument } from "../signature/document-register.ts"
import { type CheckedAgreement, checkAgreementCode, documentRow } from "./lookup.server.ts"
import { publicStates } from "./parties.ts"

/** What whoever has a file of an agreement's document is told of it. */
export type RegisteredAgreement = {
  readonly kind: "agreement"
  readonly code: string
  readonly title: string
  readonly status: AgreementStatus
  /** Everybody may read the agreement; where not, no more than its code is told. */
  readonly isPublic: boolean
  /** Seals that a complete document has. */
  readonly complete: number
  readonly voidedAt: Instant | null
}

/** The locked documents of agreements. One counts while the agreement is, or was, in force. */
export const agreementRegister: DocumentRegister<RegisteredAgreement, CheckedAgreement> = {
  findByFiles,
  hasCode: async (db, verifyCode) => (await documentRow(db, verifyCode)) !== undefined,
  checkCode: checkAgreementCode,
}

async function findByFiles(
  db: Db,
  sha256s: readonly string[],
): Promise<RegisteredDocument<RegisteredAgreement> | null> {
  const found = await db
    .selectFrom("agreementRevision")
    .innerJoin("agreementDocument", "agreementDocument.id", "agreementRevision.documentId")
    .innerJoin("agreement", "agreement.id", "agreementRevision.agreementId")
    .select(["agreement.id", "agreement.code", "agreement.title", "agreement.status"])
    .select(["agreementDocument.id as documentId", "agreementDocument.voidedAt"])
    .where("agreementRevision.sha256", "in", sha256s)
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const { id, documentId, ...facts } = found
  const revisions = await db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("documentId", "=", documentId)
    .orderBy("ordinal")
    .execute()
  const seals = await db
    .selectFrom("signature")
    .select(["sha256After as sha256", "signedAt"])
    .where("documentId", "=", documentId)
    .orderBy("revisionOrdinal")
    .execute()
  const parties = await db.selectFrom("agreementParty").select("id").where("agreementId", "=", id).execute()
  const isPublic = publicStates.includes(facts.status)
  return {
    revisions: revisions.map(({ sha256 }) => sha256),
    seals,
    counts: isPublic && facts.voidedAt === null,
    name: { agreement: facts.code },
    facts: { kind: "agreement", ...facts, isPublic, complete: parties.length },
  }
}
