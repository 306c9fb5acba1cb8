import { webcrypto } from "node:crypto"
import type { Db } from "#db/connection.ts"
import type { AgreementStatus } from "#db/schema.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { trustOf } from "../signature/authority.server.ts"
import {
  judgeAgainstRegister,
  type RegisterStanding,
  standingInRegister,
} from "../signature/engine/verification/register.ts"
import { type PublicReport, publicReport, type VerificationReport } from "../signature/engine/verification/report.ts"
import { publicStates } from "./parties.ts"

/** Most bytes that a file to be checked may have. */
export const verificationLimit = 25_000_000

/** What the register knows of the document to which a file, or the seals in it, belong. */
export type RegisterEntry = {
  readonly code: string
  readonly title: string
  readonly status: AgreementStatus
  /** Everybody may read the agreement; where not, no more than its code is told. */
  readonly isPublic: boolean
  readonly standing: Exclude<RegisterStanding, "unrelated">
  /** Seals in this very revision; null where the file is none of the registered ones. */
  readonly ordinal: number | null
  /** Seals that the register has, and that a complete document has. */
  readonly sealed: number
  readonly complete: number
  readonly voidedAt: Instant | null
}

export type Verification = {
  readonly report: VerificationReport
  /** The complete document of an agreement that is or was in force, byte for byte. */
  readonly registered: boolean
  readonly entry: RegisterEntry | null
}

/**
 * Checks a PDF in the worker and against the register. A registered file's seals are judged for the time at which the
 * register received each; all others for now. Limited per client address. Whatever the bytes are, there is a report.
 */
export async function verifyFile(ctx: Ctx, bytes: Uint8Array): Promise<Verification> {
  authorize(ctx.actor, "document.verify")
  await countTry(ctx, "verify.address", ctx.clientAddress)
  const known = await documentOf(ctx.db, [await sha256Of(bytes)])
  const report = await ctx.workshop.verify({
    pdf: bytes,
    ...(await trustOf(ctx.db)),
    judgedAt: ctx.now,
    judgedAtByRevision: Object.fromEntries(known?.seals.map(({ sha256, signedAt }) => [sha256, signedAt]) ?? []),
  })
  const seals = report.signatures.flatMap(({ details }) => details.revision?.sha256 ?? [])
  const document = known ?? (await documentOf(ctx.db, seals))
  const standing = document ? standingInRegister(report, document.revisions) : "unrelated"
  if (!document || standing === "unrelated") return { report, registered: false, entry: null }
  const { seals: registered, revisions, ...facts } = document
  const ordinal = revisions.indexOf(report.sha256)
  const entry: RegisterEntry = {
    ...facts,
    isPublic: publicStates.includes(facts.status),
    standing,
    ordinal: ordinal < 0 ? null : ordinal,
    sealed: registered.length,
  }
  return {
    report: judgeAgainstRegister(report, revisions),
    registered: standing === "same" && facts.voidedAt === null && entry.isPublic,
    entry,
  }
}

/** The report in the shape of the public contract. */
export const contractReport = ({ report, registered, entry }: Verification): PublicReport =>
  publicReport(report, { registered, agreement: entry?.code ?? null })

/** Off the main thread: a file may weigh many megabytes. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex")
}

/** The registered document that has one of these files, with all its files and seals in order. */
async function documentOf(db: Db, sha256s: readonly string[]) {
  if (sha256s.length === 0) return null
  const found = await db
    .selectFrom("agreementRevision")
    .innerJoin("agreementDocument", "agreementDocument.id", "agreementRevision.documentId")
    .innerJoin("agreement", "agreement.id", "agreementRevision.agreementId")
    .select(["agreement.id", "agreement.code", "agreement.title", "agreement.status"])
    .select(["agreementDocument.id as documentId", "agreementDocument.voidedAt"])
    .where("agreementRevision.sha256", "in", sha256s)
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const { id, documentId, ...facts } = found
  const revisions = await db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("documentId", "=", documentId)
    .orderBy("ordinal")
    .execute()
  const seals = await db
    .selectFrom("signature")
    .select(["sha256After as sha256", "signedAt"])
    .where("documentId", "=", documentId)
    .orderBy("revisionOrdinal")
    .execute()
  const parties = await db.selectFrom("agreementParty").select("id").where("agreementId", "=", id).execute()
  return { ...facts, complete: parties.length, revisions: revisions.map(({ sha256 }) => sha256), seals }
}
