import type { CertificateRevokeClass, LearningCertificateStatus } from "#db/schema.ts"
import type { Instant, LocalDate } from "../../kernel/clock.ts"
import type { Ctx } from "../../kernel/context.ts"
import type { CertificateDocument } from "./document.ts"
import { initialsOf } from "./initials.ts"

/** What the code beside a certificate's QR tells everybody: no name but its initials, and no number of a person. */
export type CheckedCertificate = {
  readonly kind: "certificate"
  readonly verifyCode: string
  readonly state: LearningCertificateStatus
  /** When it came into this state. */
  readonly since: Instant
  readonly demo: boolean
  /** Why it no longer counts; only of a revoked one. */
  readonly revokeClass: CertificateRevokeClass | null
  /** What it says; only while it counts. */
  readonly certificate: CertificateFacts | null
}

export type CertificateFacts = {
  readonly number: string
  readonly initials: string
  readonly programme: string
  readonly programmeSlug: string
  readonly host: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly hours: number
  readonly pages: number
  readonly sha256: string
  readonly seal: { readonly office: string; readonly signedAt: Instant }
}

/** The certificate under a code as stored; null where there is none. */
export async function checkCertificateCode(ctx: Ctx, verifyCode: string): Promise<CheckedCertificate | null> {
  const row = await ctx.db
    .selectFrom("learningCertificate as certificate")
    .innerJoin("programme", "programme.id", "certificate.programmeId")
    .selectAll("certificate")
    .select("programme.slug")
    .where("certificate.verifyCode", "=", verifyCode)
    .executeTakeFirst()
  if (!row) return null
  const document = JSON.parse(row.input) as CertificateDocument
  const { programme } = document
  return {
    kind: "certificate",
    verifyCode,
    state: row.status,
    since: row.revokedAt ?? row.sealedAt ?? row.preparedAt,
    demo: document.demo,
    revokeClass: row.revokeClass,
    certificate:
      row.status === "sealed" && row.sha256 !== null && row.sealedAt !== null
        ? {
            number: row.number,
            initials: initialsOf(document.learner.name),
            programme: programme.title,
            programmeSlug: row.slug,
            host: programme.host,
            from: programme.from,
            until: programme.until,
            hours: row.hours,
            pages: row.pages,
            sha256: row.sha256,
            seal: { office: row.office, signedAt: row.sealedAt },
          }
        : null,
  }
}
