import { findable } from "#app/domain/findable.server.ts"
import type { AppServices } from "#app/domain/kernel/context.ts"
import { keepIndex } from "#app/domain/search/index/rebuild.server.ts"
import type { Db } from "#db/connection.ts"
import { loadDemo } from "#db/seeds/demo.server.ts"
import type { EvaluationSecrets } from "./evaluation-secrets.server.ts"

const key = "demo_network"
type DemoState = "absent" | "loading" | "loaded"

/** How far the demo network in this database has come. `loading` on a start means that an earlier one was cut short. */
export async function demoState(db: Db): Promise<DemoState> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst()
  if (!row) return "absent"
  return JSON.parse(row.value) === "loaded" ? "loaded" : "loading"
}

/**
 * Loads the demo network into a database that has none, with all of it in the index of the search, and writes down
 * before and after that it did.
 */
export async function loadDemoOnce(services: AppServices, secrets: EvaluationSecrets): Promise<void> {
  await note(services, "loading")
  await loadDemo(services, { password: secrets.password, passphrase: secrets.passphrase })
  await keepIndex(services, findable)
  await note(services, "loaded")
}

async function note({ db, clock }: AppServices, state: DemoState): Promise<void> {
  const row = {
    key,
    value: JSON.stringify(state),
    sourceNote: "npm start",
    updatedAt: clock.now(),
  }
  await db
    .insertInto("setting")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: row.value, updatedAt: row.updatedAt }))
    .execute()
}
