import type { ServerBuild } from "@remix-run/node"
import type { ViteDevServer } from "vite"
import type { Environment } from "#app/env.server.ts"
import { createEdge, type Edge } from "./edge/edge.server.ts"
import { readinessCheck } from "./health.server.ts"
import { findInstallation } from "./installation.server.ts"
import { jobList } from "./job-list.server.ts"
import { startJobs } from "./jobs.ts"
import { listen, tryPort } from "./listen.server.ts"
import { createLog } from "./log.server.ts"
import { openPortal } from "./open-portal.server.ts"
import { routeTable } from "./route-table.ts"
import { createSite } from "./site.server.ts"
import { onStopSignal } from "./stop-signal.ts"
import { welcome } from "./welcome.ts"

/** The portal behind Vite: modules and styles are Vite's, pages are rendered anew for each request. */
export async function runDevelopment(environment: Environment, vite: ViteDevServer): Promise<void> {
  await tryPort(environment)
  const { log, flush } = createLog(environment.logLevel)
  const { composed, demo } = await openPortal(environment, findInstallation(), log)
  const { services } = composed
  const loadBuild = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>
  const edge: Edge = createEdge({
    site: createSite({
      services,
      build: loadBuild,
      mode: "development",
      readiness: readinessCheck({ db: services.db, dataDir: environment.dataDir, stopping: () => edge.stopping() }),
    }),
    origin: environment.appUrl,
    routes: routeTable((await loadBuild()).routes),
    files: new Map(),
    cache: null,
    log,
    trustedProxies: [],
  })
  const behindVite: Edge = {
    ...edge,
    handle: (request, response) => vite.middlewares(request, response, () => edge.handle(request, response)),
  }
  const listening = await listen(behindVite, environment)
  const jobs = startJobs(jobList(composed.mail, { forgetMail: environment.smtpUrl !== undefined }), services)
  onStopSignal({
    async stop() {
      await listening.stop(1000)
      await vite.close()
      await jobs.stop()
      await composed.close()
    },
    flush,
  })
  process.stdout.write(welcome(environment, demo))
}
