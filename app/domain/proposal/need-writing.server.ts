import type { NeedStatus } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newCode, newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { slugOf } from "../organisation/slug.ts"
import { authorize } from "../policy/table.ts"
import { type NeedStep, needFlow } from "./need-flow.ts"
import { getNeed } from "./need-queries.server.ts"
import { nameableRegions } from "./need-regions.server.ts"
import type { NeedEdit, NeedInput } from "./need-schema.ts"

/** Begins a need of the acting government, as a draft that only it sees. Answers its id. */
export async function startNeed(ctx: Ctx, input: NeedInput): Promise<string> {
  authorize(ctx.actor, "need.start")
  await assertNameable(ctx, input.regionCode)
  const { accountId, acting } = ctx.actor!
  const organisationId = acting!.organisationId
  const { demoSince } = await ctx.db
    .selectFrom("organisation")
    .select("demoSince")
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await inTransaction(ctx.db, async (trx) => {
    await trx
      .insertInto("need")
      .values({
        id,
        slug: `${slugOf(input.title).slice(0, 50).replace(/-+$/, "")}-${newCode(5).toLowerCase()}`,
        organisationId,
        ...columnsOf(input),
        status: needFlow.initial,
        createdBy: accountId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        publishedAt: null,
        closedAt: null,
        closeReason: "",
        demoSince: demoSince === null ? null : ctx.now,
      })
      .execute()
    await record(trx, ctx, {
      type: "need.started",
      subjectType: "need",
      subjectId: id,
      organisationId,
      data: { title: input.title },
    })
  })
  return id
}

/** The step under which the words of a need change in each state. */
const writingStep: Partial<Record<NeedStatus, NeedStep>> = { open: "amend", closed: "correct" }

/** Changes a need, also one that is closed; what was published changes for everybody at once. */
export async function editNeed(ctx: Ctx, id: string, input: NeedEdit): Promise<void> {
  const need = await getNeed(ctx, id)
  authorize(ctx.actor, "need.edit", need)
  const status = next(needFlow, need.status, writingStep[need.status] ?? "edit")
  assertSeen(need, input.lockVersion)
  await assertNameable(ctx, input.regionCode)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "need", id, input.lockVersion)
    await trx
      .updateTable("need")
      .set({ ...columnsOf(input), status, updatedAt: ctx.now })
      .where("id", "=", id)
      .execute()
    await record(trx, ctx, {
      type: "need.edited",
      subjectType: "need",
      subjectId: id,
      organisationId: need.organisationId,
      data: { title: input.title },
    })
  })
  if (need.publishedAt !== null) ctx.publicChanged()
}

const columnsOf = ({ title, problem, affair, regionCode, place, kinds, periodFrom, periodUntil }: NeedInput) => ({
  ...{ title, problem, affair, regionCode, place, periodFrom, periodUntil },
  kinds: JSON.stringify(kinds),
})

async function assertNameable(ctx: Ctx, regionCode: string): Promise<void> {
  const regions = await nameableRegions(ctx)
  if (!regions.some(({ code }) => code === regionCode))
    throw invalid("form", { fields: { regionCode: ["proposal.need.foreignRegion"] } })
}
