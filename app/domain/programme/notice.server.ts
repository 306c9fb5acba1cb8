import type { Trx } from "#db/transaction.ts"
import type { Ctx } from "../kernel/context.ts"
import type { MailKind, MailMessages } from "../notification/mail.ts"
import { enqueueMail } from "../notification/outbox.server.ts"

/**
 * Sends one message to those who coordinate learning in `organisationIds` and to `accountIds`, each once and in his own
 * language; not to the person who caused it, not to addresses that were never proved. What is sent names no learner.
 */
export async function notify<K extends MailKind>(
  trx: Trx,
  ctx: Ctx,
  to: { organisationIds?: readonly string[]; accountIds?: readonly string[] },
  kind: K,
  values: MailMessages[K],
): Promise<void> {
  const organisationIds = to.organisationIds ?? []
  const accountIds = [...new Set(to.accountIds ?? [])]
  if (organisationIds.length === 0 && accountIds.length === 0) return
  const people = await trx
    .selectFrom("account")
    .select(["account.email", "account.locale"])
    .where("account.deletedAt", "is", null)
    .where("account.emailVerifiedAt", "is not", null)
    .where("account.id", "!=", ctx.actor?.accountId ?? "")
    .where((eb) =>
      eb.or([
        ...(accountIds.length > 0 ? [eb("account.id", "in", accountIds)] : []),
        ...(organisationIds.length > 0
          ? [
              eb.exists(
                eb
                  .selectFrom("membership")
                  .select("membership.id")
                  .whereRef("membership.accountId", "=", "account.id")
                  .where("membership.organisationId", "in", organisationIds)
                  .where("membership.endedAt", "is", null)
                  .where("membership.role", "in", ["admin", "drafter", "approver"]),
              ),
            ]
          : []),
      ]),
    )
    .orderBy("account.id")
    .execute()
  for (const { email, locale } of people) await enqueueMail(trx, ctx.now, { to: email, locale, kind, values })
}

/** The accounts of a cohort's confirmed learners, and with `supervisors` those of their superiors. */
export async function participantsOf(
  trx: Trx,
  cohortId: string,
  options: { supervisors?: boolean } = {},
): Promise<string[]> {
  const rows = await trx
    .selectFrom("learner")
    .select(["accountId", "supervisorId"])
    .where("cohortId", "=", cohortId)
    .where("status", "in", ["confirmed", "completed"])
    .execute()
  return rows.flatMap(({ accountId, supervisorId }) => (options.supervisors ? [accountId, supervisorId] : [accountId]))
}
