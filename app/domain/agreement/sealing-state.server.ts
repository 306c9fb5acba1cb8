import type { Ctx } from "../kernel/context.ts"
import { documentsOf, type LockedDocument, liveDocument } from "./documents.server.ts"
import type { Agreement } from "./queries.server.ts"
import { type Seal, sealsOf } from "./seals.server.ts"

/** A locked document on its way to being fully sealed, with its seals in their order. */
export type SealingState = LockedDocument & { readonly seals: readonly Seal[] }

/** The document that is being sealed or has been: the one whose lock was not voided. Null where nothing is locked. */
export async function sealingState(ctx: Ctx, agreement: Pick<Agreement, "id">): Promise<SealingState | null> {
  const document = liveDocument(await documentsOf(ctx, agreement))
  return document && { ...document, seals: await sealsOf(ctx.db, [agreement.id]) }
}
