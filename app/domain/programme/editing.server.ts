import { inTransaction } from "#db/transaction.ts"
import { sealedClauses } from "../agreement/sealed-clauses.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { programmeFlow } from "./flow.ts"
import { assertSeen, getProgramme } from "./queries.server.ts"
import type { ProgrammeEdit } from "./schema.ts"

/** Changes a programme's words; its clause only while it is a draft. */
export async function editProgramme(ctx: Ctx, id: string, input: ProgrammeEdit): Promise<void> {
  const programme = await getProgramme(ctx, id)
  authorize(ctx.actor, "programme.edit", programme)
  const draft = programme.status === "draft"
  next(programmeFlow, programme.status, draft ? "edit" : "amend")
  assertSeen(programme, input.lockVersion)
  const { title, summary, aims } = input
  const clauseKey = draft ? (input.clauseKey ?? "") : programme.clauseKey
  if (draft && !(await sealedClauses(ctx.db, programme.agreementId)).some(({ key }) => key === clauseKey))
    throw invalid("form", { fields: { clauseKey: ["field.choose"] } })
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", id, input.lockVersion)
    await trx
      .updateTable("programme")
      .set({ title, summary, aims, clauseKey, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "programme.edited",
      subjectType: "programme",
      subjectId: id,
      organisationId: programme.hostId,
      data: { title },
    })
  })
  if (programme.publishedAt !== null) ctx.publicChanged()
}
