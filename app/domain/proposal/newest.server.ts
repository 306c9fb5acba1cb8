import type { Ctx } from "../kernel/context.ts"
import { isDomainError } from "../kernel/errors.ts"
import { getProposal, type Proposal } from "./queries.server.ts"

const tries = 10

/**
 * Runs `work` on the newest state of a proposal, and again on a newer one where somebody was faster: for what depends
 * on no form that was made at an older state (adding a file, saving a text that is compared by its own number).
 */
export async function onNewest<T>(ctx: Ctx, code: string, work: (proposal: Proposal) => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work(await getProposal(ctx, code))
    } catch (error) {
      if (!isDomainError(error) || error.key !== "stale" || turn === tries) throw error
    }
  }
}
