import type { Locale } from "../kernel/actor.ts"

/** Every message the portal sends, with what its text needs; links are made from ids and tokens when it is sent. */
export type MailMessages = {
  "verify-email": { name: string; token: string }
  "already-registered": { name: string }
  "reset-password": { name: string; token: string }
  "password-changed": { name: string }
  "account-deleted": { name: string }
  invitation: { organisation: string; inviter: string; role: string; token: string }
  "organisation-submitted": { organisation: string; organisationId: string }
  "organisation-verified": { organisation: string; organisationId: string }
  "organisation-refused": { organisation: string; reason: string; organisationId: string }
  "organisation-suspended": { organisation: string; reason: string; organisationId: string }
  "organisation-restored": { organisation: string; reason: string; organisationId: string }
  "membership-ended": { organisation: string }
  "mandate-entered": { organisation: string; office: string; mandateId: string }
  "mandate-verified": { organisation: string; office: string; mandateId: string }
  "mandate-refused": { organisation: string; office: string; reason: string; mandateId: string }
  "agreement-proposed": { title: string; region: string; code: string }
  "agreement-version": { title: string; region: string; note: string; code: string }
  "agreement-approved": { title: string; region: string; code: string }
  "agreement-locked": { title: string; code: string }
  "agreement-voided": { title: string; reason: string; code: string }
  "agreement-sealed": { title: string; office: string; code: string }
  "agreement-in-force": { title: string; code: string }
  "agreement-stopped": { title: string; region: string; reason: string; code: string }
  "certificate-revoked": { office: string; reason: string }
}

export type MailKind = keyof MailMessages

/** A message as it waits in the outbox: the text is made when it is sent. */
export type QueuedMail<K extends MailKind = MailKind> = {
  readonly to: string
  readonly locale: Locale
  readonly kind: K
  readonly values: MailMessages[K]
}
