// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

/** Programs that act for an organisation with a token, and what their requests were answered with. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("api_token")
    // The program's own account: what it writes is written by it, and nobody can sign in to it.
    .addColumn("id", "text", (c) => c.primaryKey().references("account.id"))
    .addColumn("organisation_id", "text", (c) => c.notNull().references("organisation.id"))
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("scopes", "text", (c) => c.notNull())
    .addColumn("prefix", "text", (c) => c.notNull().unique())
    .addColumn("secret_sha256", "text", (c) => c.notNull().unique())
    .addColumn("created_by", "text", (c) => c.references("account.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("revoked_at", "text")
    .addColumn("revoked_by", "text", (c) => c.references("account.id"))
    .addColumn("last_used_on", "text")
    .execute()
  await db.schema.createIndex("api_token_organisation").on("api_token").columns(["organisation_id", "id"]).execute()

  await db.schema
    .createTable("api_answer")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("token_id", "text", (c) => c.notNull().references("api_token.id"))
    .addColumn("idempotency_key", "text", (c) => c.notNull())
    .addColumn("request_sha256", "text", (c) => c.notNull())
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addUniqueConstraint("api_answer_once", ["token_id", "idempotency_key"])
    .execute()
  await db.schema.createIndex("api_answer_age").on("api_answer").column("created_at").execute()
}
