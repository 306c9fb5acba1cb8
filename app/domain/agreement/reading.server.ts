import type { Ctx } from "../kernel/context.ts"
import { newId } from "../kernel/ids.ts"
import { type HeadDifference, headDifference } from "./content.ts"
import { readContent } from "./draft.server.ts"
import type { Agreement } from "./queries.server.ts"
import type { SealingState } from "./sealing-state.server.ts"
import type { Seal } from "./seals.server.ts"
import { type ClauseDifference, textDifference } from "./text/difference.ts"

/** What happened to a document between a signer's last look and now. */
export type SinceLastLook =
  /** He has not looked at this agreement's document before. */
  | { readonly kind: "first" }
  | {
      readonly kind: "again"
      readonly readAt: string
      /** The version that he read; equal to `toVersion` where the text is the same. */
      readonly fromVersion: number
      readonly toVersion: number
      readonly heads: readonly HeadDifference[]
      /** Only the clauses that differ. */
      readonly clauses: readonly ClauseDifference[]
      /** The text was locked anew: numbers, names and the file may differ even where the version does not. */
      readonly relocked: boolean
      /** Seals that were added since. */
      readonly seals: readonly Seal[]
    }

/**
 * What changed since the actor last confirmed to have read this document, or first looked at it. The first look is
 * noted here; after that only `noteReading` moves the mark, so that loading a page again hides nothing.
 */
export async function sinceLastLook(ctx: Ctx, agreement: Agreement, document: SealingState): Promise<SinceLastLook> {
  const reading = await ctx.db
    .selectFrom("agreementReading")
    .leftJoin("agreementRevision", "agreementRevision.sha256", "agreementReading.revisionSha256")
    .select(["agreementReading.versionNumber", "agreementReading.readAt"])
    .select(["agreementRevision.documentId", "agreementRevision.ordinal"])
    .where("agreementReading.agreementId", "=", agreement.id)
    .where("agreementReading.accountId", "=", ctx.actor!.accountId)
    .executeTakeFirst()
  if (!reading) {
    await ctx.db
      .insertInto("agreementReading")
      .values(readingRow(ctx, agreement, document))
      .onConflict((taken) => taken.columns(["agreementId", "accountId"]).doNothing())
      .execute()
    return { kind: "first" }
  }
  const relocked = reading.documentId !== document.id
  const seen = relocked ? 0 : (reading.ordinal ?? 0)
  return {
    kind: "again",
    readAt: reading.readAt,
    fromVersion: reading.versionNumber,
    toVersion: document.versionNumber,
    ...(await contentDifference(ctx, agreement, reading.versionNumber, document.versionNumber)),
    relocked,
    seals: document.seals.filter(({ revisionOrdinal }) => revisionOrdinal > seen),
  }
}

/** Notes that the actor has read the document as it is now. */
export async function noteReading(ctx: Ctx, agreement: Agreement, document: SealingState): Promise<void> {
  const { id: _, agreementId: __, accountId: ___, ...seen } = readingRow(ctx, agreement, document)
  await ctx.db
    .insertInto("agreementReading")
    .values(readingRow(ctx, agreement, document))
    .onConflict((taken) => taken.columns(["agreementId", "accountId"]).doUpdateSet(seen))
    .execute()
}

const readingRow = (ctx: Ctx, agreement: Agreement, document: SealingState) => ({
  id: newId(),
  agreementId: agreement.id,
  accountId: ctx.actor!.accountId,
  versionNumber: document.versionNumber,
  revisionSha256: document.newest.sha256,
  readAt: ctx.now,
})

async function contentDifference(ctx: Ctx, agreement: Agreement, from: number, to: number) {
  if (from === to) return { heads: [], clauses: [] }
  const rows = await ctx.db
    .selectFrom("agreementVersion")
    .select(["number", "title", "text", "particulars"])
    .where("agreementId", "=", agreement.id)
    .where("number", "in", [from, to])
    .execute()
  const content = (number: number) => readContent(rows.find((row) => row.number === number)!)
  const [before, after] = [content(from), content(to)]
  return {
    heads: headDifference(before, after),
    clauses: textDifference(before.text, after.text).filter(({ status }) => status !== "same"),
  }
}
