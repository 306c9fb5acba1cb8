import { inTransaction } from "#db/transaction.ts"
import { record } from "../../audit/record.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { conflict } from "../../kernel/errors.ts"
import { next } from "../../kernel/flow.ts"
import { touch } from "../../kernel/touch.server.ts"
import { authorize } from "../../policy/table.ts"
import { holdCertificate, sealWithSecrets } from "../../signature/ceremony.server.ts"
import { fullOffice } from "../../signature/mandate-in-force.server.ts"
import type { SigningOrder } from "../../signature/schema.ts"
import { requirePower, type SigningPower, sealingPower } from "../../signature/sealing-power.server.ts"
import { notify } from "../notice.server.ts"
import { certificateFlow } from "./flow.ts"
import { type Certificate, type CertificateCase, getCertificateCase } from "./queries.server.ts"

/**
 * With what the actor may seal this certificate: a mandate of the host for this instrument, verified and in force, of
 * the very person and office printed in it.
 */
export const powerOver = (
  ctx: Ctx,
  learner: Pick<CertificateCase, "organisationId">,
  { input }: Certificate,
): Promise<SigningPower> =>
  sealingPower(ctx, {
    organisationId: learner.organisationId,
    instrument: "sertifikat_pembelajaran",
    holder: input.issuer.holder,
    office: input.issuer.office,
    otherwise: "certificate.notPrinted",
  })

/** What an officer is shown before he seals. `sealing` is null where no certificate waits for a seal. */
export async function sealingView(ctx: Ctx, learnerId: string) {
  const learner = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.seal", learner)
  const certificate = learner.live
  if (certificate?.status !== "prepared") return { learner, sealing: null }
  return { learner, sealing: { certificate, power: await powerOver(ctx, learner, certificate) } }
}

/**
 * Seals a prepared certificate; from then on it counts and the public can check it. Refuses, saying why: nothing that
 * waits for a seal, no usable mandate or certificate, another file than the one he read, a wrong password or
 * passphrase, too many tries. Sealing happens before the transaction; what the transaction then refuses leaves a file
 * without a row.
 */
export async function sealCertificate(ctx: Ctx, learnerId: string, order: SigningOrder): Promise<void> {
  const learner = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.seal", learner)
  const certificate = learner.live
  if (!certificate) throw conflict("certificate.nonePrepared")
  next(certificateFlow, certificate.status, "seal")
  const power = requirePower(await powerOver(ctx, learner, certificate))
  if (order.sha256 !== certificate.baseSha256) throw conflict("certificate.fileChanged")
  const target = {
    sha256: certificate.baseSha256,
    earlier: [],
    reason: `Sertifikat pembelajaran ${certificate.number}`,
    location: certificate.input.place,
  }
  const made = await sealWithSecrets(ctx, target, power, order)

  const office = fullOffice(power.mandate)
  await inTransaction(ctx.db, async (trx) => {
    // Whoever writes a certificate touches it, so after our touch nothing can have moved.
    await touch(trx, "learningCertificate", certificate.id, certificate.lockVersion)
    const { status } = await trx
      .selectFrom("learningCertificate")
      .select("status")
      .where("id", "=", certificate.id)
      .executeTakeFirstOrThrow()
    const sealed = next(certificateFlow, status, "seal")
    await holdCertificate(trx, ctx, { certificateId: power.certificate.id, mandateId: power.mandate.id })
    await trx
      .updateTable("learningCertificate")
      .set({
        status: sealed,
        sha256: made.sha256,
        sealedAt: ctx.now,
        sealedBy: ctx.actor!.accountId,
        mandateId: power.mandate.id,
        certificateId: power.certificate.id,
        signerName: power.mandate.holderName,
        office,
      })
      .where("id", "=", certificate.id)
      .execute()
    await record(trx, ctx, {
      type: "learning_certificate.sealed",
      subjectType: "learningCertificate",
      subjectId: certificate.id,
      organisationId: learner.organisationId,
      data: {
        number: certificate.number,
        office,
        sha256Before: certificate.baseSha256,
        sha256After: made.sha256,
      },
    })
    const concerned = {
      organisationIds: learner.partyOrganisationIds,
      accountIds: [learner.accountId, learner.supervisorId, certificate.preparedBy],
    }
    const values = { programme: learner.programmeTitle, office, learnerId }
    await notify(trx, ctx, concerned, "learning-certificate-sealed", values)
  })
  ctx.publicChanged()
}
