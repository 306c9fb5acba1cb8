import { agreementInbox } from "#app/domain/agreement/inbox.server.ts"
import { initiativeInbox } from "#app/domain/initiative/inbox.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { InboxEntry } from "#app/domain/notification/inbox.ts"
import { organisationInbox } from "#app/domain/organisation/inbox.server.ts"
import { certificateInbox } from "#app/domain/programme/certificate/inbox.server.ts"
import { programmeInbox } from "#app/domain/programme/inbox.server.ts"
import { proposalInbox } from "#app/domain/proposal/inbox.server.ts"
import { signatureInbox } from "#app/domain/signature/inbox.server.ts"

/** All that waits for the reader, the longest waiting first. */
export async function inboxOf(ctx: Ctx): Promise<InboxEntry[]> {
  const entries = [
    ...(await organisationInbox(ctx)),
    ...(await agreementInbox(ctx)),
    ...(await signatureInbox(ctx)),
    ...(await proposalInbox(ctx)),
    ...(await initiativeInbox(ctx)),
    ...(await programmeInbox(ctx)),
    ...(await certificateInbox(ctx)),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}
