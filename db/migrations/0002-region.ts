// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import type { Kysely } from "kysely"

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("region")
    .addColumn("code", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("province_code", "text", (c) => c.notNull())
    .addColumn("decree", "text", (c) => c.notNull())
    .execute()
  await db.schema.createIndex("region_province").on("region").columns(["province_code", "code"]).execute()

  await db.schema
    .createTable("district")
    .addColumn("code", "text", (c) => c.primaryKey())
    .addColumn("region_code", "text", (c) => c.notNull().references("region.code"))
    .addColumn("name", "text", (c) => c.notNull())
    .execute()
  await db.schema.createIndex("district_region").on("district").columns(["region_code", "code"]).execute()

  await db.schema
    .createTable("village")
    .addColumn("code", "text", (c) => c.primaryKey())
    .addColumn("district_code", "text", (c) => c.notNull().references("district.code"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .execute()
  await db.schema.createIndex("village_district").on("village").columns(["district_code", "code"]).execute()
}
