import type { VerificationReason } from "./reasons.ts"
import type { VerificationReport } from "./report.ts"

/**
 * How a file relates to the revisions of one registered document, oldest first, given by SHA-256:
 * `same` is the newest one, `sealsMissing` an older one from which later seals were cut off, `continued` has registered
 * seals but is none of the revisions, `unrelated` has none of them.
 */
export type RegisterStanding = "same" | "sealsMissing" | "continued" | "unrelated"

export function standingInRegister(report: VerificationReport, revisions: readonly string[]): RegisterStanding {
  if (report.sha256 === revisions.at(-1)) return "same"
  if (revisions.includes(report.sha256)) return "sealsMissing"
  const sealed = report.signatures.some(
    ({ details }) => details.revision && revisions.includes(details.revision.sha256),
  )
  return sealed ? "continued" : "unrelated"
}

/**
 * The report on a file that claims to be a registered document: one that lacks later seals, or goes on after the last,
 * is "changed" even where each signature that it has is good by itself.
 */
export function judgeAgainstRegister(report: VerificationReport, revisions: readonly string[]): VerificationReport {
  const standing = standingInRegister(report, revisions)
  if (standing === "same" || standing === "unrelated") return report
  const reason: VerificationReason =
    standing === "sealsMissing" ? "verification.reason.sealsMissing" : "verification.reason.notAsRegistered"
  return {
    ...report,
    verdict: report.verdict === "valid" || report.verdict === "unsigned" ? "changed" : report.verdict,
    reasons: [...report.reasons, reason],
  }
}
