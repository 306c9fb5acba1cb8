import { type SealedClause, sealedClauses } from "../agreement/sealed-clauses.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { authorize } from "../policy/table.ts"

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
