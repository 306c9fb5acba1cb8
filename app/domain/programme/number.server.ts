import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import { formatNumber } from "./civil-servant-number.ts"
import { hold } from "./hold.server.ts"
import { getLearner } from "./learners.server.ts"
import { openNumber } from "./number-protection.server.ts"

/** A learner's whole number, for the agency that sent him alone; that it was shown goes on record. */
export async function showNumber(ctx: Ctx, learnerId: string): Promise<string> {
  const learner = await getLearner(ctx, learnerId)
  authorize(ctx.actor, "learner.readNumber", learner)
  return inTransaction(ctx.db, async (trx) => {
    await hold(trx, "learner", learnerId)
    const row = await trx.selectFrom("learner").select("numberEnvelope").where("id", "=", learnerId).executeTakeFirst()
    if (!row) throw notFound()
    await record(trx, ctx, {
      type: "learner.number_shown",
      subjectType: "learner",
      subjectId: learnerId,
      organisationId: learner.senderId,
      data: { cohortId: learner.cohortId },
    })
    return formatNumber(openNumber(ctx.settings.secrets, learnerId, row.numberEnvelope))
  })
}
