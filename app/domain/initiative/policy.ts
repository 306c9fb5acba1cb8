import { forVerifiedOrganisation } from "../kernel/rule.ts"

/** Actions on initiatives. */
export const initiativePolicy = {
  "initiative.start": forVerifiedOrganisation("drafter", "approver"),
} as const
