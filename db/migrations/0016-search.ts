// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import { type Kysely, sql } from "kysely"
import { dialectOf } from "../portable.ts"

/** Search over everything public: what waits to be read, what can be found, its words, and the engine's own index. */
export async function up(db: Kysely<any>): Promise<void> {
  const dialect = dialectOf(db)
  // A whole number below 2^53 that orders entries by time; SQLite's row id, and what JavaScript can hold of PostgreSQL's.
  const position = dialect === "sqlite" ? "integer" : "double precision"

  await db.schema
    .createTable("search_queue")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("subject_type", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("available_at", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("last_error", "text", (c) => c.notNull().defaultTo(""))
    .execute()
  await db.schema.createIndex("search_queue_due").on("search_queue").columns(["available_at", "id"]).execute()

  await db.schema
    .createTable("search_entry")
    .addColumn("position", position, (c) => c.notNull().primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("url_key", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("strands", "text", (c) => c.notNull())
    .addColumn("region_codes", "text", (c) => c.notNull())
    .addColumn("at", "text")
    .addColumn("demo", "integer", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("context", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addUniqueConstraint("search_entry_subject", ["kind", "subject_id"])
    .execute()

  await db.schema
    .createTable("search_word")
    .addColumn("word", "text", (c) => c.notNull().primaryKey())
    .addColumn("documents", "integer", (c) => c.notNull())
    .execute()
  await db.schema
    .createTable("search_variant")
    .addColumn("variant", "text", (c) => c.notNull())
    .addColumn("word", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("search_variant_pair", ["variant", "word"])
    .execute()
  await db.schema.createIndex("search_variant_word").on("search_variant").column("word").execute()

  await db.schema
    .createTable("search_state")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("version", "integer", (c) => c.notNull())
    .execute()
  await sql`insert into search_state (key, version) values ('index', 0)`.execute(db)

  if (dialect === "sqlite") {
    await sql`create virtual table search_index using fts5(title, context, body, facets,
      content='', contentless_delete=1, tokenize='ascii')`.execute(db)
    return
  }
  // Words are a-z and 0-9 only: by their bytes, so that "everything that begins with" is one stretch of the index.
  await sql`alter table search_word alter column word type text collate "C"`.execute(db)
  await sql`create table search_index (position double precision primary key, tokens tsvector not null)`.execute(db)
  await sql`create index search_index_tokens on search_index using gin (tokens)`.execute(db)
}
