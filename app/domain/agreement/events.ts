export type AgreementEvents = {
  "agreement.started": { version: number; sha256: string }
  "agreement.proposed": { version: number }
  "agreement.version_saved": { version: number; sha256: string; note: string }
  "agreement.approved": { version: number }
  "agreement.approval_withdrawn": { version: number }
  "agreement.agreed": { version: number }
  "agreement.numbered": { number: string; on: string }
  "agreement.locked": { version: number; round: number; sha256: string }
  "agreement.voided": { round: number; reason: string }
  "agreement.sealed": { round: number; ordinal: number; office: string; sha256Before: string; sha256After: string }
  "agreement.entered_into_force": { sha256: string }
  "agreement.declined": { reason: string }
  "agreement.withdrawn": { reason: string }
  "agreement.cancelled": { reason: string }
  "agreement.lapsed": { on: string }
}
