import { inTransaction } from "#db/transaction.ts"
import { sealedClauses } from "../agreement/sealed-clauses.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { newCode, newId } from "../kernel/ids.ts"
import { slugOf } from "../organisation/slug.ts"
import { authorize } from "../policy/table.ts"
import { listBases } from "./clauses.server.ts"
import { programmeFlow } from "./flow.ts"
import type { ProgrammeInput } from "./schema.ts"

/**
 * Starts a programme of the acting organisation (the host) for the other party of an agreement in force (the sender),
 * as a draft that only the host sees. Answers its id. Refuses (invalid) an agreement that is not in force or not the
 * actor's, and a clause that its sealed text does not have.
 */
export async function startProgramme(ctx: Ctx, input: ProgrammeInput): Promise<string> {
  authorize(ctx.actor, "programme.start")
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  const [basis] = await listBases(ctx, input.agreement)
  if (!basis) throw refuse("agreement", "programme.noBasis")
  if (basis.senderStatus !== "verified") throw conflict("programme.notVerified", { organisation: basis.senderName })
  const clauses = await sealedClauses(ctx.db, basis.id)
  if (!clauses.some(({ key }) => key === input.clauseKey)) throw refuse("clauseKey", "field.choose")

  const { title, summary, aims, clauseKey } = input
  const id = newId()
  const hostId = ctx.actor!.acting!.organisationId
  await inTransaction(ctx.db, async (trx) => {
    await trx
      .insertInto("programme")
      .values({
        ...{ id, hostId, title, summary, aims, clauseKey },
        // A name of its own whatever the title: two programmes may be called alike.
        slug: `${slugOf(title)}-${newCode(5).toLowerCase()}`,
        agreementId: basis.id,
        senderId: basis.senderId,
        status: programmeFlow.initial,
        createdBy: ctx.actor!.accountId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        publishedAt: null,
        endedAt: null,
        endReason: "",
        demoSince: basis.demo ? ctx.now : null,
      })
      .execute()
    await record(trx, ctx, {
      type: "programme.started",
      subjectType: "programme",
      subjectId: id,
      organisationId: hostId,
      data: { agreement: basis.code, clause: clauseKey },
    })
  })
  return id
}
