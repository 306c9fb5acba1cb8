import type { Db } from "#db/connection.ts"
import { readContent } from "../agreement/draft.server.ts"
import { articleNumbers } from "../agreement/text/clause.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"

/** A clause of the sealed text, with the number of its article. */
export type SealedClause = { readonly key: string; readonly title: string; readonly article: number }

/** The articles of the version that an agreement was sealed in; empty where it has no sealed text. */
export async function sealedClauses(db: Db, agreementId: string): Promise<SealedClause[]> {
  const row = await db
    .selectFrom("agreementVersion as version")
    .innerJoin("agreementDocument as document", (join) =>
      join
        .onRef("document.agreementId", "=", "version.agreementId")
        .onRef("document.versionNumber", "=", "version.number"),
    )
    .select(["version.title", "version.text", "version.particulars"])
    .where("version.agreementId", "=", agreementId)
    .where("document.voidedAt", "is", null)
    .executeTakeFirst()
  if (!row) return []
  const { clauses } = readContent(row).text
  const numbers = articleNumbers(clauses)
  return clauses.flatMap(({ key, title }, index) => {
    const article = numbers[index] ?? null
    return article === null ? [] : [{ key, title, article }]
  })
}

/** An agreement in force on which the acting organisation can build a programme as its host. */
export type ProgrammeBasis = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly periodUntil: string | null
  readonly senderId: string
  readonly senderName: string
  readonly senderStatus: string
  readonly demo: boolean
}

/** The agreements in force that the acting organisation is party to, newest first; with `code`, that one alone. */
export async function listBases(ctx: Ctx, code?: string): Promise<ProgrammeBasis[]> {
  authorize(ctx.actor, "programme.start")
  const acting = ctx.actor!.acting!.organisationId
  const rows = await ctx.db
    .selectFrom("agreement")
    .innerJoin("agreementParty as own", "own.agreementId", "agreement.id")
    .innerJoin("agreementParty as other", (join) =>
      join.onRef("other.agreementId", "=", "agreement.id").onRef("other.id", "!=", "own.id"),
    )
    .innerJoin("organisation as sender", "sender.id", "other.organisationId")
    .select(["agreement.id", "agreement.code", "agreement.title", "agreement.periodUntil", "agreement.demoSince"])
    .select(["sender.id as senderId", "sender.name as senderName", "sender.status as senderStatus"])
    .where("agreement.status", "=", "in_force")
    .where("own.organisationId", "=", acting)
    .$if(code !== undefined, (query) => query.where("agreement.code", "=", code ?? ""))
    .orderBy("agreement.inForceAt", "desc")
    .orderBy("agreement.id", "desc")
    .limit(200)
    .execute()
  return rows.map(({ demoSince, ...row }) => ({ ...row, demo: demoSince !== null }))
}

/** One of them, with the articles that the programme can name. */
export async function getBasis(ctx: Ctx, code: string): Promise<ProgrammeBasis & { clauses: SealedClause[] }> {
  const [basis] = await listBases(ctx, code)
  if (!basis) throw notFound()
  return { ...basis, clauses: await sealedClauses(ctx.db, basis.id) }
}

/** The articles that a programme of the actor's organisation can name. */
export async function sealedClausesOf(
  ctx: Ctx,
  programme: { readonly agreementId: string; readonly hostId: string },
): Promise<SealedClause[]> {
  authorize(ctx.actor, "programme.edit", programme)
  return sealedClauses(ctx.db, programme.agreementId)
}
