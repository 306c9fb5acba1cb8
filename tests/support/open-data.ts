import Database from "better-sqlite3"
import { datasetKeys } from "#app/domain/publishing/datasets.ts"
import { sqliteDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import { type Answer, openApp, type TestApp } from "./app.ts"
import { type EveryRow, everyRow } from "./every-row.ts"
import { createWorld } from "./world.ts"

export type Published = {
  readonly app: TestApp
  readonly rows: EveryRow
  /** What a program gets: no cookies, no words of a browser. */
  read(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Every address of open data in this world: the lists and files, and one record of each. */
  readonly addresses: readonly string[]
  close(): Promise<void>
}

/**
 * A world in which every kind of open data has something to show. Reading changes nothing, so all tests of a file share
 * one, and its database outlives each of them.
 */
export async function publishedWorld(): Promise<Published> {
  const db = sqliteDatabase(new Database(":memory:"))
  await migrateToLatest(db)
  await loadRegions(db, { villages: false })
  const world = await createWorld({ db })
  const app = await openApp({ world })
  const rows = await everyRow(world)
  const patterns = Object.values(app.build.routes).flatMap((route) => (route?.path ? [`/${route.path}`] : []))
  const open = patterns.filter(
    (path) =>
      /^\/(en\/)?[a-z]+\.(json|csv|atom|ics)$/.test(path) ||
      new RegExp(`^/api/v1/(${datasetKeys.join("|")})`).test(path),
  )
  return {
    app,
    rows,
    read: (path, headers = {}) => app.visitor().send(path, { headers }),
    addresses: [...open, "/api/v1/openapi.json"].map((path) => rows.fill(path)),
    close: () => db.destroy(),
  }
}
