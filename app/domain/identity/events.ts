export type IdentityEvents = {
  "account.registered": Record<string, never>
  "account.email_verified": Record<string, never>
  "account.password_reset": Record<string, never>
  "account.password_changed": Record<string, never>
  "account.raised_to_secretariat": Record<string, never>
  /** Under the name that it had before; the next event carries the new one. */
  "account.renamed": Record<string, never>
  "account.deleted": Record<string, never>
}
