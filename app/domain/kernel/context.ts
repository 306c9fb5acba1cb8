import type { Db } from "#db/connection.ts"
import type { Trx } from "#db/transaction.ts"
import type { PrintableDocument } from "../printable.ts"
import type { CheckedDocument, RegisteredFacts } from "../registered.ts"
import type { DocumentRegister } from "../signature/document-register.ts"
import type { DocumentWorkshop } from "../signature/workshop.ts"
import type { Actor, Locale } from "./actor.ts"
import type { Clock, Instant } from "./clock.ts"
import type { FileStore } from "./file-store.ts"
import type { Reactions } from "./reactions.ts"

/** What an installation is, fixed at start. */
export type Settings = {
  /** Origin of every absolute URL, without a trailing slash. */
  readonly appUrl: string
  /** Evaluation mode: demonstration marks on pages and papers, mail readable at /dev/surat. */
  readonly demo: boolean
  /** Newest first; older ones still open what was encrypted under them. */
  readonly secrets: readonly string[]
  /** Where people write to the network's secretariat; null where the operator has named none. */
  readonly secretariatEmail: string | null
}

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Everything the domain needs from outside; composed once by the server, or by a test. */
export type AppServices = {
  readonly db: Db
  readonly clock: Clock
  readonly files: FileStore
  readonly workshop: DocumentWorkshop<PrintableDocument>
  readonly settings: Settings
  readonly log: Log
  readonly reactions: Reactions
  /** Asked in this order about a file or a code that somebody wants to check. */
  readonly registers: readonly DocumentRegister<RegisteredFacts, CheckedDocument>[]
  /** Told after a commit that public pages may have changed. */
  readonly publicChanged: () => void
}

/** One request's view of the services: who asks, when, in which language. `now` does not move during a request. */
export type Ctx = AppServices & {
  readonly actor: Actor | null
  readonly now: Instant
  readonly locale: Locale
  readonly requestId: string
  /** For rate limits only; never stored or logged in clear. */
  readonly clientAddress: string
}

/** The same context inside a transaction. */
export const within = (ctx: Ctx, trx: Trx): Ctx => ({ ...ctx, db: trx as unknown as Db })
