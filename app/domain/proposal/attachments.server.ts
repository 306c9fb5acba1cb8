import type { Db } from "#db/connection.ts"
import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { isId, newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { insertFile, readPaper, type StoredPaper, storeEvidence, type Upload } from "../organisation/evidence.server.ts"
import { authorize } from "../policy/table.ts"
import type { VersionFile } from "./content.ts"
import { proposalFlow, writingStep } from "./flow.ts"
import { proposalLimits } from "./limits.ts"
import { onNewest } from "./newest.server.ts"
import { getProposal, type Proposal } from "./queries.server.ts"
import { versionContents } from "./versions.server.ts"

/** The files that the next submission would carry, in the order in which they were added. */
export const filesOf = (db: Db | Trx, proposalId: string): Promise<VersionFile[]> =>
  db
    .selectFrom("proposalFile")
    .innerJoin("storedFile", "storedFile.id", "proposalFile.storedFileId")
    .select(["proposalFile.id", "storedFile.name", "storedFile.mediaType", "storedFile.size", "storedFile.sha256"])
    .where("proposalFile.proposalId", "=", proposalId)
    .where("proposalFile.removedAt", "is", null)
    .orderBy("proposalFile.id")
    .execute()

/**
 * Adds a paper to a proposal that is being written: PDF, PNG or JPEG by its bytes, up to 10 MB, up to eight. The same
 * bytes a second time are the same file. The bytes are durable before any row names them.
 */
export async function attachFile(ctx: Ctx, code: string, upload: Upload): Promise<void> {
  const before = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.attach", before)
  next(proposalFlow, before.status, writingStep(before.status))
  const stored = await storeEvidence(ctx, upload, "file")
  await onNewest(ctx, code, async (proposal) => {
    authorize(ctx.actor, "proposal.attach", proposal)
    next(proposalFlow, proposal.status, writingStep(proposal.status))
    await inTransaction(ctx.db, async (trx) => {
      await touch(trx, "proposal", proposal.id, proposal.lockVersion)
      const present = await filesOf(trx, proposal.id)
      if (present.some(({ sha256 }) => sha256 === stored.sha256)) return
      if (present.length >= proposalLimits.files)
        throw invalid("form", {
          fields: { file: ["proposal.tooManyFiles"] },
          parameters: { count: proposalLimits.files },
        })
      const organisationId = ctx.actor!.acting!.organisationId
      const storedFileId = await insertFile(trx, ctx, stored, { purpose: "proposal_attachment", organisationId })
      await trx
        .insertInto("proposalFile")
        .values({ id: newId(), proposalId: proposal.id, storedFileId, addedAt: ctx.now, removedAt: null })
        .execute()
      await trx.updateTable("proposal").set({ updatedAt: ctx.now }).where("id", "=", proposal.id).execute()
      await record(trx, ctx, {
        type: "proposal.file_added",
        subjectType: "proposal",
        subjectId: proposal.id,
        organisationId,
        data: { sha256: stored.sha256, size: stored.size },
      })
    })
  })
}

/**
 * Takes a paper out of what is being written; a second time changes nothing. Versions that were submitted with it keep
 * it. Not found where the proposal never had it.
 */
export async function removeFile(ctx: Ctx, code: string, fileId: string): Promise<void> {
  if (!isId(fileId)) throw notFound()
  await onNewest(ctx, code, async (proposal) => {
    authorize(ctx.actor, "proposal.attach", proposal)
    next(proposalFlow, proposal.status, writingStep(proposal.status))
    await inTransaction(ctx.db, async (trx) => {
      await touch(trx, "proposal", proposal.id, proposal.lockVersion)
      const file = await trx
        .selectFrom("proposalFile")
        .innerJoin("storedFile", "storedFile.id", "proposalFile.storedFileId")
        .select(["proposalFile.removedAt", "storedFile.sha256"])
        .where("proposalFile.proposalId", "=", proposal.id)
        .where("proposalFile.id", "=", fileId)
        .executeTakeFirst()
      if (!file) throw notFound()
      if (file.removedAt !== null) return
      await trx.updateTable("proposalFile").set({ removedAt: ctx.now }).where("id", "=", fileId).execute()
      await trx.updateTable("proposal").set({ updatedAt: ctx.now }).where("id", "=", proposal.id).execute()
      await record(trx, ctx, {
        type: "proposal.file_removed",
        subjectType: "proposal",
        subjectId: proposal.id,
        organisationId: ctx.actor!.acting!.organisationId,
        data: { sha256: file.sha256 },
      })
    })
  })
}

/** One file of a proposal that the reader may know of: authors know those being written, everybody those submitted. */
export async function findFile(ctx: Ctx, proposal: Proposal, fileId: string): Promise<VersionFile> {
  const known = [
    ...(proposal.side === "recipient" ? [] : await filesOf(ctx.db, proposal.id)),
    ...(await versionContents(ctx.db, proposal.id)).flatMap(({ files }) => files),
  ]
  const file = known.find(({ id }) => id === fileId)
  if (!file) throw notFound()
  return file
}

/** The bytes of a proposal's file, for those who may read the proposal. */
export async function readFile(ctx: Ctx, code: string, fileId: string): Promise<StoredPaper> {
  const proposal = await getProposal(ctx, code)
  authorize(ctx.actor, "proposal.read", proposal)
  await findFile(ctx, proposal, fileId)
  const row = await ctx.db
    .selectFrom("proposalFile")
    .select("storedFileId")
    .where("id", "=", fileId)
    .where("proposalId", "=", proposal.id)
    .executeTakeFirst()
  return readPaper(ctx, row?.storedFileId ?? null)
}
