import { practices } from "#content/practices/titles.ts"
import { addMilliseconds, days, endOfOfficialDay, officialDay } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { isId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { type CalendarEvent, icalendar } from "./calendar.ts"
import { findProgramme } from "./queries.server.ts"

export type CalendarFile = { readonly name: string; readonly text: string }

/** The absolute address of a page, as the calendar's reader opens it. */
type AddressOf = (page: { kind: "programme"; slug: string }) => string

const rows = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .selectFrom("learningSession as session")
    .innerJoin("cohort", "cohort.id", "session.cohortId")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .innerJoin("programmeModule as module", "module.id", "session.moduleId")
    .select(["session.id", "session.title", "session.place", "session.startsAt", "session.endsAt"])
    .select(["session.updatedAt", "session.sequence", "session.cancelledAt", "module.practice"])
    .select(["cohort.status as cohortStatus", "cohort.endedAt as cohortEndedAt"])
    .select(["cohort.name as cohortName", "programme.title as programmeTitle", "programme.slug"])
    .orderBy("session.startsAt")
    .orderBy("session.id")

/**
 * Sessions that the reader may put into his calendar: he is a learner with a seat, the superior of one, or acts for
 * the host or the sender.
 */
function takingPart(ctx: Ctx) {
  const actor = ctx.actor
  const acting = actor?.acting?.organisationId
  const memberOf = actor?.memberships.map(({ organisationId }) => organisationId) ?? []
  return rows(ctx).where((eb) =>
    eb.or([
      ...(acting === undefined ? [] : [eb("programme.hostId", "=", acting), eb("programme.senderId", "=", acting)]),
      eb.exists(
        eb
          .selectFrom("learner")
          .select("learner.id")
          .whereRef("learner.cohortId", "=", "cohort.id")
          .where("learner.status", "in", ["confirmed", "completed"])
          .where((inner) =>
            inner.or([
              inner("learner.accountId", "=", actor?.accountId ?? ""),
              ...(memberOf.length > 0
                ? [
                    inner.and([
                      inner("learner.supervisorId", "=", actor?.accountId ?? ""),
                      inner("programme.senderId", "in", memberOf),
                    ]),
                  ]
                : []),
            ]),
          ),
      ),
    ]),
  )
}

/** One session as a calendar file, for those who take part. */
export async function sessionCalendar(ctx: Ctx, sessionId: string, address: AddressOf): Promise<CalendarFile> {
  authorize(ctx.actor, "session.calendar")
  const found = isId(sessionId) ? await takingPart(ctx).where("session.id", "=", sessionId).execute() : []
  return fileOf(found, address, "sesi")
}

/** All sessions of a cohort as a calendar file, for those who take part. */
export async function cohortCalendar(ctx: Ctx, cohortId: string, address: AddressOf): Promise<CalendarFile> {
  authorize(ctx.actor, "session.calendar")
  const found = isId(cohortId) ? await takingPart(ctx).where("cohort.id", "=", cohortId).execute() : []
  return fileOf(found, address, "angkatan")
}

/** The sessions of a public programme, for everybody; cohorts that are only planned are not in it. */
export async function programmeCalendar(ctx: Ctx, slug: string, address: AddressOf): Promise<CalendarFile> {
  authorize(ctx.actor, "programme.browse")
  const programme = await findProgramme(ctx, slug)
  if (programme.publishedAt === null) throw notFound()
  const found = await rows(ctx)
    .where("programme.id", "=", programme.id)
    .where("cohort.status", "!=", "planned")
    .execute()
  return {
    name: `${programme.slug}.ics`,
    text: icalendar(
      programme.title,
      found.map((row) => eventOf(row, address)),
    ),
  }
}

/**
 * The sessions of all running exchanges from today on, for everybody; at most `most`. Cohorts that are only planned are
 * not in it. One query.
 */
export async function openSessions(ctx: Ctx, most: number, address: AddressOf): Promise<CalendarEvent[]> {
  authorize(ctx.actor, "programme.browse")
  const found = await rows(ctx)
    .where("programme.status", "=", "open")
    .where("cohort.status", "in", ["open", "running"])
    .where("session.startsAt", ">=", addMilliseconds(endOfOfficialDay(officialDay(ctx.now)), -days(1)))
    .limit(most)
    .execute()
  return found.map((row) => eventOf(row, address))
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number]

function fileOf(found: readonly Row[], address: AddressOf, kind: "sesi" | "angkatan"): CalendarFile {
  const [first] = found
  if (!first) throw notFound()
  return {
    name: `${kind}-${first.slug}.ics`,
    text: icalendar(
      `${first.programmeTitle}, ${first.cohortName}`,
      found.map((row) => eventOf(row, address)),
    ),
  }
}

const eventOf = (row: Row, address: AddressOf): CalendarEvent => ({
  ...{ id: row.id, title: row.title, place: row.place, startsAt: row.startsAt, endsAt: row.endsAt },
  ...revisionOf(row),
  description: [
    `${row.programmeTitle}, ${row.cohortName}`,
    (practices as Readonly<Record<string, { id: string } | undefined>>)[row.practice]?.id ?? "",
  ]
    .filter(Boolean)
    .join("\n"),
  url: address({ kind: "programme", slug: row.slug }),
})

/** With a cancelled cohort falls whatever of it was still to come: one more change of each of its sessions. */
function revisionOf(row: Row): Pick<CalendarEvent, "sequence" | "updatedAt" | "cancelled"> {
  const { sequence, updatedAt, cancelledAt, cohortStatus, cohortEndedAt: ended } = row
  if (cancelledAt === null && cohortStatus === "cancelled" && ended !== null && row.startsAt > ended)
    return { sequence: sequence + 1, updatedAt: ended, cancelled: true }
  return { sequence, updatedAt, cancelled: cancelledAt !== null }
}
