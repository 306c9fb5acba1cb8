import { setPriority } from "node:os"
import type { PrintableDocument } from "#app/domain/printable.ts"
import type { SealJob, VerifyJob } from "#app/domain/signature/workshop.ts"
import { outcomeOf } from "#app/services/worker-pool-outcome.ts"
import { renderTask, sealTask, verifyTask } from "#app/services/workshop-tasks.server.ts"

// Linux counts priority by thread, elsewhere this would slow the whole process: documents yield to readers' requests.
if (process.platform === "linux") setPriority(0, 10)

/** The tasks of a worker thread; each answers an outcome as plain data and never throws. */
export const render = (document: PrintableDocument) => outcomeOf(() => renderTask(document))
export const seal = (job: SealJob) => outcomeOf(() => sealTask(job))
export const verify = (job: VerifyJob) => outcomeOf(() => verifyTask(job))
export const check = verify
