import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import type { DraftContent } from "./content.ts"
import { readDraft, writeDraft } from "./draft.server.ts"
import { proposalFlow, writingStep } from "./flow.ts"
import { type DraftConflict, type Fingerprints, fingerprintsOf, mergeDrafts, readFingerprints } from "./merge.server.ts"
import { onNewest } from "./newest.server.ts"
import type { Proposal } from "./queries.server.ts"
import type { DraftInput } from "./schema.ts"

/** What a save that came too late is answered with: nothing is stored, and nothing that was typed is lost. */
export type StaleDraft = {
  /** Number of the save that stands now, and what a form written on top of it carries. */
  readonly newest: number
  readonly seen: Fingerprints
  /** Who saved it, and when. */
  readonly author: string
  readonly savedAt: string
  readonly merged: DraftContent
  readonly conflicts: readonly DraftConflict[]
}

export type SavedDraft =
  | { readonly saved: number; readonly savedAt: string; readonly seen: Fingerprints }
  | { readonly stale: StaleDraft }

/**
 * Saves the text of a proposal, complete or not, while it is a draft or in revision. Whoever saves on an older text
 * than the one that stands gets both back (`stale`), part by part, and saves consciously on top. A text equal to the
 * one that stands is saved already.
 */
export async function saveProposal(ctx: Ctx, code: string, input: DraftInput): Promise<SavedDraft> {
  const { draftNumber, seen, ...content } = input
  const written = writeDraft(content)
  return onNewest(ctx, code, async (proposal): Promise<SavedDraft> => {
    authorize(ctx.actor, "proposal.draft", proposal)
    const status = next(proposalFlow, proposal.status, writingStep(proposal.status))
    if (written === proposal.draft)
      return { saved: proposal.draftNumber, savedAt: proposal.draftSavedAt, seen: fingerprintsOf(content) }
    if (draftNumber !== proposal.draftNumber) return { stale: await staleDraft(ctx, proposal, input) }
    const number = proposal.draftNumber + 1
    const { accountId, acting } = ctx.actor!
    await inTransaction(ctx.db, async (trx) => {
      await touch(trx, "proposal", proposal.id, proposal.lockVersion)
      await trx
        .updateTable("proposal")
        .set({
          status,
          draft: written,
          draftNumber: number,
          draftSavedAt: ctx.now,
          draftSavedBy: accountId,
          updatedAt: ctx.now,
          // Once it was submitted, lists name it as the region knows it.
          ...(proposal.versionNumber === 0 && content.title !== "" ? { title: content.title } : {}),
        })
        .where("id", "=", proposal.id)
        .execute()
      await record(trx, ctx, {
        type: "proposal.draft_saved",
        subjectType: "proposal",
        subjectId: proposal.id,
        organisationId: acting!.organisationId,
        data: { number },
      })
    })
    return { saved: number, savedAt: ctx.now, seen: fingerprintsOf(content) }
  })
}

async function staleDraft(ctx: Ctx, proposal: Proposal, input: DraftInput): Promise<StaleDraft> {
  // A save that never was cannot come from a page of ours.
  if (input.draftNumber > proposal.draftNumber) throw conflict("stale")
  const { draftNumber: _number, seen, ...mine } = input
  const theirs = readDraft(proposal.draft)
  const { content, conflicts } = mergeDrafts(readFingerprints(seen), theirs, mine)
  const author = await ctx.db
    .selectFrom("account")
    .select("name")
    .where("id", "=", proposal.draftSavedBy)
    .executeTakeFirst()
  return {
    newest: proposal.draftNumber,
    seen: fingerprintsOf(theirs),
    author: author?.name ?? "",
    savedAt: proposal.draftSavedAt,
    merged: content,
    conflicts,
  }
}
