import type { AgreementStatus } from "#db/schema.ts"
import { missingParticulars, type VersionParticulars } from "./particulars.ts"

/** What somebody of a side can do next to bring the agreement forward. */
export const taskKinds = ["finish", "approve", "read", "number", "complete", "lock", "sign"] as const
export type TaskKind = (typeof taskKinds)[number]

/** An agreement from where one side stands. */
export type SideView = VersionParticulars & {
  readonly status: AgreementStatus
  readonly versionByOwnSide: boolean
  readonly ownApproved: boolean
  readonly ownNumbered: boolean
  readonly otherNumbered: boolean
  readonly ownSealed: boolean
}

/** What the reader may do for his side. */
export type SideRights = {
  readonly draft: boolean
  readonly approve: boolean
  readonly number: boolean
  readonly lock: boolean
  /** Holds the mandate under which his side signs. */
  readonly sign: boolean
}

/** The one thing that waits for this reader; null where it is somebody else's turn. */
export function taskOf(view: SideView, rights: SideRights): TaskKind | null {
  switch (view.status) {
    case "draft":
      return rights.draft ? "finish" : null
    case "negotiation":
      if (view.ownApproved) return null
      if (rights.approve) return "approve"
      return rights.draft && !view.versionByOwnSide ? "read" : null
    case "agreed":
      if (missingParticulars(view).length > 0) return rights.draft ? "complete" : null
      if (!view.ownNumbered) return rights.number ? "number" : null
      return view.otherNumbered && rights.lock ? "lock" : null
    case "signing":
      return !view.ownSealed && rights.sign ? "sign" : null
    default:
      return null
  }
}
