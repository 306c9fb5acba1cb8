import { rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { type Environment, EnvironmentError } from "#app/env.server.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import { type Composed, composeServices } from "./compose.server.ts"
import { claimDataDir } from "./data-dir.server.ts"
import { demoState, loadDemoOnce } from "./demo-network.server.ts"
import { type EvaluationSecrets, evaluationSecrets } from "./evaluation-secrets.server.ts"
import type { Installation } from "./installation.server.ts"
import type { ServerLog } from "./log.server.ts"
import type { Instruments } from "./metrics/instruments.server.ts"

/** An installation that is ready to serve. */
export type Portal = {
  readonly composed: Composed
  /** Null in production. */
  readonly demo: EvaluationSecrets | null
}

/**
 * Makes an installation ready: its data folder is claimed for this mode, the database stands at the newest migration
 * with the regions in it, and an evaluation has the whole demo network. Throws `EnvironmentError` for what does not fit.
 */
export async function openPortal(
  environment: Environment,
  installation: Installation,
  log: ServerLog,
  instruments?: Instruments,
): Promise<Portal> {
  claimDataDir(environment.dataDir, environment.mode, new Date().toISOString())
  const demo = environment.mode === "production" ? null : evaluationSecrets(environment)
  const secrets = [environment.secret, demo?.secret, ...environment.previousSecrets]
  const compose = () =>
    composeServices({
      environment,
      installation,
      log,
      instruments,
      secrets: [...new Set(secrets.filter((secret) => secret !== undefined))],
    })
  let composed = compose()
  try {
    let state = await migrated(composed)
    if (demo === null && state !== "absent")
      throw new EnvironmentError([
        "DATABASE_URL names a database with the demo network in it; production will not use it.",
      ])
    if (demo !== null && state === "loading") {
      await composed.close()
      discardHalfLoaded(environment)
      composed = compose()
      state = await migrated(composed)
    }
    if (demo !== null && state === "absent") {
      if (await holdsPeople(composed))
        throw new EnvironmentError([
          "DATABASE_URL names a database that people already work with; the demo network is never loaded into it.",
        ])
      process.stdout.write("Loading the demo network …\n")
      await loadDemoOnce(composed.services, demo)
    }
    return { composed, demo }
  } catch (error) {
    await composed.close()
    throw error
  }
}

/** Whether anybody has registered or been made in this database: then it is nobody's evaluation. */
async function holdsPeople({ services }: Composed): Promise<boolean> {
  const account = await services.db.selectFrom("account").select("id").limit(1).executeTakeFirst()
  const authority = await services.db.selectFrom("authority").select("id").limit(1).executeTakeFirst()
  return account !== undefined || authority !== undefined
}

async function migrated({ services }: Composed): ReturnType<typeof demoState> {
  await migrateToLatest(services.db)
  await loadRegions(services.db, { villages: true })
  return demoState(services.db)
}

/**
 * A demo network that was cut short while loading is worth nothing, and nobody has worked with it: the portal was
 * not open yet. Only a database file inside the data folder is thrown away; any other is left for its owner.
 */
function discardHalfLoaded({ databaseUrl, dataDir }: Environment): void {
  if (dirname(databaseUrl) !== resolve(dataDir))
    throw new EnvironmentError([
      "The demo network in this database was cut short while loading. Empty the database, then start again.",
    ])
  for (const suffix of ["", "-wal", "-shm"]) rmSync(databaseUrl + suffix, { force: true })
}
