import { sql } from "kysely"
import type { Db } from "#db/connection.ts"
import { isUniqueViolation } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../../audit/record.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { conflict, invalid } from "../../kernel/errors.ts"
import { newId } from "../../kernel/ids.ts"
import { touch } from "../../kernel/touch.server.ts"
import { authorize } from "../../policy/table.ts"
import { newVerifyCode } from "../../signature/verify-code.ts"
import { notify } from "../notice.server.ts"
import { assertSeen } from "../queries.server.ts"
import { certificateFlow } from "./flow.ts"
import { type Issuer, issuersOf } from "./issuers.server.ts"
import { type LearningRecord, learningRecordOf } from "./learning-record.server.ts"
import { printedCertificate } from "./printed-certificate.ts"
import { type CertificateCase, getCertificateCase } from "./queries.server.ts"
import type { Preparation } from "./schema.ts"

/** What stands in the way of a certificate, as a key of the error catalogue. */
export type PreparationObstacle =
  | "certificate.notCompleted"
  | "certificate.alreadyPrepared"
  | "certificate.noHours"
  | "certificate.noIssuer"

export type PreparationView = {
  readonly learner: CertificateCase
  readonly record: LearningRecord
  readonly issuers: readonly Issuer[]
  /** The first thing that is missing; null where a certificate can be prepared. */
  readonly obstacle: PreparationObstacle | null
}

/** What a certificate would say and who could seal it, and what stands in the way. */
export async function preparationView(ctx: Ctx, learnerId: string): Promise<PreparationView> {
  const learner = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.prepare", learner)
  const record = await learningRecordOf(ctx, learnerId)
  const issuers = await issuersOf(ctx.db, learner.organisationId, ctx.now)
  return { learner, record, issuers, obstacle: obstacleOf(learner, record, issuers) }
}

function obstacleOf(
  learner: CertificateCase,
  record: LearningRecord,
  issuers: readonly Issuer[],
): PreparationObstacle | null {
  if (learner.live) return "certificate.alreadyPrepared"
  if (learner.status !== "completed") return "certificate.notCompleted"
  if (record.hours === 0) return "certificate.noHours"
  return issuers.length === 0 ? "certificate.noIssuer" : null
}

/**
 * Prints a certificate for a learner who has completed his programme; it waits for the officer whose mandate was chosen
 * to seal it. Answers its id. The file is rendered and durable before the transaction begins, so a crash between leaves
 * an orphan file and no row. Refuses: a learner who has not completed or has a certificate that was not revoked, a
 * programme without counted hours (conflict), a mandate that gives no power today, a number that the programme has
 * given before, revoked ones included (invalid, on its field).
 */
export async function prepareCertificate(ctx: Ctx, learnerId: string, input: Preparation): Promise<string> {
  const { learner, record: learned, issuers, obstacle } = await preparationView(ctx, learnerId)
  if (obstacle) throw conflict(obstacle)
  assertSeen(learner, input.lockVersion)
  const issuer = issuers.find(({ mandateId }) => mandateId === input.mandateId)
  if (!issuer) throw invalid("form", { fields: { mandateId: ["certificate.issuerUnknown"] } })
  if (await isTaken(ctx.db, learner.programmeId, input.number)) throw numberTaken()

  const verifyCode = newVerifyCode()
  const document = printedCertificate(learner, learned, issuer, {
    number: input.number,
    place: input.place,
    verifyCode,
    verifyUrl: `${ctx.settings.appUrl}/v/${verifyCode}`,
    demo: ctx.settings.demo || learner.demo,
    createdAt: ctx.now,
  })
  const rendered = await ctx.workshop.render(document)
  const sha256 = await ctx.files.put(rendered.pdf)

  const id = newId()
  try {
    await inTransaction(ctx.db, async (trx) => {
      // Whatever is done to a learner touches him: his hours and his certificates are still what was printed.
      await touch(trx, "learner", learner.learnerId, input.lockVersion)
      if (await isTaken(trx, learner.programmeId, input.number)) throw numberTaken()
      await trx
        .insertInto("learningCertificate")
        .values({
          id,
          learnerId: learner.learnerId,
          programmeId: learner.programmeId,
          number: input.number,
          verifyCode,
          hours: document.hours,
          input: JSON.stringify(document),
          baseSha256: sha256,
          sha256: null,
          pages: rendered.pages,
          status: certificateFlow.initial,
          preparedBy: ctx.actor!.accountId,
          preparedAt: ctx.now,
          sealedAt: null,
          sealedBy: null,
          mandateId: issuer.mandateId,
          certificateId: null,
          signerName: "",
          office: "",
          revokedAt: null,
          revokeClass: null,
          revokeReason: "",
        })
        .execute()
      await record(trx, ctx, {
        type: "learning_certificate.prepared",
        subjectType: "learningCertificate",
        subjectId: id,
        organisationId: learner.organisationId,
        data: { number: input.number, hours: document.hours, sha256 },
      })
      const values = { programme: learner.programmeTitle, number: input.number, learnerId: learner.learnerId }
      await notify(trx, ctx, { accountIds: [issuer.accountId] }, "learning-certificate-prepared", values)
    })
  } catch (error) {
    // Two learners of one programme given the same number at once: the index sees what neither look could.
    if (isUniqueViolation(error, "learning_certificate_number")) throw numberTaken()
    throw error
  }
  return id
}

const numberTaken = () => invalid("form", { fields: { number: ["certificate.numberTaken"] } })

const isTaken = async (db: Pick<Db, "selectFrom">, programmeId: string, number: string): Promise<boolean> =>
  (await db
    .selectFrom("learningCertificate")
    .select("id")
    .where("programmeId", "=", programmeId)
    .where(sql<string>`lower(number)`, "=", sql<string>`lower(${number})`)
    .executeTakeFirst()) !== undefined
