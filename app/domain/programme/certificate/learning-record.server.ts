import type { Ctx } from "../../kernel/context.ts"
import { ledgerOf } from "../hours.server.ts"
import { getLearner } from "../learners.server.ts"
import type { CertificateDocument } from "./document.ts"

/** What a learner learned, as a certificate says it. */
export type LearningRecord = {
  readonly learner: Omit<CertificateDocument["learner"], "name">
  readonly agreement: CertificateDocument["agreement"]
  readonly from: string
  readonly until: string
  /** Only those with hours that count. */
  readonly subjects: CertificateDocument["subjects"]
  readonly hours: number
}

/** A learner's hours by subject, with who he is and where, for those who may read his ledger. */
export async function learningRecordOf(ctx: Ctx, learnerId: string): Promise<LearningRecord> {
  const learner = await getLearner(ctx, learnerId)
  const ledger = await ledgerOf(ctx, learnerId, learner)
  const agreement = await ctx.db
    .selectFrom("agreement")
    .select(["code", "title"])
    .where("id", "=", learner.programme.agreementId)
    .executeTakeFirstOrThrow()
  const subjects = ledger.subjects
    .filter(({ hours }) => hours > 0)
    .map(({ title, form, formKey, hours }) => ({ title, form: form?.name.id ?? formKey, hours }))
  return {
    learner: {
      numberKind: learner.numberKind,
      numberMasked: learner.maskedNumber,
      rank: learner.rank,
      office: learner.office,
      unit: learner.unitName,
      agency: learner.programme.senderName,
    },
    agreement,
    from: learner.cohort.startsOn,
    until: learner.cohort.endsOn,
    subjects,
    hours: subjects.reduce((sum, { hours }) => sum + hours, 0),
  }
}
