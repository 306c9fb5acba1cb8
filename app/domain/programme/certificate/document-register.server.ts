import type { Db } from "#db/connection.ts"
import type { CertificateRevokeClass, LearningCertificateStatus } from "#db/schema.ts"
import type { Instant } from "../../kernel/clock.ts"
import type { DocumentRegister, RegisteredDocument } from "../../signature/document-register.ts"
import { type CheckedCertificate, checkCertificateCode } from "./code.server.ts"

/** What whoever has a certificate's file is told of it; the file itself says the rest. */
export type RegisteredCertificate = {
  readonly kind: "certificate"
  readonly verifyCode: string
  readonly status: LearningCertificateStatus
  /** Seals that a complete certificate has. */
  readonly complete: 1
  readonly revokedAt: Instant | null
  readonly revokeClass: CertificateRevokeClass | null
}

/** Certificates of learning. One counts from its seal until it is revoked. */
export const certificateRegister: DocumentRegister<RegisteredCertificate, CheckedCertificate> = {
  findByFiles,
  async hasCode(db, verifyCode) {
    const row = await db
      .selectFrom("learningCertificate")
      .select("id")
      .where("verifyCode", "=", verifyCode)
      .executeTakeFirst()
    return row !== undefined
  },
  checkCode: checkCertificateCode,
}

async function findByFiles(
  db: Db,
  sha256s: readonly string[],
): Promise<RegisteredDocument<RegisteredCertificate> | null> {
  const row = await db
    .selectFrom("learningCertificate")
    .select(["verifyCode", "status", "baseSha256", "sha256", "sealedAt", "revokedAt", "revokeClass"])
    .where((eb) => eb.or([eb("sha256", "in", sha256s), eb("baseSha256", "in", sha256s)]))
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { baseSha256, sha256, sealedAt, ...facts } = row
  const seals = sha256 !== null && sealedAt !== null ? [{ sha256, signedAt: sealedAt }] : []
  return {
    revisions: [baseSha256, ...seals.map((seal) => seal.sha256)],
    seals,
    counts: facts.status === "sealed",
    name: { agreement: null, certificate: facts.verifyCode },
    facts: { kind: "certificate", ...facts, complete: 1 },
  }
}
