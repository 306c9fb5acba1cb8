import { type DialectAdapter, SqliteAdapter, SqliteDialect } from "kysely"

/** Kysely calls SQLite's DDL non-transactional; it is transactional, and a failed migration must leave nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** SQLite as Kysely knows it, with migrations that roll back whole. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter()
  }
}
