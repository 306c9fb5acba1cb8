import { type TimelineEvent, timelineOf } from "#app/domain/audit/timeline.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { termOver } from "#app/domain/organisation/mandate-ending.server.ts"
import { membershipOver } from "#app/domain/organisation/members.server.ts"
import { translator } from "#app/i18n/messages.ts"

/** A reason as people read it: what the portal writes by itself is said in the reader's language. */
export function reasonWords(ctx: Pick<Ctx, "locale">, reason: string): string {
  const t = translator(ctx.locale)
  if (reason === termOver) return t("mandate.automatic.expired")
  return reason === membershipOver ? t("mandate.automatic.membershipEnded") : reason
}

/** What happened to an organisation or a mandate, oldest first. The caller has proved that the reader may see it. */
export async function eventsOf(ctx: Ctx, subject: "organisation" | "mandate", id: string): Promise<TimelineEvent[]> {
  const events = await timelineOf(ctx.db, subject, id)
  return events.map((event) =>
    typeof event.data.reason === "string"
      ? { ...event, data: { ...event.data, reason: reasonWords(ctx, event.data.reason) } }
      : event,
  )
}
