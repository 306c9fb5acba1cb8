// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

/** Serves the counts of a map and the regions that a filter offers. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ["initiative", "need"])
    await db.schema
      .createIndex(`${table}_region`)
      .on(table)
      .columns(["region_code", "published_at", "status", "affair"])
      .execute()
}
