import type { MembershipRole } from "#db/schema.ts"

export type Locale = "id" | "en"

/** What a program may be allowed: each names a few actions of the policy table (`policy/table.ts`). */
export const tokenScopes = ["proposals:write"] as const
export type TokenScope = (typeof tokenScopes)[number]

/** One organisation that the actor belongs to, as the policy needs it. */
export type ActorMembership = {
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly organisationVerified: boolean
  readonly role: MembershipRole
}

/** Who asks. `null` in a context means a visitor who has not signed in. */
export type Actor = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly secretariat: boolean
  readonly memberships: readonly ActorMembership[]
  /** The one organisation for which he acts in this session; every right inside an organisation comes through it. */
  readonly acting: ActorMembership | null
  readonly locale: Locale
  readonly timeZone: string
  /**
   * Set where a program acts with a token of the organisation: it may take the actions of these scopes and no other,
   * whatever the rules would allow a person in its role. Absent for people.
   */
  readonly scopes?: readonly TokenScope[]
}
