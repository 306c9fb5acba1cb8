import type { Db } from "#db/connection.ts"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { DocumentName } from "./engine/verification/report.ts"

/** A document that the portal has registered, with all its files and seals in order. */
export type RegisteredDocument<Facts> = {
  /** SHA-256 of its files, oldest first: the unsealed one, then the file after each seal. */
  readonly revisions: readonly string[]
  /** The file right after each seal, and when the register received it. */
  readonly seals: readonly { readonly sha256: string; readonly signedAt: Instant }[]
  /** It is complete and counts: its newest file, byte for byte, is the registered one. */
  readonly counts: boolean
  /** How the public contract names it. */
  readonly name: DocumentName
  readonly facts: Facts
}

/**
 * The register of one kind of document, so that whoever checks a file or a code need not know the kinds. Each noun
 * that seals documents has one; the product's are gathered in `app/domain/registers.server.ts`.
 */
export interface DocumentRegister<Facts, Checked> {
  /** The document that has one of these files; null where none of this register has. */
  findByFiles(db: Db, sha256s: readonly string[]): Promise<RegisteredDocument<Facts> | null>
  /** Whether the code beside a QR, as stored, is one of this register. */
  hasCode(db: Db, verifyCode: string): Promise<boolean>
  /** What everybody is told of the document under a code; null where the code is none of this register. */
  checkCode(ctx: Ctx, verifyCode: string): Promise<Checked | null>
}
