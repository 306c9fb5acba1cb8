import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import { officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { numberDigits, numberFault } from "./civil-servant-number.ts"
import { learnerFlow } from "./flow.ts"
import { hold } from "./hold.server.ts"
import { notify } from "./notice.server.ts"
import { digestsOf, protectNumber } from "./number-protection.server.ts"
import { type Cohort, getCohort } from "./queries.server.ts"
import type { NominationInput } from "./schema.ts"
import { findUnit, type UnitGroup, unitsOf } from "./units.server.ts"

export type Candidate = { readonly id: string; readonly name: string; readonly nominated: boolean }

/** Whom the sender can nominate or name as a superior: its members, and which of them are in the cohort already. */
export async function candidatesFor(ctx: Ctx, cohort: Cohort): Promise<{ people: Candidate[]; units: UnitGroup[] }> {
  authorize(ctx.actor, "learner.nominate", cohort)
  const people = await ctx.db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.accountId")
    .leftJoin("learner", (join) =>
      join.onRef("learner.accountId", "=", "account.id").on("learner.cohortId", "=", cohort.id),
    )
    .select(["account.id", "account.name", "learner.id as learnerId"])
    .where("membership.organisationId", "=", cohort.senderId)
    .where("membership.endedAt", "is", null)
    .where("account.deletedAt", "is", null)
    .orderBy("account.name")
    .orderBy("account.id")
    .execute()
  return {
    people: people.map(({ id, name, learnerId }) => ({ id, name, nominated: learnerId !== null })),
    units: await unitsOf(ctx, cohort.programme.senderRegionCode),
  }
}

/**
 * Nominates a member of the sending agency for a cohort that is open for it. Answers the learner's id. The host, the
 * learner and his superior are told. Refuses (invalid) numbers that cannot be right, people who do not belong to the
 * agency, and whoever, or whose number, is in the cohort already.
 */
export async function nominate(ctx: Ctx, cohortId: string, input: NominationInput): Promise<string> {
  const cohort = await getCohort(ctx, cohortId)
  authorize(ctx.actor, "learner.nominate", cohort)
  assertNominating(ctx, cohort.status, cohort.nominateUntil)
  const refuse = (field: string, key: string) => invalid("form", { fields: { [field]: [key] } })
  const digits = numberDigits(input.number)
  const fault = numberFault(input.numberKind, digits, officialDay(ctx.now))
  if (fault) throw refuse("number", `programme.number.${fault}`)
  const unit = await findUnit(ctx, cohort.programme.senderRegionCode, input.unitCode)
  if (!unit) throw refuse("unitCode", "field.choose")
  const digests = digestsOf(ctx.settings.secrets, digits)

  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    await hold(trx, "cohort", cohortId)
    const now = await trx
      .selectFrom("cohort")
      .select(["status", "nominateUntil"])
      .where("id", "=", cohortId)
      .executeTakeFirstOrThrow()
    assertNominating(ctx, now.status, now.nominateUntil)
    const members = await trx
      .selectFrom("membership")
      .select("accountId")
      .where("organisationId", "=", cohort.senderId)
      .where("endedAt", "is", null)
      .where("accountId", "in", [input.accountId, input.supervisorId])
      .execute()
    for (const field of ["accountId", "supervisorId"] as const)
      if (!members.some(({ accountId }) => accountId === input[field])) throw refuse(field, "field.choose")
    const there = await trx
      .selectFrom("learner")
      .select(["accountId", "numberDigest"])
      .where("cohortId", "=", cohortId)
      .where((eb) => eb.or([eb("accountId", "=", input.accountId), eb("numberDigest", "in", digests)]))
      .execute()
    if (there.some(({ accountId }) => accountId === input.accountId))
      throw refuse("accountId", "programme.alreadyNominated")
    if (there.length > 0) throw refuse("number", "programme.numberTaken")
    await trx
      .insertInto("learner")
      .values({
        ...{ id, cohortId, accountId: input.accountId, supervisorId: input.supervisorId, name: input.name },
        ...{ numberKind: input.numberKind, ...protectNumber(ctx.settings.secrets, id, digits) },
        ...{ rank: input.rank, office: input.office, unitCode: unit.code, unitName: unit.name },
        status: learnerFlow.initial,
        nominatedBy: ctx.actor!.accountId,
        nominatedAt: ctx.now,
        decidedAt: null,
        decisionReason: "",
        completedAt: null,
        withdrawnAt: null,
      })
      .execute()
    await record(trx, ctx, {
      type: "learner.nominated",
      subjectType: "learner",
      subjectId: id,
      organisationId: cohort.senderId,
      data: { cohortId },
    })
    const values = { title: cohort.programme.title, cohort: cohort.name }
    await notify(trx, ctx, { organisationIds: [cohort.hostId] }, "learner-nominated", { ...values, id: cohortId })
    await notify(trx, ctx, { accountIds: [input.accountId] }, "learning-nomination", { ...values, id })
    await notify(trx, ctx, { accountIds: [input.supervisorId] }, "learning-supervision", { ...values, id })
  })
  return id
}

function assertNominating(ctx: Ctx, status: string, until: string): void {
  if (status === "planned") throw notFound()
  if (status !== "open") throw conflict("programme.nominationClosed")
  if (until < officialDay(ctx.now)) throw conflict("programme.nominationPast")
}

/** Whom the sender can name as the superior of one of its learners: its members but for himself. */
export async function supervisorsFor(
  ctx: Ctx,
  learner: { readonly accountId: string; readonly senderId: string },
): Promise<{ id: string; name: string }[]> {
  authorize(ctx.actor, "learner.supervise", learner)
  return ctx.db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.accountId")
    .select(["account.id", "account.name"])
    .where("membership.organisationId", "=", learner.senderId)
    .where("membership.endedAt", "is", null)
    .where("account.deletedAt", "is", null)
    .where("account.id", "!=", learner.accountId)
    .orderBy("account.name")
    .orderBy("account.id")
    .execute()
}
