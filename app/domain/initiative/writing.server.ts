import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { authorize } from "../policy/table.ts"
import { assertNameable, readBasis } from "./basis.server.ts"
import { change } from "./change.server.ts"
import { enter } from "./entering.server.ts"
import { initiativeFlow, writingStep } from "./flow.ts"
import { getInitiative } from "./queries.server.ts"
import type { EditInput } from "./schema.ts"
import { columnsOf } from "./start.server.ts"

/**
 * Changes the words, region, period and agreement of an initiative while it is prepared or running; a published one
 * changes for everybody at once. The other party of an agreement that is named for the first time takes part from now
 * on and is told. Refuses (invalid) what the form may not name, and taking the agreement away where no proposal stands
 * behind the initiative.
 */
export async function editInitiative(ctx: Ctx, id: string, input: EditInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.edit", initiative)
  const status = next(initiativeFlow, initiative.status, writingStep(initiative.status))
  assertSeen(initiative, input.lockVersion)
  if (input.regionCode !== initiative.regionCode) await assertNameable(ctx, input.regionCode)
  const basis = await readBasis(ctx, input, initiative)
  if (basis.agreementId === null && !(await hasProposals(ctx, id)))
    throw invalid("form", { fields: { agreement: ["initiative.noSource"] } })
  const { otherId } = basis
  const joins =
    otherId !== null && basis.agreementId !== initiative.agreementId && !initiative.partnerIds.includes(otherId)
  const event = { type: "initiative.edited", data: { title: input.title } } as const
  await change(ctx, initiative, input.lockVersion, event, async (trx) => {
    await trx
      .updateTable("initiative")
      .set({
        ...columnsOf(input),
        ...{ story: input.story, agreementId: basis.agreementId, clauseKey: basis.clauseKey, status },
      })
      .where("id", "=", id)
      .execute()
    if (!joins || otherId === null) return
    await enter(trx, ctx, id, [{ organisationId: otherId, part: "" }])
    await notify(trx, ctx, { organisationIds: [otherId] }, "initiative-partner-added", {
      title: input.title,
      organisation: initiative.leadName,
      part: "",
      id,
    })
  })
}

const hasProposals = async (ctx: Ctx, initiativeId: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom("initiativeProposal")
    .select("id")
    .where("initiativeId", "=", initiativeId)
    .limit(1)
    .executeTakeFirst()) !== undefined
