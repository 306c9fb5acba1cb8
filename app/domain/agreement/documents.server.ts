import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"
import type { AgreementDocument } from "./document/document.ts"
import { publicStates } from "./parties.ts"
import { type Agreement, getAgreement } from "./queries.server.ts"

/** A file of a document: 0 is the unsealed base, n the file after the n-th seal. */
export type Revision = { readonly ordinal: number; readonly sha256: string; readonly size: number }

/** One rendering of the locked text with its newest file. */
export type LockedDocument = {
  readonly id: string
  readonly round: number
  readonly versionNumber: number
  readonly verifyCode: string
  readonly pages: number
  readonly input: AgreementDocument
  readonly createdAt: string
  readonly voidedAt: string | null
  readonly voidReason: string
  readonly newest: Revision
}

/** The documents of an agreement, the newest round first; at most the first is not void. */
export async function documentsOf(ctx: Ctx, agreement: Pick<Agreement, "id">): Promise<LockedDocument[]> {
  const rows = await ctx.db
    .selectFrom("agreementDocument as document")
    .innerJoin("agreementRevision as revision", "revision.documentId", "document.id")
    .select(["document.id", "document.round", "document.versionNumber", "document.verifyCode", "document.pages"])
    .select(["document.input", "document.createdAt", "document.voidedAt", "document.voidReason"])
    .select(["revision.ordinal", "revision.sha256", "revision.size"])
    .where("document.agreementId", "=", agreement.id)
    .where((eb) =>
      eb(
        "revision.ordinal",
        "=",
        eb
          .selectFrom("agreementRevision as later")
          .select((inner) => inner.fn.max("later.ordinal").as("ordinal"))
          .whereRef("later.documentId", "=", "document.id"),
      ),
    )
    .orderBy("document.round", "desc")
    .execute()
  return rows.map(({ input, ordinal, sha256, size, ...row }) => ({
    ...row,
    // Written by the lock from the same type, never from outside.
    input: JSON.parse(input) as AgreementDocument,
    newest: { ordinal, sha256, size },
  }))
}

/** The document that counts, or null where none is locked. */
export const liveDocument = (documents: readonly LockedDocument[]): LockedDocument | null =>
  documents.find(({ voidedAt }) => voidedAt === null) ?? null

/** A PDF to hand out: its bytes lie in the file store under `sha256`. */
export type DocumentFile = { readonly sha256: string; readonly size: number; readonly name: string }

/**
 * The sealed file of a public agreement; with `sha256`, exactly that file or nothing. Only what carries every seal is
 * public: earlier revisions are the parties' matter.
 */
export async function publicFile(ctx: Ctx, code: string, sha256?: string): Promise<DocumentFile> {
  authorize(ctx.actor, "agreement.browse")
  const agreement = await getAgreement(ctx, code)
  if (!publicStates.includes(agreement.status)) throw notFound()
  const newest = liveDocument(await documentsOf(ctx, agreement))?.newest
  if (!newest || (sha256 !== undefined && sha256 !== newest.sha256)) throw notFound()
  return { sha256: newest.sha256, size: newest.size, name: `${agreement.code}.pdf` }
}

/** The newest file of the live document for a party; with `sha256`, any file the agreement ever had, void ones too. */
export async function workingFile(ctx: Ctx, code: string, sha256?: string): Promise<DocumentFile> {
  const agreement = await getAgreement(ctx, code)
  authorize(ctx.actor, "agreement.read", agreement)
  const row = await ctx.db
    .selectFrom("agreementRevision as revision")
    .innerJoin("agreementDocument as document", "document.id", "revision.documentId")
    .select(["revision.sha256", "revision.size", "revision.ordinal", "document.round"])
    .where("revision.agreementId", "=", agreement.id)
    .$if(sha256 === undefined, (query) => query.where("document.voidedAt", "is", null))
    .$if(sha256 !== undefined, (query) => query.where("revision.sha256", "=", sha256 ?? ""))
    .orderBy("revision.ordinal", "desc")
    .limit(1)
    .executeTakeFirst()
  if (!row) throw notFound()
  const suffix = row.ordinal === 0 ? "belum-disegel" : `segel-${row.ordinal}`
  return { sha256: row.sha256, size: row.size, name: `${agreement.code}-putaran-${row.round}-${suffix}.pdf` }
}

/** The newest file of a live document, with the code that its QR carries. */
export type SealedFile = { readonly sha256: string; readonly size: number; readonly verifyCode: string }

/** The newest files of the live documents of some agreements that the caller has found public, by agreement. */
export async function sealedFilesOf(
  ctx: Ctx,
  agreementIds: readonly string[],
): Promise<ReadonlyMap<string, SealedFile>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom("agreementRevision as revision")
    .innerJoin("agreementDocument as document", "document.id", "revision.documentId")
    .select(["revision.agreementId", "revision.sha256", "revision.size", "document.verifyCode"])
    .where("revision.agreementId", "in", agreementIds)
    .where("document.voidedAt", "is", null)
    .orderBy("revision.ordinal")
    .execute()
  return new Map(rows.map(({ agreementId, ...file }) => [agreementId, file]))
}
