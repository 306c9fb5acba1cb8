import type { Trx } from "#db/transaction.ts"

/**
 * Takes a row until the transaction ends, without counting its lock version up: what follows must come one after the
 * other with its other writers, but depends on no form that somebody has open. Rows are held in the order programme,
 * cohort, session, learner, so that nobody waits for one who waits for him.
 */
export async function hold(
  trx: Trx,
  table: "programme" | "cohort" | "learningSession" | "learner",
  id: string,
): Promise<void> {
  await trx
    .updateTable(table)
    .set((eb) => ({ lockVersion: eb.ref("lockVersion") }))
    .where("id", "=", id)
    .execute()
}
