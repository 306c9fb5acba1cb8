import type { Db } from "#db/connection.ts"

/** One signature of a document, as anybody may see it. */
export type Seal = {
  readonly agreementId: string
  readonly documentId: string
  readonly partyId: string
  /** As printed. */
  readonly signerName: string
  readonly office: string
  readonly sha256After: string
  readonly revisionOrdinal: number
  readonly provider: string
  readonly signedAt: string
}

/** The seals on the documents of some agreements that have not been voided, in order of sealing. */
export async function sealsOf(db: Db, agreementIds: readonly string[]): Promise<Seal[]> {
  if (agreementIds.length === 0) return []
  return db
    .selectFrom("signature")
    .innerJoin("agreementDocument", "agreementDocument.id", "signature.documentId")
    .select(["signature.agreementId", "signature.documentId", "signature.partyId", "signature.signerName"])
    .select(["signature.office", "signature.sha256After", "signature.revisionOrdinal", "signature.provider"])
    .select("signature.signedAt")
    .where("signature.agreementId", "in", agreementIds)
    .where("agreementDocument.voidedAt", "is", null)
    .orderBy("signature.agreementId")
    .orderBy("signature.revisionOrdinal")
    .execute()
}
