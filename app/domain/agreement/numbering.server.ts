import { sql } from "kysely"
import { isUniqueViolation } from "#db/portable.ts"
import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { LocalDate } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { type DomainError, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { agreementFlow } from "./flow.ts"
import { assertSeen, getAgreement, sidesOf } from "./queries.server.ts"

/**
 * Gives the document the own number of the actor's side, or another one, until it is locked. Free in its format;
 * refused (invalid) where the same organisation has given it to another agreement in the same year, in whatever case.
 */
export async function numberAgreement(
  ctx: Ctx,
  code: string,
  input: { lockVersion: number; number: string; numberedOn: LocalDate },
): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.number", agreement)
  const { own } = sidesOf(agreement)
  const status = next(agreementFlow, agreement.status, agreement.status === "agreed" ? "number" : "reserveNumber")
  assertSeen(agreement, input.lockVersion)
  try {
    await inTransaction(ctx.db, async (trx) => {
      await touch(trx, "agreement", agreement.id, input.lockVersion)
      const taken = await trx
        .selectFrom("agreementParty")
        .select("id")
        .where("organisationId", "=", own.organisationId)
        .where(sql<string>`lower(number)`, "=", sql<string>`lower(${input.number})`)
        .where(sql<string>`substr(numbered_on, 1, 4)`, "=", input.numberedOn.slice(0, 4))
        .where("number", "!=", "")
        .where("id", "!=", own.id)
        .executeTakeFirst()
      if (taken) throw numberTaken(input.numberedOn)
      await trx
        .updateTable("agreementParty")
        .set({ number: input.number, numberedOn: input.numberedOn })
        .where("id", "=", own.id)
        .execute()
      await trx.updateTable("agreement").set({ status, updatedAt: ctx.now }).where("id", "=", agreement.id).execute()
      await record(trx, ctx, {
        type: "agreement.numbered",
        subjectType: "agreement",
        subjectId: agreement.id,
        organisationId: own.organisationId,
        data: { number: input.number, on: input.numberedOn },
      })
    })
  } catch (error) {
    // Two agreements of one organisation given the same number at once: the index sees what neither look could.
    if (isUniqueViolation(error, "agreement_party_number")) throw numberTaken(input.numberedOn)
    throw error
  }
}

const numberTaken = (on: LocalDate): DomainError =>
  invalid("form", { fields: { number: ["agreement.numberTaken"] }, parameters: { year: on.slice(0, 4) } })
