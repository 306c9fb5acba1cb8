import type { LocalDate } from "../kernel/clock.ts"

/** What a version fixes beside its clauses. All of it may still be open in a draft; locking asks for all of it. */
export type VersionParticulars = {
  readonly place: string
  readonly signingDate: LocalDate | null
  readonly periodFrom: LocalDate | null
  readonly periodUntil: LocalDate | null
}

export const particularNames = ["place", "signingDate", "periodFrom", "periodUntil"] as const
export type ParticularName = (typeof particularNames)[number]

/** The particulars that locking still misses, in the order of the form. */
export const missingParticulars = (particulars: VersionParticulars): ParticularName[] =>
  particularNames.filter((name) => !particulars[name])

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether `value` is a day of the calendar as YYYY-MM-DD, in the years that papers of this portal can bear. */
export function isCalendarDay(value: string): boolean {
  const match = dayPattern.exec(value)
  if (!match) return false
  const year = Number(match[1])
  if (year < 1945 || year > 2200) return false
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === value
}

/** The day before the same day `months` later: the last day of a term of whole months. */
export function lastDayOfTerm(from: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(day, lastOfMonth))
  if (day <= lastOfMonth) target.setUTCDate(target.getUTCDate() - 1)
  return target.toISOString().slice(0, 10)
}

/**
 * Length of the term in whole months, where both days are counted; an end on the very same day of the month counts
 * as well, because both ways of writing are in use. Null where the term is not one of whole months.
 */
export function wholeMonths(from: LocalDate, until: LocalDate): number | null {
  const [fromYear = 0, fromMonth = 1] = from.split("-").map(Number)
  const [untilYear = 0, untilMonth = 1] = until.split("-").map(Number)
  const about = (untilYear - fromYear) * 12 + untilMonth - fromMonth
  for (const months of [about, about + 1]) {
    if (months < 1) continue
    const last = lastDayOfTerm(from, months)
    if (until === last || until === nextDay(last)) return months
  }
  return null
}

/** Whether the term is longer than `months`, by either way of counting its end. */
export const longerThan = (from: LocalDate, until: LocalDate, months: number): boolean =>
  until > nextDay(lastDayOfTerm(from, months))

/** Days of the term, the first and the last included. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1

const nextDay = (day: LocalDate): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
