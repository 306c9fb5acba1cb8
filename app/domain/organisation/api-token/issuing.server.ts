import { inTransaction, type Trx } from "#db/transaction.ts"
import { type Occasion, record } from "../../audit/record.server.ts"
import { hashSecret } from "../../identity/secret.server.ts"
import { confirmPassword } from "../../identity/sign-in.server.ts"
import type { TokenScope } from "../../kernel/actor.ts"
import { addMilliseconds, days } from "../../kernel/clock.ts"
import type { Ctx } from "../../kernel/context.ts"
import { conflict, invalid, notFound } from "../../kernel/errors.ts"
import { newId } from "../../kernel/ids.ts"
import { authorize } from "../../policy/table.ts"
import { holdOrganisation } from "../aggregate.server.ts"
import { getOwnOrganisation } from "../queries.server.ts"
import { longestTokenDays, mostTokens } from "./schema.ts"
import { newTokenParts, spellToken } from "./spelling.server.ts"

export type NewToken = {
  readonly label: string
  readonly days: number
  readonly scopes: readonly TokenScope[]
}

/** What is shown once and never again. */
export type IssuedToken = {
  readonly id: string
  readonly token: string
  readonly label: string
  readonly expiresAt: string
}

/**
 * Makes a token with which a program acts for the organisation, after its admin has typed his password again. Refuses
 * (conflict) an organisation that is not verified and one that has too many, and (invalid) a label that is in use.
 */
export async function createToken(
  ctx: Ctx,
  organisationId: string,
  wanted: NewToken & { readonly password: string },
): Promise<IssuedToken> {
  await getOwnOrganisation(ctx, organisationId)
  authorize(ctx.actor, "apiToken.create", { organisationId })
  await confirmPassword(ctx, wanted.password)
  return inTransaction(ctx.db, (trx) => issue(trx, ctx, organisationId, wanted))
}

/** The same by the operator, for the organisation under a slug. Not found where there is none. */
export async function createTokenByOperator(
  services: Pick<Ctx, "db" | "clock">,
  slug: string,
  wanted: NewToken,
): Promise<IssuedToken & { readonly organisationName: string }> {
  const organisation = await services.db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("slug", "=", slug)
    .executeTakeFirst()
  if (!organisation) throw notFound()
  const occasion: Occasion = { actor: null, now: services.clock.now(), requestId: "admin" }
  const issued = await inTransaction(services.db, (trx) => issue(trx, occasion, organisation.id, wanted))
  return { ...issued, organisationName: organisation.name }
}

async function issue(trx: Trx, occasion: Occasion, organisationId: string, wanted: NewToken): Promise<IssuedToken> {
  const { label, scopes } = wanted
  const { now } = occasion
  if (!Number.isInteger(wanted.days) || wanted.days < 1 || wanted.days > longestTokenDays || scopes.length === 0)
    throw new Error("A token has at least one scope and ends within a year")
  await holdOrganisation(trx, organisationId)
  const organisation = await trx
    .selectFrom("organisation")
    .select(["name", "status", "demoSince"])
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow()
  if (organisation.status !== "verified") throw conflict("apiToken.notVerified", { organisation: organisation.name })
  const present = await trx
    .selectFrom("apiToken")
    .select("label")
    .where("organisationId", "=", organisationId)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .execute()
  if (present.some((token) => token.label.toLowerCase() === label.toLowerCase()))
    throw invalid("form", { fields: { label: ["apiToken.labelTaken"] } })
  if (present.length >= mostTokens) throw conflict("apiToken.tooMany", { count: mostTokens })
  const id = newId()
  const parts = newTokenParts()
  const expiresAt = addMilliseconds(now, days(wanted.days))
  await trx
    .insertInto("account")
    .values({
      id,
      // No address at all, and no password: nobody signs in here, and nothing is mailed to it.
      email: `token:${id}`,
      name: `${label} (simpul_${parts.prefix})`,
      passwordHash: "",
      locale: "id",
      timeZone: "Asia/Jakarta",
      emailVerifiedAt: null,
      secretariatSince: null,
      privacyNoticeVersion: "",
      privacyAcceptedAt: now,
      createdAt: now,
      deletedAt: null,
      demoSince: organisation.demoSince,
    })
    .execute()
  await trx
    .insertInto("apiToken")
    .values({
      ...{ id, organisationId, label, expiresAt, prefix: parts.prefix },
      scopes: JSON.stringify(scopes),
      secretSha256: hashSecret(parts.secret),
      createdBy: occasion.actor?.accountId ?? null,
      createdAt: now,
      revokedAt: null,
      revokedBy: null,
      lastUsedOn: null,
    })
    .execute()
  await record(trx, occasion, {
    type: "api_token.created",
    subjectType: "organisation",
    subjectId: organisationId,
    organisationId,
    data: { label, prefix: parts.prefix, scopes: scopes.join(" "), expiresAt },
  })
  return { id, label, expiresAt, token: spellToken(parts) }
}
