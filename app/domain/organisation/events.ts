export type OrganisationEvents = {
  "organisation.created": { name: string; strand: string }
  "organisation.edited": { fields: string[] }
  "organisation.submitted": Record<string, never>
  "organisation.verified": { reason: string }
  "organisation.refused": { reason: string }
  "organisation.suspended": { reason: string }
  "organisation.restored": { reason: string }
  "membership.invited": { role: string }
  "membership.invitation_revoked": { role: string }
  "membership.joined": { role: string; membershipId: string }
  "membership.role_changed": { from: string; to: string; membershipId: string }
  "membership.left": { membershipId: string }
  "membership.ended": { membershipId: string }
  "mandate.entered": { office: string; basisNumber: string }
  "mandate.verified": Record<string, never>
  "mandate.refused": { reason: string }
  "mandate.ended": { reason: string }
  "api_token.created": { label: string; prefix: string; scopes: string; expiresAt: string }
  "api_token.revoked": { label: string; prefix: string }
}
