import type { Db } from "#db/connection.ts"
import type { TokenScope } from "../../kernel/actor.ts"
import type { Instant } from "../../kernel/clock.ts"
import type { Ctx } from "../../kernel/context.ts"
import { notFound } from "../../kernel/errors.ts"
import { isId } from "../../kernel/ids.ts"
import { authorize } from "../../policy/table.ts"
import { getOwnOrganisation } from "../queries.server.ts"
import { readScopes } from "./schema.ts"

/** A token as people see it; nothing here opens anything. */
export type TokenSummary = {
  readonly id: string
  readonly label: string
  readonly prefix: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: string
  /** Null where the operator made it. */
  readonly createdByName: string | null
  readonly expiresAt: string
  readonly lastUsedOn: string | null
  readonly standing: "active" | "expired" | "revoked"
}

const tokens = (db: Db) =>
  db
    .selectFrom("apiToken")
    .leftJoin("account as maker", "maker.id", "apiToken.createdBy")
    .select(["apiToken.id", "apiToken.label", "apiToken.prefix", "apiToken.scopes", "apiToken.createdAt"])
    .select(["apiToken.expiresAt", "apiToken.revokedAt", "apiToken.lastUsedOn", "maker.name as createdByName"])

function summary<T extends { scopes: string; expiresAt: string; revokedAt: string | null }>(row: T, now: Instant) {
  const { revokedAt, scopes, ...shown } = row
  const standing = revokedAt !== null ? "revoked" : row.expiresAt <= now ? "expired" : "active"
  return { ...shown, scopes: readScopes(scopes), standing } as const
}

/** Tokens of an organisation, newest first, with those that have ended; for its admins. */
export async function listTokens(ctx: Ctx, organisationId: string): Promise<TokenSummary[]> {
  await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "apiToken.read", { organisationId })
  const rows = await tokens(ctx.db)
    .where("apiToken.organisationId", "=", organisationId)
    .orderBy("apiToken.id", "desc")
    .limit(100)
    .execute()
  return rows.map((row) => summary(row, ctx.now))
}

/** One token of an organisation; for its admins. */
export async function getToken(ctx: Ctx, organisationId: string, id: string): Promise<TokenSummary> {
  await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "apiToken.read", { organisationId })
  const row = isId(id)
    ? await tokens(ctx.db)
        .where("apiToken.organisationId", "=", organisationId)
        .where("apiToken.id", "=", id)
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  return summary(row, ctx.now)
}

/** Every token, or those of the organisation under `slug`, newest first; for the operator. */
export async function tokensForOperator(
  services: Pick<Ctx, "db" | "clock">,
  slug?: string,
): Promise<(TokenSummary & { readonly organisationSlug: string })[]> {
  const all = tokens(services.db)
    .innerJoin("organisation", "organisation.id", "apiToken.organisationId")
    .select("organisation.slug as organisationSlug")
  const rows = await (slug === undefined ? all : all.where("organisation.slug", "=", slug))
    .orderBy("apiToken.id", "desc")
    .limit(1_000)
    .execute()
  const now = services.clock.now()
  return rows.map((row) => summary(row, now))
}
