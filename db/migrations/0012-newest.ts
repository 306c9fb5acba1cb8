// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

/** Orders in which the front page reads what is new. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex("initiative_update_newest")
    .on("initiative_update")
    .columns(["published_at", "id"])
    .execute()
  await db.schema.createIndex("outcome_measure_newest").on("outcome_measure").columns(["created_at", "id"]).execute()
  await db.schema.createIndex("initiative_ended").on("initiative").columns(["status", "ended_at", "id"]).execute()
}
