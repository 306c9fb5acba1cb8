import type { MembershipRole, OrganisationStatus, Strand } from "#db/schema.ts"

/** How the reader stands to an organisation whose desk he has opened. */
export type Standing = {
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly strand: Strand
    readonly status: OrganisationStatus
  }
  readonly role: MembershipRole
  /** He acts for it in this session. */
  readonly acting: boolean
  /** The other organisation that he acts for at the moment. */
  readonly actingFor: string | null
  /** He acts for it as an admin. */
  readonly admin: boolean
}
