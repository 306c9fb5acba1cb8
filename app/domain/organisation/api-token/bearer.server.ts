import type { Db } from "#db/connection.ts"
import { hashSecret } from "../../identity/secret.server.ts"
import type { Actor } from "../../kernel/actor.ts"
import { type Instant, officialDay } from "../../kernel/clock.ts"
import { readScopes } from "./schema.ts"
import { readToken } from "./spelling.server.ts"

/** A program with a token, in place of a person: it acts for one organisation and within the token's scopes. */
export type ProgramActor = Actor & {
  readonly acting: NonNullable<Actor["acting"]>
  readonly scopes: NonNullable<Actor["scopes"]>
}

/**
 * Which program presents `header` (an `Authorization` header), or null where it is no token, an unknown one, an expired
 * or a revoked one: nobody learns which. The secret is looked up by its SHA-256, so what the search takes says nothing
 * about it. Notes the day of use, once a day.
 */
export async function programOf(
  services: { readonly db: Db },
  header: string | null,
  now: Instant,
): Promise<ProgramActor | null> {
  const presented = readToken(/^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "")
  if (!presented) return null
  const row = await services.db
    .selectFrom("apiToken")
    .innerJoin("organisation", "organisation.id", "apiToken.organisationId")
    .innerJoin("account", "account.id", "apiToken.id")
    .select(["apiToken.id", "apiToken.scopes", "apiToken.lastUsedOn", "apiToken.organisationId"])
    .select(["account.name", "account.locale", "account.timeZone"])
    .select(["organisation.name as organisationName", "organisation.slug as organisationSlug", "organisation.status"])
    .where("apiToken.secretSha256", "=", hashSecret(presented.secret))
    .where("apiToken.prefix", "=", presented.prefix)
    .where("apiToken.revokedAt", "is", null)
    .where("apiToken.expiresAt", ">", now)
    .executeTakeFirst()
  if (!row) return null
  const today = officialDay(now)
  if (row.lastUsedOn !== today)
    await services.db.updateTable("apiToken").set({ lastUsedOn: today }).where("id", "=", row.id).execute()
  const { organisationId, organisationName, organisationSlug } = row
  return {
    accountId: row.id,
    name: row.name,
    email: "",
    emailVerified: false,
    secretariat: false,
    // No member: what asks for membership asks for a person.
    memberships: [],
    acting: {
      ...{ organisationId, organisationName, organisationSlug },
      organisationVerified: row.status === "verified",
      role: "drafter",
    },
    locale: row.locale,
    timeZone: row.timeZone,
    scopes: readScopes(row.scopes),
  }
}
