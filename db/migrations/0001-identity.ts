// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("account")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("password_hash", "text", (c) => c.notNull())
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("time_zone", "text", (c) => c.notNull())
    .addColumn("email_verified_at", "text")
    .addColumn("secretariat_since", "text")
    .addColumn("privacy_notice_version", "text", (c) => c.notNull())
    .addColumn("privacy_accepted_at", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("deleted_at", "text")
    .addColumn("demo_since", "text")
    .execute()

  await db.schema
    .createTable("session")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("account_id", "text", (c) => c.notNull().references("account.id").onDelete("cascade"))
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("last_seen_at", "text", (c) => c.notNull())
    .addColumn("device", "text", (c) => c.notNull())
    .addColumn("acting_organisation_id", "text")
    .execute()
  await db.schema.createIndex("session_account").on("session").columns(["account_id", "last_seen_at"]).execute()
  await db.schema.createIndex("session_expiry").on("session").column("expires_at").execute()

  await db.schema
    .createTable("mail_token")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("account_id", "text", (c) => c.notNull().references("account.id").onDelete("cascade"))
    .addColumn("purpose", "text", (c) => c.notNull())
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("used_at", "text")
    .execute()
  await db.schema.createIndex("mail_token_account").on("mail_token").columns(["account_id", "purpose"]).execute()

  await db.schema
    .createTable("rate_limit")
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject_hash", "text", (c) => c.notNull())
    .addColumn("window_started_at", "text", (c) => c.notNull())
    .addColumn("window_ends_at", "text", (c) => c.notNull())
    .addColumn("hits", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("rate_limit_key", ["action", "subject_hash"])
    .execute()
  await db.schema.createIndex("rate_limit_end").on("rate_limit").column("window_ends_at").execute()
}
