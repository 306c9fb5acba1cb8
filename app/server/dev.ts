import { createServer as createViteServer } from "vite"
import { readEnvironment } from "#app/env.server.ts"

/**
 * `npm run dev`: the evaluation's data under Vite's hot reload. The server's own modules are loaded through Vite too,
 * so that they and the routes share one copy of each.
 */
async function develop(): Promise<void> {
  const environment = readEnvironment("development")
  const vite = await createViteServer({ server: { middlewareMode: true }, appType: "custom" })
  const { runDevelopment } = (await vite.ssrLoadModule(
    "/app/server/run-development.server.ts",
  )) as typeof import("./run-development.server.ts")
  await runDevelopment(environment, vite)
}

develop().catch((error: unknown) => {
  // Vite's copy of an error class is not this module's, so it is known by its name.
  const known = error instanceof Error && ["EnvironmentError", "ListenError"].includes(error.name)
  process.stderr.write(
    `Simpul cannot start.\n${known ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
})
