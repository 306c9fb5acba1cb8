import type { Verification } from "#app/domain/agreement/file-check.server.ts"
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

export type Conclusion = {
  /** Key below `verification.conclusion`. */
  readonly key: keyof typeof kinds
  readonly kind: NoticeKind
  /** What fills the sentence. */
  readonly values: Readonly<Record<string, string | number>>
}

/** What a report and the register together come to, in one sentence. The register outweighs the mathematics. */
export function conclusionOf({ report, registered, entry }: Verification): Conclusion {
  const { sealed, complete } = entry ?? { sealed: 0, complete: 0 }
  const ordinal = entry?.ordinal ?? 0
  const values = { code: entry?.code ?? "", ordinal, sealed, complete, missing: sealed - ordinal }
  const key = keyOf()
  return { key, kind: kinds[key], values }

  function keyOf(): Conclusion["key"] {
    if (report.verdict === "unreadable") return "unreadable"
    if (entry?.standing === "continued") return "continued"
    if (entry?.voidedAt) return "voided"
    if (entry?.status === "declined") return "declined"
    if (entry?.standing === "sealsMissing") return "cutOff"
    if (registered && report.verdict === "valid") return entry?.status === "lapsed" ? "lapsed" : "registered"
    if (entry && (report.verdict === "valid" || report.verdict === "unsigned")) return "incomplete"
    return report.verdict === "valid" ? "unknown" : report.verdict
  }
}
