import { webcrypto } from "node:crypto"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import type { RegisteredFacts } from "../registered.ts"
import { trustOf } from "./authority.server.ts"
import type { RegisteredDocument } from "./document-register.ts"
import { judgeAgainstRegister, type RegisterStanding, standingInRegister } from "./engine/verification/register.ts"
import {
  type DocumentName,
  type PublicReport,
  publicReport,
  type VerificationReport,
} from "./engine/verification/report.ts"

/** Most bytes that a file to be checked may have. */
export const verificationLimit = 25_000_000

/** What a register knows of the document to which a file, or the seals in it, belong. */
export type RegisterEntry = RegisteredFacts & {
  readonly standing: Exclude<RegisterStanding, "unrelated">
  /** Seals in this very revision; null where the file is none of the registered ones. */
  readonly ordinal: number | null
  /** Seals that the register has. */
  readonly sealed: number
}

export type Verification = {
  readonly report: VerificationReport
  /** The complete document that counts, byte for byte. */
  readonly registered: boolean
  readonly name: DocumentName
  readonly entry: RegisterEntry | null
}

/**
 * Checks a PDF in the worker and against the registers. A registered file's seals are judged for the time at which the
 * register received each; all others for now. Limited per client address. Whatever the bytes are, there is a report.
 */
export async function verifyFile(ctx: Ctx, bytes: Uint8Array): Promise<Verification> {
  authorize(ctx.actor, "document.verify")
  await countTry(ctx, "verify.address", ctx.clientAddress)
  const known = await findByFiles(ctx, [await sha256Of(bytes)])
  const report = await ctx.workshop.verify({
    pdf: bytes,
    ...(await trustOf(ctx.db)),
    judgedAt: ctx.now,
    judgedAtByRevision: Object.fromEntries(known?.seals.map(({ sha256, signedAt }) => [sha256, signedAt]) ?? []),
  })
  const seals = report.signatures.flatMap(({ details }) => details.revision?.sha256 ?? [])
  const document = known ?? (await findByFiles(ctx, seals))
  const standing = document ? standingInRegister(report, document.revisions) : "unrelated"
  if (!document || standing === "unrelated")
    return { report, registered: false, name: { agreement: null }, entry: null }
  const ordinal = document.revisions.indexOf(report.sha256)
  return {
    report: judgeAgainstRegister(report, document.revisions),
    registered: standing === "same" && document.counts,
    name: document.name,
    entry: { ...document.facts, standing, ordinal: ordinal < 0 ? null : ordinal, sealed: document.seals.length },
  }
}

/** The report in the shape of the public contract. */
export const contractReport = ({ report, registered, name }: Verification): PublicReport =>
  publicReport(report, { registered, ...name })

/** Off the main thread: a file may weigh many megabytes. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex")
}

async function findByFiles(ctx: Ctx, sha256s: readonly string[]): Promise<RegisteredDocument<RegisteredFacts> | null> {
  if (sha256s.length === 0) return null
  for (const register of ctx.registers) {
    const found = await register.findByFiles(ctx.db, sha256s)
    if (found) return found
  }
  return null
}
