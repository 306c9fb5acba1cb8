import { inTransaction } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, isDomainError } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { type HeadDifference, headDifference } from "./content.ts"
import { contentColumns, type Draft } from "./draft.server.ts"
import { agreementFlow } from "./flow.ts"
import { type Merge, mergeDrafts } from "./merge.ts"
import { notify } from "./notice.server.ts"
import { type Agreement, getAgreement, sidesOf } from "./queries.server.ts"
import { type ClauseDifference, textDifference } from "./text/difference.ts"
import { getVersions } from "./versions.server.ts"

/** What a save that came too late is answered with: nothing is stored, and nothing that was typed is lost. */
export type StaleDraft = {
  readonly base: number
  readonly newest: number
  readonly lockVersion: number
  /** Who saved the newest version, and what he wrote to it. */
  readonly author: string
  readonly note: string
  /** What changed between the base and the newest version; empty where only the agreement's state moved on. */
  readonly changes: { readonly heads: readonly HeadDifference[]; readonly clauses: readonly ClauseDifference[] }
  readonly merge: Merge
}

export type SavedDraft = { readonly saved: number } | { readonly stale: StaleDraft }

/**
 * Saves a draft as the next version. In negotiation that resets the approvals and tells the other side.
 * Where somebody saved first, or the state moved on, it saves nothing and answers how the two texts come together
 * (`stale`); the drafter then saves consciously on top of the newest version.
 * Refuses a text equal to its base (invalid `agreement.nothingChanged`), a version without a note to the other side,
 * and states in which the text stands fast (conflict).
 */
export async function saveDraft(ctx: Ctx, code: string, draft: Draft): Promise<SavedDraft> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.draft", agreement)
  const step = agreement.status === "draft" ? "redraft" : "revise"
  const status = next(agreementFlow, agreement.status, step)
  if (draft.base !== agreement.versionNumber || draft.lockVersion !== agreement.lockVersion)
    return { stale: await staleDraft(ctx, agreement, draft) }
  if (step === "revise" && draft.note === "") throw invalid("form", { fields: { note: ["field.required"] } })

  const columns = contentColumns(draft.content)
  const { own, other } = sidesOf(agreement)
  const number = agreement.versionNumber + 1
  const { title, place, signingDate, periodFrom, periodUntil } = draft.content
  try {
    await inTransaction(ctx.db, async (trx) => {
      await touch(trx, "agreement", agreement.id, draft.lockVersion)
      const base = await trx
        .selectFrom("agreementVersion")
        .select("sha256")
        .where("agreementId", "=", agreement.id)
        .where("number", "=", agreement.versionNumber)
        .executeTakeFirstOrThrow()
      if (base.sha256 === columns.sha256) throw invalid("agreement.nothingChanged")
      await trx
        .insertInto("agreementVersion")
        .values({
          id: newId(),
          agreementId: agreement.id,
          number,
          ...columns,
          note: draft.note,
          authorId: ctx.actor!.accountId,
          authorName: ctx.actor!.name,
          authorOrganisationId: own.organisationId,
          createdAt: ctx.now,
        })
        .execute()
      await trx
        .updateTable("agreement")
        .set({ status, title, place, signingDate, periodFrom, periodUntil, versionNumber: number, updatedAt: ctx.now })
        .where("id", "=", agreement.id)
        .execute()
      await record(trx, ctx, {
        type: "agreement.version_saved",
        subjectType: "agreement",
        subjectId: agreement.id,
        organisationId: own.organisationId,
        data: { version: number, sha256: columns.sha256, note: draft.note },
      })
      if (step === "revise")
        await notify(trx, ctx, { organisationIds: [other.organisationId] }, "agreement-version", {
          title,
          region: own.regionName,
          note: draft.note,
          code,
        })
    })
  } catch (error) {
    // Somebody was faster between our look and our write: the answer is the same as if he had been a minute earlier.
    if (!isDomainError(error) || error.key !== "stale") throw error
    const moved = await getAgreement(ctx, code)
    next(agreementFlow, moved.status, moved.status === "draft" ? "redraft" : "revise")
    return { stale: await staleDraft(ctx, moved, draft) }
  }
  return { saved: number }
}

async function staleDraft(ctx: Ctx, agreement: Agreement, draft: Draft): Promise<StaleDraft> {
  // A base that never was cannot come from a page of ours.
  if (draft.base > agreement.versionNumber) throw conflict("stale")
  const versions = await getVersions(ctx, agreement, [draft.base, agreement.versionNumber])
  const base = versions.get(draft.base)!
  const theirs = versions.get(agreement.versionNumber)!
  return {
    base: base.number,
    newest: theirs.number,
    lockVersion: agreement.lockVersion,
    author: theirs.authorName,
    note: theirs.note,
    changes: {
      heads: headDifference(base.content, theirs.content),
      clauses: textDifference(base.content.text, theirs.content.text).filter(({ status }) => status !== "same"),
    },
    merge: mergeDrafts(base.content, theirs.content, draft.content),
  }
}
