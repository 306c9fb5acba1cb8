import type { Instant, LocalDate } from "../kernel/clock.ts"
import type { LearningForm } from "./learning-forms.ts"

/** A session of learning as far as hours go. `day` is its first day on the official clock. */
export type LedgerSession = {
  readonly id: string
  readonly cohortId: string
  readonly moduleId: string
  /** Planned hours of its module: no more is ever counted for it in a cohort. */
  readonly moduleHours: number
  readonly form: string
  readonly startsAt: Instant
  readonly day: LocalDate
}

/** A live mark of presence of the person whose ledger it is. */
export type LedgerMark = { readonly attendanceId: string; readonly sessionId: string }

/** Why a presence counts for what it counts. */
export type LedgerReason =
  | "asProgrammed"
  | "perDay"
  | "perSession"
  | "perActivity"
  /** Another presence of this day, or of this activity, has been counted already. */
  | "dayCounted"
  | "activityCounted"
  /** The form's own limit, or the module's planned hours, are used up. */
  | "monthFull"
  | "dayFull"
  | "moduleFull"
  /** The settings know no such form any more. */
  | "unknownForm"

export type LedgerLine = LedgerMark & {
  readonly cohortId: string
  readonly moduleId: string
  readonly form: string
  readonly day: LocalDate
  readonly hours: number
  readonly reason: LedgerReason
}

/**
 * What one person's presences count, each with its evidence and the rule that decided. `sessions` holds every session
 * that was not cancelled of the cohorts he was in; marks of any other session count nothing. The order in which
 * either comes, and marks that come twice, make no difference.
 */
export function countHours(
  sessions: readonly LedgerSession[],
  marks: readonly LedgerMark[],
  forms: readonly LearningForm[],
): LedgerLine[] {
  const ordered = [...new Map(sessions.map((session) => [session.id, session])).values()].sort(byStart)
  const present = new Map<string, LedgerMark>()
  for (const mark of marks) {
    const known = present.get(mark.sessionId)
    if (!known || mark.attendanceId < known.attendanceId) present.set(mark.sessionId, mark)
  }
  const shares = programmedShares(ordered, forms)
  const counted = new Map<string, number>()
  const use = (key: string, amount: number) => counted.set(key, (counted.get(key) ?? 0) + amount)
  const used = (key: string) => counted.get(key) ?? 0

  return ordered.flatMap((session): LedgerLine[] => {
    const mark = present.get(session.id)
    if (!mark) return []
    const { cohortId, moduleId, day } = session
    const form = forms.find(({ key }) => key === session.form)
    const line = (hours: number, reason: LedgerReason): LedgerLine[] => [
      { ...mark, cohortId, moduleId, form: session.form, day, hours, reason },
    ]
    if (!form) return line(0, "unknownForm")

    // What is counted once lasts for what it lasts: a day of the form, or an activity.
    const once = form.rule === "perActivity" ? `activity ${cohortId} ${moduleId} ${form.key}` : `day ${day} ${form.key}`
    const single = form.rule === "perActivity" || form.rule === "perDay"
    if (single && used(once) >= form.hours) return line(0, form.rule === "perDay" ? "dayCounted" : "activityCounted")

    const { limit } = form
    const span = limit && `limit ${form.key} ${limit.per === "day" ? day : day.slice(0, 7)}`
    const full = limit?.per === "day" ? "dayFull" : "monthFull"
    if (limit?.sessions !== undefined && used(`${span} sessions`) >= limit.sessions) return line(0, full)

    const due = form.rule === "asProgrammed" ? (shares.get(session.id) ?? 0) : form.hours - (single ? used(once) : 0)
    const left = session.moduleHours - used(`module ${cohortId} ${moduleId}`)
    const room = limit?.hours === undefined ? Number.POSITIVE_INFINITY : limit.hours - used(`${span} hours`)
    const hours = Math.max(0, Math.min(due, left, room))
    if (hours === 0) return line(0, room <= 0 ? full : due > 0 ? "moduleFull" : form.rule)

    use(once, hours)
    use(`module ${cohortId} ${moduleId}`, hours)
    if (span) {
      use(`${span} sessions`, 1)
      use(`${span} hours`, hours)
    }
    return line(hours, form.rule)
  })
}

/** The whole hours of each session of a module that is held as programmed; together they are the module's. */
function programmedShares(ordered: readonly LedgerSession[], forms: readonly LearningForm[]): Map<string, number> {
  const groups = new Map<string, LedgerSession[]>()
  for (const session of ordered) {
    if (forms.find(({ key }) => key === session.form)?.rule !== "asProgrammed") continue
    const key = `${session.cohortId} ${session.moduleId}`
    groups.set(key, [...(groups.get(key) ?? []), session])
  }
  const shares = new Map<string, number>()
  for (const group of groups.values())
    for (const [index, session] of group.entries()) {
      const upTo = (count: number) => Math.floor((session.moduleHours * count) / group.length)
      shares.set(session.id, upTo(index + 1) - upTo(index))
    }
  return shares
}

const byStart = (a: LedgerSession, b: LedgerSession): number =>
  a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Hours by calendar year, newest first. */
export function hoursByYear(lines: readonly LedgerLine[]): { year: number; hours: number }[] {
  const years = new Map<number, number>()
  for (const { day, hours } of lines) {
    const year = Number(day.slice(0, 4))
    years.set(year, (years.get(year) ?? 0) + hours)
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, hours]) => ({ year, hours }))
}
