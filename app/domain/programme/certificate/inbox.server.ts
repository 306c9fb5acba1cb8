import { countAll } from "#db/portable.ts"
import type { Ctx } from "../../kernel/context.ts"
import type { InboxEntry } from "../../notification/inbox.ts"

/** Entries of one kind looked through for an inbox. */
const most = 100

/**
 * What waits for the reader around certificates, longest waiting first: those that he is to seal, and for the host's
 * drafters and approvers the cohorts whose learners have completed and have none. No entry names a learner.
 */
export async function certificateInbox(ctx: Ctx): Promise<InboxEntry[]> {
  const acting = ctx.actor?.acting
  if (!acting) return []
  const entries = [
    ...(await toSeal(ctx, acting.organisationId)),
    ...(acting.role === "member" ? [] : await toPrepare(ctx, acting.organisationId)),
  ]
  return entries.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function toSeal(ctx: Ctx, hostId: string): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("learningCertificate as certificate")
    .innerJoin("programme", "programme.id", "certificate.programmeId")
    .innerJoin("mandate", "mandate.id", "certificate.mandateId")
    .select(["certificate.learnerId", "certificate.number", "certificate.preparedAt", "programme.title"])
    .where("certificate.status", "=", "prepared")
    .where("programme.hostId", "=", hostId)
    .where("mandate.accountId", "=", ctx.actor!.accountId)
    .orderBy("certificate.preparedAt")
    .limit(most)
    .execute()
  return rows.map(({ learnerId, number, preparedAt, title }) => ({
    kind: "certificate.seal",
    title,
    values: { number },
    ids: { id: learnerId },
    since: preparedAt,
  }))
}

async function toPrepare(ctx: Ctx, hostId: string): Promise<InboxEntry[]> {
  const rows = await ctx.db
    .selectFrom("learner")
    .innerJoin("cohort", "cohort.id", "learner.cohortId")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .select(["cohort.id", "cohort.name", "programme.title", countAll().as("count")])
    .select((eb) => eb.fn.min("learner.completedAt").as("since"))
    .where("programme.hostId", "=", hostId)
    .where("learner.status", "=", "completed")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("learningCertificate as certificate")
            .select("certificate.id")
            .whereRef("certificate.learnerId", "=", "learner.id")
            .where("certificate.revokedAt", "is", null),
        ),
      ),
    )
    .groupBy(["cohort.id", "cohort.name", "programme.title"])
    .limit(most)
    .execute()
  return rows.map(({ id, name, title, count, since }) => ({
    kind: "certificate.prepare",
    title,
    values: { cohort: name, count: String(count) },
    ids: { id },
    since: since ?? ctx.now,
  }))
}
