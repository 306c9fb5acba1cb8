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
  "need-opened": { title: string; organisation: string; slug: string }
  "need-closed": { title: string; organisation: string; reason: string; slug: string }
  "proposal-invited": { title: string; organisation: string; part: string; code: string }
  "proposal-partner-joined": { title: string; organisation: string; code: string }
  "proposal-partner-declined": { title: string; organisation: string; code: string }
  "proposal-partner-left": { title: string; organisation: string; code: string }
  "proposal-partner-removed": { title: string; organisation: string }
  "proposal-submitted": { title: string; organisation: string; recipient: string; version: string; code: string }
  "proposal-opened": { title: string; organisation: string; code: string }
  "proposal-revision": { title: string; organisation: string; points: string; code: string }
  "proposal-accepted": { title: string; organisation: string; remark: string; code: string }
  "proposal-declined": { title: string; organisation: string; reason: string; code: string }
  "proposal-withdrawn": { title: string; organisation: string; reason: string; code: string }
  "initiative-started": { title: string; organisation: string; part: string; id: string }
  "initiative-partner-added": { title: string; organisation: string; part: string; id: string }
  "initiative-partner-left": { title: string; organisation: string; id: string }
  "initiative-partner-removed": { title: string; organisation: string }
  "initiative-published": { title: string; organisation: string; slug: string }
  "initiative-completed": { title: string; organisation: string; id: string }
  "initiative-stopped": { title: string; organisation: string; reason: string; id: string }
  "initiative-update": { title: string; organisation: string; update: string; id: string }
  "programme-opened": { title: string; host: string; id: string }
  "programme-completed": { title: string; id: string }
  "programme-cancelled": { title: string; reason: string; id: string }
  "cohort-opened": { title: string; cohort: string; until: string; id: string }
  "cohort-started": { title: string; cohort: string; startsOn: string }
  "cohort-completed": { title: string; cohort: string }
  "cohort-cancelled": { title: string; cohort: string; reason: string }
  "learner-nominated": { title: string; cohort: string; id: string }
  "learning-nomination": { title: string; cohort: string; id: string }
  "learning-supervision": { title: string; cohort: string; id: string }
  "learner-confirmed": { title: string; cohort: string; id: string }
  "learner-declined": { title: string; cohort: string; reason: string; id: string }
  "learner-withdrawn": { title: string; cohort: string; reason: string; id: string }
  "learner-completed": { title: string; cohort: string; id: string }
  "session-planned": { title: string; session: string; startsAt: string; place: string; zone: string }
  "session-changed": { title: string; session: string; startsAt: string; place: string; zone: string }
  "session-cancelled": {
    title: string
    session: string
    startsAt: string
    place: string
    zone: string
    reason: string
  }
  "plan-submitted": { title: string; cohort: string; id: string }
  "plan-approved": { title: string; cohort: string; id: string }
  "plan-returned": { title: string; cohort: string; remark: string; id: string }
  "learning-certificate-prepared": { programme: string; number: string; learnerId: string }
  "learning-certificate-sealed": { programme: string; office: string; learnerId: string }
  "learning-certificate-revoked": { programme: string; learnerId: string }
}

export type MailKind = keyof MailMessages

/** A message as it waits in the outbox: the text is made when it is sent. */
export type QueuedMail<K extends MailKind = MailKind> = {
  readonly to: string
  readonly locale: Locale
  readonly kind: K
  readonly values: MailMessages[K]
}
