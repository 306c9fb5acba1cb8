import { type Agreement, getAgreement, sidesOf } from "#app/domain/agreement/queries.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { type Action, authorize } from "#app/domain/policy/table.ts"
import type { CaseHead } from "./case-heading.tsx"

type PartyAction = Extract<Action, `agreement.${string}`>

/**
 * An agreement for the page of one action on it: whoever may not take the action does not see its page either.
 * Answers the agreement for further questions, and what the page shows of it.
 */
export async function caseFor(
  ctx: Ctx,
  code: string | undefined,
  action: PartyAction,
): Promise<{ agreement: Agreement; head: CaseHead }> {
  const agreement = await getAgreement(ctx, code ?? "")
  authorize(ctx.actor, action, agreement)
  const { own, other } = sidesOf(agreement)
  const { title, status, lockVersion, versionNumber } = agreement
  return {
    agreement,
    head: {
      code: agreement.code,
      title,
      status,
      lockVersion,
      versionNumber,
      ownRegion: own.regionName,
      otherRegion: other.regionName,
    },
  }
}
