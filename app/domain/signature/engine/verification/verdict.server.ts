import type { VerificationReason } from "./reasons.ts"
import type { SignatureReport, TimestampReport, Verdict } from "./report.ts"

/** The file is not as it was signed, whatever else may be wrong. */
const CHANGED = new Set<VerificationReason>([
  "verification.reason.contentChanged",
  "verification.reason.paddingNotZero",
  "verification.reason.changedAfter",
])

/**
 * One word for a file: "valid" only when every signature is intact and trusted and nothing forbidden came after any.
 * A time stamp must be intact but need not come from a trusted authority: it adds a proof, not a signer.
 */
export function verdictOf(signatures: readonly SignatureReport[], timestamps: readonly TimestampReport[]): Verdict {
  if (signatures.length === 0 && timestamps.length === 0) return "unsigned"
  const all = [...signatures, ...timestamps]
  if (all.some(({ reasons }) => reasons.some((reason) => CHANGED.has(reason)))) return "changed"
  if (!all.every(({ intact }) => intact)) return "invalid"
  if (signatures.length === 0) return "unsigned"
  return signatures.every(({ trusted, changesAfter }) => trusted && changesAfter !== "forbidden") ? "valid" : "invalid"
}
