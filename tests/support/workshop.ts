import type { PrintableDocument } from "#app/domain/printable.ts"
import type { DocumentWorkshop } from "#app/domain/signature/workshop.ts"
import * as ownTasks from "#app/services/workshop-tasks.server.ts"

/** The workshop without its worker threads: the same functions (of which build is up to the caller), called here. */
export const inProcessWorkshop = (tasks: typeof ownTasks = ownTasks): DocumentWorkshop<PrintableDocument> => ({
  render: async (document) => tasks.renderTask(document),
  seal: (job) => tasks.sealTask(job),
  verify: async (job) => tasks.verifyTask(job),
  check: async (job) => tasks.verifyTask(job),
})
