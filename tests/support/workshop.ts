import type { PrintableDocument } from "#app/domain/printable.ts"
import type { DocumentWorkshop } from "#app/domain/signature/workshop.ts"
import { renderTask, sealTask, verifyTask } from "#app/services/workshop-tasks.server.ts"

/** The workshop without its worker threads: the same functions, called where the test stands. */
export const inProcessWorkshop = (): DocumentWorkshop<PrintableDocument> => ({
  render: async (document) => renderTask(document),
  seal: (job) => sealTask(job),
  verify: async (job) => verifyTask(job),
  check: async (job) => verifyTask(job),
})
