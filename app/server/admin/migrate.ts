import { migrateToLatest } from "#db/migrator.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import type { Verb } from "./verb.ts"

/** Brings the database up to this version of the program. */
export const migrate: Verb = {
  usage: "migrate",
  help: [
    "brings the database to this version, and the regions with it",
    "",
    "The server does the same when it starts. Run it beforehand to see it succeed while the old version still serves.",
    "Each migration runs in one transaction: one that fails leaves nothing behind.",
  ].join("\n"),
  async run({ composed, print }) {
    const { db } = composed.services
    const results = await migrateToLatest(db)
    for (const { migrationName } of results) print(`ran ${migrationName}`)
    await loadRegions(db, { villages: true })
    print(results.length === 0 ? "The database is up to date." : `${results.length} migrations run.`)
    return 0
  },
}
