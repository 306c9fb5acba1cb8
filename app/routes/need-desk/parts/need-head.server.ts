import type { Ctx } from "#app/domain/kernel/context.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { type NeedStep, needFlow } from "#app/domain/proposal/need-flow.ts"
import { getNeed, type Need } from "#app/domain/proposal/need-queries.server.ts"
import type { NeedHead } from "./need-heading.tsx"

const actions = {
  edit: "need.edit",
  amend: "need.edit",
  correct: "need.edit",
  publish: "need.publish",
  close: "need.close",
  reopen: "need.reopen",
  discard: "need.discard",
} as const satisfies Record<NeedStep, string>

/** A need for the page of one step: whoever may not take the step does not see its page either. */
export async function needFor(
  ctx: Ctx,
  id: string | undefined,
  step: NeedStep,
): Promise<{ need: Need; head: NeedHead }> {
  const need = await getNeed(ctx, id ?? "")
  authorize(ctx.actor, actions[step], need)
  return { need, head: needHead(need) }
}

export const needHead = ({ id, slug, title, status, lockVersion }: Need): NeedHead => ({
  ...{ id, slug, title, status, lockVersion },
  steps: stepsFrom(needFlow, status),
})
