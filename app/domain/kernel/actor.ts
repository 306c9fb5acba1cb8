import type { MembershipRole } from "#db/schema.ts"

export type Locale = "id" | "en"

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
}
