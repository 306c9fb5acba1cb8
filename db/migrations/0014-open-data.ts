// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

/** Orders that feeds and calendars are read in: organisations by verification, sessions by their beginning. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex("organisation_verified")
    .on("organisation")
    .columns(["status", "verified_at", "id"])
    .execute()
  await db.schema.createIndex("learning_session_starts").on("learning_session").columns(["starts_at", "id"]).execute()
}
