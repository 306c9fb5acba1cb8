import type { Trx } from "#db/transaction.ts"
import type { Locale } from "../kernel/actor.ts"

export type Recipient = { readonly to: string; readonly locale: Locale }

const people = (trx: Trx) =>
  trx.selectFrom("account").select(["account.email as to", "account.locale"]).where("account.deletedAt", "is", null)

/** Who is told of something that waits for the secretariat. */
export const secretariatRecipients = (trx: Trx): Promise<Recipient[]> =>
  people(trx).where("account.secretariatSince", "is not", null).orderBy("account.id").execute()

/** The admins of an organisation. */
export const adminRecipients = (trx: Trx, organisationId: string): Promise<Recipient[]> =>
  people(trx)
    .innerJoin("membership", "membership.accountId", "account.id")
    .where("membership.organisationId", "=", organisationId)
    .where("membership.role", "=", "admin")
    .where("membership.endedAt", "is", null)
    .orderBy("account.id")
    .execute()

/** These accounts, each once, without those that are deleted. */
export const accountRecipients = (trx: Trx, accountIds: readonly string[]): Promise<Recipient[]> =>
  people(trx)
    .where("account.id", "in", [...new Set(accountIds)])
    .orderBy("account.id")
    .execute()
