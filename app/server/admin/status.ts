import { pendingMigrations } from "#db/migrator.ts"
import { countAll, dialectOf } from "#db/portable.ts"
import { readinessCheck } from "../health.server.ts"
import type { Verb } from "./verb.ts"

/** Says how the installation stands. */
export const status: Verb = {
  usage: "status",
  help: [
    "says whether database, migrations and disk are in order, and what waits",
    "",
    "Exit code 0 where everything is in order, 1 where something is not.",
  ].join("\n"),
  async run({ environment, composed, print }) {
    const { db } = composed.services
    const { checks } = await readinessCheck({ db, dataDir: environment.dataDir, stopping: () => false })()
    print(`mode        ${environment.mode}`)
    print(`address     ${environment.appUrl}`)
    print(`data        ${environment.dataDir}`)
    print(`database    ${dialectOf(db)}, ${checks.database === "ok" ? "answers" : "does not answer"}`)
    print(`disk        ${checks.disk === "ok" ? "writable" : "not writable"}`)
    if (checks.database !== "ok") return 1
    const pending = await pendingMigrations(db)
    print(`migrations  ${pending.length === 0 ? "up to date" : `${pending.length} to run: ${pending.join(", ")}`}`)
    if (pending.length > 0) return 1
    const counts = await Promise.all([
      db
        .selectFrom("account")
        .select(countAll().as("n"))
        .where("deletedAt", "is", null)
        // Those of programs are no people.
        .where("id", "not in", db.selectFrom("apiToken").select("id"))
        .executeTakeFirstOrThrow(),
      db.selectFrom("organisation").select(countAll().as("n")).executeTakeFirstOrThrow(),
      db.selectFrom("agreement").select(countAll().as("n")).executeTakeFirstOrThrow(),
      db
        .selectFrom("outbox")
        .select(countAll().as("n"))
        .where("deliveredAt", "is", null)
        .where("failedAt", "is", null)
        .executeTakeFirstOrThrow(),
      db.selectFrom("outbox").select(countAll().as("n")).where("failedAt", "is not", null).executeTakeFirstOrThrow(),
    ])
    const [accounts, organisations, agreements, waiting, failed] = counts.map(({ n }) => n)
    print(`accounts    ${accounts}`)
    print(`partners    ${organisations}`)
    print(`agreements  ${agreements}`)
    print(`mail        ${waiting} waiting, ${failed} given up`)
    return checks.disk === "ok" ? 0 : 1
  },
}
