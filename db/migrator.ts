import { type MigrationResult, Migrator } from "kysely"
import type { Db } from "./connection.ts"
import { migrations } from "./migrations/index.ts"

const migratorOf = (db: Db) =>
  new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: async () => migrations } })

/** Brings the database to the newest migration and answers what it ran. Throws the cause where one fails. */
export async function migrateToLatest(db: Db): Promise<MigrationResult[]> {
  const { error, results } = await migratorOf(db).migrateToLatest()
  if (error) throw error
  return results ?? []
}

/** Brings an empty database to the migration `name` and no further. Throws the cause where one fails. */
export async function migrateTo(db: Db, name: string): Promise<void> {
  const { error } = await migratorOf(db).migrateTo(name)
  if (error) throw error
}

/** Names of the migrations that this build knows and the database has not run. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await migratorOf(db).getMigrations()
  return known.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}
