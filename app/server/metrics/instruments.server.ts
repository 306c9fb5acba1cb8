import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { DatabaseObserver } from "#db/observed-dialect.ts"
import type { AnswerObserver } from "../edge/edge.server.ts"
import type { JobObserver } from "../jobs.ts"
import type { WorkshopObserver } from "./observed-workshop.ts"

/** What counts and times as things happen. Every label has few values, all of them known beforehand; none is about a person. */
export type Instruments = {
  readonly registry: Registry
  readonly answer: AnswerObserver
  readonly database: DatabaseObserver
  readonly workshop: WorkshopObserver
  readonly job: JobObserver
}

const answerSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const databaseSeconds = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]
const documentSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
const signInRoutes = new Set(["/masuk", "/en/masuk"])

/** Makes the instruments, with those of the process itself beside them. `ofProcess` false leaves the latter out. */
export function createInstruments({ ofProcess = true } = {}): Instruments {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })

  const requests = new Counter({
    name: "simpul_http_requests_total",
    help: "Requests that were not answered out of memory, by pattern of the address, method and class of the status.",
    labelNames: ["route", "method", "status"],
    registers,
  })
  const duration = new Histogram({
    name: "simpul_http_request_duration_seconds",
    help: "Time from the request to the end of its answer, of requests that were not answered out of memory.",
    labelNames: ["route"],
    buckets: answerSeconds,
    registers,
  })
  const refusedSignIns = new Counter({
    name: "simpul_sign_ins_refused_total",
    help: "Sign-ins that were refused: what was typed was wrong, or there were too many attempts.",
    labelNames: ["reason"],
    registers,
  })
  for (const reason of ["wrong", "too_many"]) refusedSignIns.inc({ reason }, 0)

  const waited = new Histogram({
    name: "simpul_database_connection_wait_seconds",
    help: "Time that work waited for a connection to the database.",
    buckets: databaseSeconds,
    registers,
  })
  const transactions = new Histogram({
    name: "simpul_database_transaction_duration_seconds",
    help: "Time from the beginning of a transaction to its end.",
    labelNames: ["end"],
    buckets: databaseSeconds,
    registers,
  })
  const inUse = new Gauge({
    name: "simpul_database_connections_in_use",
    help: "Connections to the database that work is done on.",
    registers,
  })
  const waiting = new Gauge({
    name: "simpul_database_connections_waiting",
    help: "Pieces of work that wait for a connection to the database.",
    registers,
  })

  const tasks = new Histogram({
    name: "simpul_workshop_task_duration_seconds",
    help: "Time that rendering, sealing and verifying of documents took, waiting for a thread included.",
    labelNames: ["task", "outcome"],
    buckets: documentSeconds,
    registers,
  })
  const seals = new Counter({
    name: "simpul_seals_total",
    help: "Seals that were put on documents.",
    registers,
  })

  // No label is called `job` or `instance`: those are Prometheus' own, and it renames whatever comes under them.
  const jobSuccess = new Gauge({
    name: "simpul_job_last_success_timestamp_seconds",
    help: "When periodic work last came to its end without a failure.",
    labelNames: ["name"],
    registers,
  })
  const jobFailures = new Counter({
    name: "simpul_job_failures_total",
    help: "Runs of periodic work that failed.",
    labelNames: ["name"],
    registers,
  })

  return {
    registry,
    answer({ route, method, status, seconds }) {
      const labels = { route: route ?? "none", method: methods.has(method) ? method : "other" }
      requests.inc({ ...labels, status: `${Math.floor(status / 100)}xx` })
      duration.observe({ route: labels.route }, seconds)
      if (method === "POST" && route !== null && signInRoutes.has(route)) {
        if (status === 422) refusedSignIns.inc({ reason: "wrong" })
        if (status === 429) refusedSignIns.inc({ reason: "too_many" })
      }
    },
    database: {
      waited: (seconds) => waited.observe(seconds),
      transaction: (seconds, end) => transactions.observe({ end }, seconds),
      connections(used, queued) {
        inUse.set(used)
        waiting.set(queued)
      },
    },
    workshop({ task, outcome, seconds }) {
      tasks.observe({ task, outcome }, seconds)
      if (task === "seal" && outcome === "done") seals.inc()
    },
    job(name, outcome) {
      if (outcome === "done") jobSuccess.set({ name }, Date.now() / 1000)
      jobFailures.inc({ name }, outcome === "done" ? 0 : 1)
    },
  }
}
