// biome-ignore-all lint/suspicious/noExplicitAny: migrations run on an untyped database, frozen in time
import { type Kysely, sql } from "kysely"

/**
 * Who wrote a version and who approved it is told by the name that the person had then: a later change of name, or the
 * end of the account, does not change the record of an official act.
 */
export async function up(db: Kysely<any>): Promise<void> {
  for (const [table, column, account] of [
    ["agreement_version", "author_name", "author_id"],
    ["agreement_approval", "account_name", "account_id"],
    ["proposal_version", "author_name", "author_id"],
  ] as const) {
    await db.schema
      .alterTable(table)
      .addColumn(column, "text", (c) => c.notNull().defaultTo(""))
      .execute()
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = (select name from account where account.id = ${sql.ref(account)})`.execute(
      db,
    )
  }
}
