import { lapseDueAgreements } from "#app/domain/agreement/in-force.server.ts"
import { findable } from "#app/domain/findable.server.ts"
import { forgetEndedWindows } from "#app/domain/identity/rate-limit.server.ts"
import { removeDeadSessions } from "#app/domain/identity/session.server.ts"
import { deliverDue } from "#app/domain/notification/outbox.server.ts"
import { forgetOldAnswers } from "#app/domain/organisation/api-token/once.server.ts"
import { endExpiredMandates } from "#app/domain/organisation/mandate-ending.server.ts"
import { keepIndex } from "#app/domain/search/index/rebuild.server.ts"
import type { MailTransport } from "#app/services/mail-transport.server.ts"
import type { Job } from "./jobs.ts"

const seconds = (n: number): number => n * 1000

/** Everything the server does by itself. Each asks the domain what is due; none decides anything. */
export const jobList = (mail: MailTransport, options: { forgetMail: boolean }): readonly Job[] => [
  {
    name: "deliver-mail",
    everyMs: seconds(5),
    async run(services) {
      await deliverDue(services, mail.send, { forget: options.forgetMail })
    },
  },
  {
    name: "index-for-search",
    everyMs: seconds(2),
    async run(services) {
      await keepIndex(services, findable)
    },
  },
  {
    name: "lapse-agreements",
    everyMs: seconds(300),
    async run(services) {
      await lapseDueAgreements(services)
    },
  },
  {
    name: "end-expired-mandates",
    everyMs: seconds(300),
    async run(services) {
      await endExpiredMandates(services)
    },
  },
  {
    name: "forget-what-is-over",
    everyMs: seconds(900),
    async run({ db, clock }) {
      const now = clock.now()
      await forgetEndedWindows({ db, now })
      await removeDeadSessions({ db, now })
      await forgetOldAnswers({ db, now })
    },
  },
]
