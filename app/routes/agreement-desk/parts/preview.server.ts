import type { AgreementDocument } from "#app/domain/agreement/document/document.ts"
import { documentsOf, liveDocument } from "#app/domain/agreement/documents.server.ts"
import { printedDocument } from "#app/domain/agreement/printed-document.ts"
import type { Agreement } from "#app/domain/agreement/queries.server.ts"
import { type Signatory, signatoriesOf } from "#app/domain/agreement/signatories.server.ts"
import type { Version } from "#app/domain/agreement/versions.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"

/**
 * A version as the paper that it would become today: with the numbers given so far and those who would sign. The
 * version that has been locked is shown as it was printed.
 */
export async function previewOf(
  ctx: Ctx,
  agreement: Agreement,
  version: Version,
): Promise<{ document: AgreementDocument; signatories: ReadonlyMap<string, Signatory> }> {
  const signatories = await signatoriesOf(ctx.db, agreement, ctx.now)
  if (agreement.lockedAt !== null) {
    const locked = liveDocument(await documentsOf(ctx, agreement))
    if (locked?.versionNumber === version.number) return { document: locked.input, signatories }
  }
  const facts = { verifyCode: "", verifyUrl: "", demo: agreement.demoSince !== null, createdAt: ctx.now }
  return { document: printedDocument(agreement, version.content, signatories, facts), signatories }
}
