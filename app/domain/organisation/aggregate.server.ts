import type { Trx } from "#db/transaction.ts"

/**
 * Takes an organisation's row until the transaction ends, without counting its lock version up: what follows (members,
 * invitations) depends on no form that somebody has open, but its writers must come one after the other.
 */
export async function holdOrganisation(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable("organisation")
    .set((eb) => ({ lockVersion: eb.ref("lockVersion") }))
    .where("id", "=", id)
    .execute()
}
