/** An instant as ISO-8601 UTC text with milliseconds, e.g. 2026-01-31T04:05:06.789Z: sorts as it reads. */
export type Instant = string
/** A calendar day without a zone, YYYY-MM-DD. */
export type LocalDate = string

/** Where the portal takes its time from; tests hand in a clock they can turn. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** `instant` moved by milliseconds, forward or back. */
export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000

/** The calendar day of `instant` in an IANA zone. */
export const dayIn = (instant: Instant, timeZone: string): LocalDate =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  )

/**
 * The day on which regional papers are dated: Western Indonesian Time (UTC+7, no daylight saving).
 * Mandates and terms run by whole days of this zone.
 */
export const officialDay = (instant: Instant): LocalDate => dayIn(instant, "Asia/Jakarta")

/** The instant at which an official day is over: midnight in WIB, which has no summer time. */
export const endOfOfficialDay = (day: LocalDate): Instant => `${day}T17:00:00.000Z`
