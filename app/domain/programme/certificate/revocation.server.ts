import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../../audit/record.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { conflict } from "../../kernel/errors.ts"
import { next } from "../../kernel/flow.ts"
import { touch } from "../../kernel/touch.server.ts"
import { authorize } from "../../policy/table.ts"
import { notify } from "../notice.server.ts"
import { assertSeen } from "../queries.server.ts"
import { certificateFlow } from "./flow.ts"
import { type Certificate, type CertificateCase, getCertificateCase } from "./queries.server.ts"
import type { CertificateRevocation } from "./schema.ts"

/** The certificate that can be revoked, for the page that asks; null where there is none. */
export async function revocationView(
  ctx: Ctx,
  learnerId: string,
): Promise<{ learner: CertificateCase; certificate: Certificate | null }> {
  const learner = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.revoke", learner)
  return { learner, certificate: learner.live }
}

/**
 * Revokes a learner's certificate, sealed or not, for good; another may then be prepared under another number. The
 * class of the reason is public, its words are for those who may read the certificate. Refuses (conflict) where there
 * is none, or it has changed since the form was made.
 */
export async function revokeCertificateOfLearning(
  ctx: Ctx,
  learnerId: string,
  input: CertificateRevocation,
): Promise<void> {
  const { learner, certificate } = await revocationView(ctx, learnerId)
  if (!certificate) throw conflict("certificate.noneToRevoke")
  const status = next(certificateFlow, certificate.status, "revoke")
  assertSeen(certificate, input.lockVersion)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "learningCertificate", certificate.id, input.lockVersion)
    await trx
      .updateTable("learningCertificate")
      .set({ status, revokedAt: ctx.now, revokeClass: input.class, revokeReason: input.reason })
      .where("id", "=", certificate.id)
      .execute()
    await record(trx, ctx, {
      type: "learning_certificate.revoked",
      subjectType: "learningCertificate",
      subjectId: certificate.id,
      organisationId: learner.organisationId,
      data: { number: certificate.number, class: input.class },
    })
    const values = { programme: learner.programmeTitle, learnerId }
    await notify(trx, ctx, await concernedBy(trx, learner, certificate), "learning-certificate-revoked", values)
  })
  if (certificate.sealedBy !== null) ctx.publicChanged()
}

/** Of a certificate that was never sealed only those who worked on it have heard. */
async function concernedBy(trx: Trx, learner: CertificateCase, certificate: Certificate) {
  if (certificate.sealedBy !== null)
    return {
      organisationIds: learner.partyOrganisationIds,
      accountIds: [learner.accountId, learner.supervisorId, certificate.preparedBy, certificate.sealedBy],
    }
  const { accountId } = await trx
    .selectFrom("mandate")
    .select("accountId")
    .where("id", "=", certificate.mandateId ?? "")
    .executeTakeFirstOrThrow()
  return { accountIds: [certificate.preparedBy, accountId] }
}
