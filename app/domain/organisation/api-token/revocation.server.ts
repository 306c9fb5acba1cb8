import { inTransaction } from "#db/transaction.ts"
import { type Occasion, record } from "../../audit/record.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { conflict, notFound } from "../../kernel/errors.ts"
import { authorize } from "../../policy/table.ts"
import { holdOrganisation } from "../aggregate.server.ts"
import { getToken } from "./queries.server.ts"

/**
 * Ends a token at once; what it wrote stays. Refuses (conflict `apiToken.over`) one that is revoked already; an expired
 * one has ended by itself.
 */
export async function revokeToken(ctx: Ctx, organisationId: string, id: string): Promise<void> {
  const token = await getToken(ctx, organisationId, id)
  authorize(ctx.actor, "apiToken.revoke", { organisationId })
  if (token.standing !== "active") throw conflict("apiToken.over")
  await end(ctx, ctx, { ...token, organisationId })
}

/** The same by the operator, who names the token by its prefix. Not found where there is none. */
export async function revokeTokenByOperator(
  services: Pick<Ctx, "db" | "clock">,
  prefix: string,
): Promise<{ readonly label: string }> {
  const token = await services.db
    .selectFrom("apiToken")
    .select(["id", "organisationId", "label", "prefix"])
    .where("prefix", "=", prefix)
    .executeTakeFirst()
  if (!token) throw notFound()
  await end(services, { actor: null, now: services.clock.now(), requestId: "admin" }, token)
  return { label: token.label }
}

async function end(
  services: Pick<Ctx, "db">,
  occasion: Occasion,
  token: { id: string; organisationId: string; label: string; prefix: string },
): Promise<void> {
  const { organisationId, label, prefix } = token
  await inTransaction(services.db, async (trx) => {
    await holdOrganisation(trx, organisationId)
    const result = await trx
      .updateTable("apiToken")
      .set({ revokedAt: occasion.now, revokedBy: occasion.actor?.accountId ?? null })
      .where("id", "=", token.id)
      .where("revokedAt", "is", null)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) throw conflict("apiToken.over")
    await record(trx, occasion, {
      type: "api_token.revoked",
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { label, prefix },
    })
  })
}
