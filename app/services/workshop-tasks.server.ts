import { renderAgreement } from "#app/domain/agreement/document/typst.server.ts"
import type { PrintableDocument } from "#app/domain/printable.ts"
import { renderCertificate } from "#app/domain/programme/certificate/typst.server.ts"
import { openPrivateKey } from "#app/domain/signature/engine/key-protection.server.ts"
import { sealPdf } from "#app/domain/signature/engine/sealing.server.ts"
import { verifyPdf } from "#app/domain/signature/engine/verification/verify.server.ts"
import type { SealJob, VerifyJob } from "#app/domain/signature/workshop.ts"

/** Renders a document to PDF, by its kind. */
export const renderTask = (document: PrintableDocument) =>
  document.kind === "kesepakatan-bersama" ? renderAgreement(document) : renderCertificate(document)

/** Opens the signer's key with the passphrase and seals; the key lives only inside this call. */
export async function sealTask(job: SealJob) {
  const { keyId, keyEnvelope, passphrase, ...seal } = job
  const privateKey = await openPrivateKey(keyEnvelope, passphrase, keyId)
  try {
    return await sealPdf({ ...seal, privateKey })
  } finally {
    privateKey.fill(0)
  }
}

/** Examines every signature of a PDF; never throws for what the file holds. */
export const verifyTask = (job: VerifyJob) => {
  const { pdf, judgedAt, judgedAtByRevision, ...trust } = job
  const sealedAt = new Map(Object.entries(judgedAtByRevision ?? {}))
  return verifyPdf(pdf, {
    ...trust,
    judgedAt: (revisionSha256) => sealedAt.get(revisionSha256) ?? judgedAt,
    stood: (revisionSha256) => sealedAt.has(revisionSha256),
  })
}
