import type { RegisteredAgreement } from "#app/domain/agreement/document-register.server.ts"
import type { RegisteredCertificate } from "#app/domain/programme/certificate/document-register.server.ts"
import type { RegisterEntry, Verification } from "#app/domain/signature/file-check.server.ts"
import type { NoticeKind } from "#app/ui/index.ts"

const kinds = {
  registered: "success",
  lapsed: "warning",
  cutOff: "danger",
  continued: "danger",
  incomplete: "warning",
  declined: "danger",
  voided: "danger",
  unknown: "warning",
  changed: "danger",
  invalid: "danger",
  unsigned: "warning",
  unreadable: "danger",
} as const satisfies Record<string, NoticeKind>

const certificateKinds = {
  registered: "success",
  revoked: "danger",
  unsealed: "warning",
  cutOff: "danger",
  continued: "danger",
  doubtful: "danger",
} as const satisfies Record<string, NoticeKind>

export type Conclusion = {
  /** The catalogue's entry with `title` and `body`. */
  readonly key:
    | `verification.conclusion.${keyof typeof kinds}`
    | `certificate.conclusion.${keyof typeof certificateKinds}`
  readonly kind: NoticeKind
  /** What fills the sentence. */
  readonly values: Readonly<Record<string, string | number>>
}

type Of<Facts> = RegisterEntry & Facts

/** What a report and the register together come to, in one sentence. The register outweighs the mathematics. */
export function conclusionOf(verification: Verification): Conclusion {
  const { entry, report } = verification
  if (entry?.kind === "certificate" && report.verdict !== "unreadable") {
    const key = ofCertificate(verification, entry)
    return {
      key: `certificate.conclusion.${key}`,
      kind: certificateKinds[key],
      values: { code: entry.verifyCode },
    }
  }
  const agreement = entry?.kind === "agreement" ? entry : null
  const { sealed, complete } = agreement ?? { sealed: 0, complete: 0 }
  const ordinal = agreement?.ordinal ?? 0
  const values = { code: agreement?.code ?? "", ordinal, sealed, complete, missing: sealed - ordinal }
  const key = ofAgreement(verification, agreement)
  return { key: `verification.conclusion.${key}`, kind: kinds[key], values }
}

function ofAgreement({ report, registered }: Verification, entry: Of<RegisteredAgreement> | null): keyof typeof kinds {
  if (report.verdict === "unreadable") return "unreadable"
  if (entry?.standing === "continued") return "continued"
  if (entry?.voidedAt) return "voided"
  if (entry?.status === "declined") return "declined"
  if (entry?.standing === "sealsMissing") return "cutOff"
  if (registered && report.verdict === "valid") return entry?.status === "lapsed" ? "lapsed" : "registered"
  if (entry && (report.verdict === "valid" || report.verdict === "unsigned")) return "incomplete"
  return report.verdict === "valid" ? "unknown" : report.verdict
}

function ofCertificate(
  { report, registered }: Verification,
  entry: Of<RegisteredCertificate>,
): keyof typeof certificateKinds {
  if (entry.standing === "continued") return "continued"
  if (entry.status === "revoked") return "revoked"
  if (entry.standing === "sealsMissing") return "cutOff"
  if (entry.status === "prepared") return "unsealed"
  return registered && report.verdict === "valid" ? "registered" : "doubtful"
}
