import type { Trx } from "#db/transaction.ts"
import type { Occasion } from "../audit/record.server.ts"

/**
 * What higher nouns do in the transaction of a lower one, so that the lower need not know them: when a mandate ends,
 * the certificate that rests on it is revoked with it.
 */
export type Reactions = {
  readonly mandateEnded: (trx: Trx, occasion: Occasion, mandateId: string, reason: string) => Promise<void>
}
