import * as build from "virtual:remix/server-build"
import type { Environment } from "#app/env.server.ts"
import { PageCache } from "./cache/page-cache.server.ts"
import { createEdge } from "./edge/edge.server.ts"
import { readinessCheck } from "./health.server.ts"
import { findInstallation, programVersion } from "./installation.server.ts"
import { jobList } from "./job-list.server.ts"
import { startJobs } from "./jobs.ts"
import { listen, tryPort } from "./listen.server.ts"
import { createLog } from "./log.server.ts"
import { metricsDoor } from "./metrics/door.server.ts"
import { registerGauges } from "./metrics/gauges.server.ts"
import { createInstruments } from "./metrics/instruments.server.ts"
import { openPortal } from "./open-portal.server.ts"
import { routeTable } from "./route-table.ts"
import { standingHeaders } from "./security-headers.ts"
import { createSite } from "./site.server.ts"
import { readStaticFiles } from "./static-files.server.ts"
import { onStopSignal } from "./stop-signal.ts"
import { welcome } from "./welcome.ts"

/** Answers under way get this long to finish when the server is told to stop. */
const stopDeadlineMs = 20_000

/**
 * Runs the portal until it is told to stop. Resolves once it listens.
 * Throws `EnvironmentError` or `ListenError` for what the operator can mend.
 */
export async function runServer(environment: Environment): Promise<void> {
  const { appUrl } = environment
  await tryPort(environment)
  const { log, flush } = createLog(environment.logLevel)
  const installation = findInstallation()
  const instruments = createInstruments()
  const { composed, demo } = await openPortal(environment, installation, log, instruments)
  const { services } = composed
  const cache = new PageCache({ freshness: composed.freshness })
  const edge = createEdge({
    site: createSite({
      services,
      build,
      readiness: readinessCheck({ db: services.db, dataDir: environment.dataDir, stopping: () => edge.stopping() }),
    }),
    origin: appUrl,
    routes: routeTable(build.routes),
    files: await readStaticFiles(installation.clientDir, standingHeaders(appUrl)),
    cache,
    log,
    trustedProxies: environment.trustedProxies,
    observe: instruments.answer,
    metrics: metricsDoor(instruments.registry, environment.metricsToken),
  })
  registerGauges(instruments.registry, {
    db: services.db,
    dataDir: environment.dataDir,
    cache,
    kept: edge.kept,
    tasksWaiting: composed.tasksWaiting,
    version: programVersion(installation),
  })
  const listening = await listen(edge, environment)
  const jobs = startJobs(
    jobList(composed.mail, { forgetMail: environment.smtpUrl !== undefined }),
    services,
    instruments.job,
  )
  process.on("unhandledRejection", (error) => log.error({ error }, "a promise failed and nobody listened"))
  onStopSignal({
    async stop(signal) {
      log.info({ signal, underWay: edge.underWay() }, "stopping")
      const cut = await listening.stop(stopDeadlineMs)
      await jobs.stop()
      await composed.close()
      log.info({ cut }, "stopped")
    },
    flush,
  })
  log.info({ mode: environment.mode, port: listening.port, appUrl }, "listening")
  process.stdout.write(welcome(environment, demo))
}
