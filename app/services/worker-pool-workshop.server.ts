import { DomainError } from "#app/domain/kernel/errors.ts"
import type { PrintableDocument } from "#app/domain/printable.ts"
import type { DocumentWorkshop } from "#app/domain/signature/workshop.ts"
import { PoolBusy, TaskLost, type TaskOptions, type WorkerPool } from "./worker-pool.server.ts"
import { type Outcome, valueIn } from "./worker-pool-outcome.ts"

/** Seconds after which a person may try again where too many documents wait. */
const busyRetryAfter = 10

/**
 * The document workshop in worker threads. A full queue refuses with 429. Strangers may send any file to be
 * verified: at most all threads but one do that at once, briefly, few of them wait, and a file that outlasts its time
 * or its memory is refused as such. The portal's own files never stand in that queue; rendering, sealing and checking
 * that fail so are faults of the portal.
 */
export function poolWorkshop(pool: WorkerPool, threads: number): DocumentWorkshop<PrintableDocument> {
  const slow: TaskOptions = { timeoutMs: 60_000 }
  const verifying: TaskOptions = { timeoutMs: 10_000, atOnce: Math.max(1, threads - 1), mostWaiting: 8 }

  async function run<T>(name: string, input: unknown, options: TaskOptions): Promise<T> {
    try {
      return valueIn((await pool.run(name, input, options)) as Outcome<T>)
    } catch (error) {
      if (error instanceof PoolBusy)
        throw new DomainError("rate_limited", "workshopBusy", { retryAfter: busyRetryAfter })
      throw error
    }
  }

  return {
    render: (document) => run("render", document, slow),
    seal: (job) => run("seal", job, slow),
    check: (job) => run("check", job, slow),
    async verify(job) {
      try {
        return await run("verify", job, verifying)
      } catch (error) {
        if (error instanceof TaskLost) throw new DomainError("invalid", "documentTooDemanding", { cause: error })
        throw error
      }
    },
  }
}
