import type { QueuedMail } from "#app/domain/notification/mail.ts"
import { accountMail } from "./account.ts"
import { agreementMail } from "./agreement.ts"
import { certificateMail } from "./certificate.ts"
import { initiativeMail } from "./initiative.ts"
import { layOut, type Message, type Writer, type Writers } from "./message.ts"
import { organisationMail } from "./organisation.ts"
import { programmeMail } from "./programme.ts"
import { proposalMail } from "./proposal.ts"

const writers: Writers = {
  ...accountMail,
  ...organisationMail,
  ...agreementMail,
  ...programmeMail,
  ...certificateMail,
  ...proposalMail,
  ...initiativeMail,
}

/** The text of a queued message in its reader's language, with links below `origin`. */
export function writeMail(mail: QueuedMail, origin: string): Message {
  const writer = writers[mail.kind][mail.locale] as Writer<typeof mail.kind>
  return layOut(writer(mail.values), mail.locale, origin)
}
