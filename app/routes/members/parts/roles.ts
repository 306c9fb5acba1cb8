import type { MembershipRole } from "#db/schema.ts"

/** The roles in the order in which pages name them. */
export const roles = ["admin", "drafter", "approver", "member"] as const satisfies readonly MembershipRole[]
