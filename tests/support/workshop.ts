import type { DocumentWorkshop } from "#app/domain/agreement/workshop.ts"
import { renderTask, sealTask, verifyTask } from "#app/services/workshop-tasks.server.ts"

/** The workshop without its worker threads: the same functions, called where the test stands. */
export const inProcessWorkshop = (): DocumentWorkshop => ({
  render: async (document) => renderTask(document),
  seal: (job) => sealTask(job),
  verify: async (job) => verifyTask(job),
})
