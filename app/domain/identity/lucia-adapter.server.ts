import type { Adapter, DatabaseSession, DatabaseUser } from "lucia"
import type { Db } from "#db/connection.ts"
import { hashSecret } from "./secret.server.ts"

/**
 * Lucia's storage over Kysely. Only the SHA-256 of a session's secret is stored, so a stolen database opens no
 * session; Lucia itself sees the secret it handed out.
 */
export function luciaAdapter(db: Db): Adapter {
  const asSession = (
    secret: string,
    row: {
      accountId: string
      expiresAt: string
      createdAt: string
      lastSeenAt: string
      device: string
      actingOrganisationId: string | null
    },
  ): DatabaseSession => ({
    id: secret,
    userId: row.accountId,
    expiresAt: new Date(row.expiresAt),
    attributes: {
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      device: row.device,
      actingOrganisationId: row.actingOrganisationId,
    },
  })
  return {
    async getSessionAndUser(secret) {
      const row = await db
        .selectFrom("session")
        .innerJoin("account", "account.id", "session.accountId")
        .selectAll("session")
        .select(["account.email", "account.name", "account.emailVerifiedAt", "account.secretariatSince"])
        .select(["account.locale", "account.timeZone"])
        .where("session.id", "=", hashSecret(secret))
        .where("account.deletedAt", "is", null)
        .executeTakeFirst()
      if (!row) return [null, null]
      const user: DatabaseUser = {
        id: row.accountId,
        attributes: {
          email: row.email,
          name: row.name,
          emailVerifiedAt: row.emailVerifiedAt,
          secretariatSince: row.secretariatSince,
          locale: row.locale,
          timeZone: row.timeZone,
        },
      }
      return [asSession(secret, row), user]
    },
    async getUserSessions(accountId) {
      const rows = await db.selectFrom("session").selectAll().where("accountId", "=", accountId).execute()
      return rows.map((row) => asSession(row.id, row))
    },
    async setSession(session) {
      const { createdAt, lastSeenAt, device, actingOrganisationId } = session.attributes
      await db
        .insertInto("session")
        .values({
          id: hashSecret(session.id),
          accountId: session.userId,
          expiresAt: session.expiresAt.toISOString(),
          createdAt,
          lastSeenAt,
          device,
          actingOrganisationId,
        })
        .execute()
    },
    async updateSessionExpiration(secret, expiresAt) {
      await db
        .updateTable("session")
        .set({ expiresAt: expiresAt.toISOString() })
        .where("id", "=", hashSecret(secret))
        .execute()
    },
    async deleteSession(secret) {
      await db.deleteFrom("session").where("id", "=", hashSecret(secret)).execute()
    },
    async deleteUserSessions(accountId) {
      await db.deleteFrom("session").where("accountId", "=", accountId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom("session").where("expiresAt", "<", new Date().toISOString()).execute()
    },
  }
}

type SessionAttributes = {
  createdAt: string
  lastSeenAt: string
  device: string
  actingOrganisationId: string | null
}

type AccountAttributes = {
  email: string
  name: string
  emailVerifiedAt: string | null
  secretariatSince: string | null
  locale: "id" | "en"
  timeZone: string
}

declare module "lucia" {
  interface Register {
    Lucia: import("lucia").Lucia<SessionAttributes, AccountAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: AccountAttributes
  }
}
