import { inTransaction, type Trx } from "#db/transaction.ts"
import { notify } from "../agreement/notice.server.ts"
import { assertSeen } from "../agreement/queries.server.ts"
import { record } from "../audit/record.server.ts"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { filesOf } from "./attachments.server.ts"
import { completeDraft, type Faults, readDraft } from "./draft.server.ts"
import { proposalFlow } from "./flow.ts"
import { takesProposals } from "./need-queries.server.ts"
import { answerFaults, openPoints, pointsOf } from "./points.server.ts"
import { assertSidesVerified, getProposal, type Proposal } from "./queries.server.ts"
import { versionColumns } from "./versions.server.ts"

/** What keeps the draft that stands from being submitted, by field of the drafting form; empty where nothing does. */
export async function submissionFaults(ctx: Ctx, proposal: Proposal): Promise<Faults> {
  const draft = readDraft(proposal.draft)
  const complete = completeDraft(draft)
  const points = openPoints(await pointsOf(ctx.db, proposal.id), proposal.versionNumber)
  return { ...("faults" in complete ? complete.faults : {}), ...answerFaults(points, draft.answers) }
}

/**
 * Submits the draft that stands as the next version, which is never changed afterwards: its text, its files and the
 * organisations that have accepted to contribute. After a request for revision every point is answered with it.
 * Refuses what is incomplete (invalid, by field), and a first answer to a need that takes no proposals any more.
 */
export async function submitProposal(ctx: Ctx, code: string, seen: { lockVersion: number }): Promise<void> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.submit", proposal)
  const status = next(proposalFlow, proposal.status, "submit")
  assertSidesVerified(proposal)
  assertSeen(proposal, seen.lockVersion)
  const draft = readDraft(proposal.draft)
  const complete = completeDraft(draft)
  const faults = await submissionFaults(ctx, proposal)
  if ("faults" in complete || Object.keys(faults).length > 0) throw invalid("proposal.incomplete", { fields: faults })
  const number = proposal.versionNumber + 1
  const partners = proposal.partners
    .filter(({ standing }) => standing === "accepted")
    .map(({ organisationId, name, part }) => ({ organisationId, name, part }))
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "proposal", proposal.id, seen.lockVersion)
    if (number === 1 && proposal.needId !== null) await assertNeedOpen(trx, ctx, proposal.needId)
    const files = await filesOf(trx, proposal.id)
    const columns = versionColumns({ ...complete.content, files, partners })
    await trx
      .insertInto("proposalVersion")
      .values({
        ...{ id: newId(), proposalId: proposal.id, number, ...columns },
        authorId: ctx.actor!.accountId,
        authorName: ctx.actor!.name,
        createdAt: ctx.now,
      })
      .execute()
    for (const { id } of openPoints(await pointsOf(trx, proposal.id), proposal.versionNumber))
      await trx
        .updateTable("proposalPoint")
        .set({ answer: draft.answers.find(({ key }) => key === id)?.text ?? "", answeredAt: ctx.now })
        .where("id", "=", id)
        .execute()
    await trx
      .updateTable("proposal")
      .set({
        ...{ status, versionNumber: number, title: complete.content.title },
        submittedAt: ctx.now,
        openedAt: null,
        openedBy: null,
        updatedAt: ctx.now,
      })
      .where("id", "=", proposal.id)
      .execute()
    await record(trx, ctx, {
      type: "proposal.submitted",
      subjectType: "proposal",
      subjectId: proposal.id,
      organisationId: proposal.organisationId,
      data: { version: number, sha256: columns.sha256 },
    })
    await notify(
      trx,
      ctx,
      { organisationIds: [proposal.recipientId, proposal.organisationId, ...proposal.coauthorIds] },
      "proposal-submitted",
      {
        title: complete.content.title,
        organisation: proposal.organisationName,
        recipient: proposal.recipientName,
        version: String(number),
        code,
      },
    )
  })
}

/** Whether the need that a draft answers has stopped taking proposals before it was submitted. */
export const needHasClosed = (proposal: Proposal, now: Instant): boolean =>
  proposal.versionNumber === 0 &&
  proposal.needStatus !== null &&
  !takesProposals({ status: proposal.needStatus, periodUntil: proposal.needPeriodUntil ?? "" }, now)

/** Takes the need's row first, so that one who closes it at this moment comes before or after, not between. */
async function assertNeedOpen(trx: Trx, ctx: Ctx, needId: string): Promise<void> {
  const need = await trx
    .updateTable("need")
    .set((eb) => ({ lockVersion: eb.ref("lockVersion") }))
    .where("id", "=", needId)
    .returning(["status", "periodUntil"])
    .executeTakeFirstOrThrow()
  if (!takesProposals(need, ctx.now)) throw conflict("proposal.need.closed")
}
