import { initiativeFlow, mayNow, writingStep } from "#app/domain/initiative/flow.ts"
import { getInitiative, type Initiative } from "#app/domain/initiative/queries.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { type Action, authorize } from "#app/domain/policy/table.ts"
import type { InitiativeHead } from "./initiative-heading.tsx"

type InitiativeAction = Exclude<Extract<Action, `initiative.${string}`>, "initiative.withdrawUpdate">

/** An initiative for the page of one action on it: whoever may not take the action does not see its page either. */
export async function initiativeFor(
  ctx: Ctx,
  id: string | undefined,
  action: InitiativeAction,
): Promise<{ initiative: Initiative; head: InitiativeHead }> {
  const initiative = await getInitiative(ctx, id ?? "")
  authorize(ctx.actor, action, initiative)
  return { initiative, head: initiativeHead(initiative) }
}

export function initiativeHead(initiative: Initiative): InitiativeHead {
  const { id, slug, title, status, lockVersion, leadName, publishedAt } = initiative
  const steps = stepsFrom(initiativeFlow, status)
  return {
    ...{ id, slug, title, status, lockVersion, leadName, steps },
    published: publishedAt !== null,
    writable: steps.includes(writingStep(status)),
    measurable: mayNow("measure", status),
    reportable: mayNow("report", status),
    publishable: mayNow("publish", status) && publishedAt === null,
    concluded: mayNow("sequel", status),
  }
}
