import { addMilliseconds, days, type Instant, type LocalDate } from "../kernel/clock.ts"

/** A session, or a day that matters, as a calendar shows it. It names nobody who takes part. */
export type CalendarEvent = {
  readonly id: string
  /** What it is, in its identifier; a session where it is left out. */
  readonly kind?: string
  /** Set where it is a whole day and no hour: it stands in place of the two instants. */
  readonly day?: LocalDate
  readonly title: string
  readonly description: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly updatedAt: Instant
  /** Counts changes: a calendar takes the higher one. */
  readonly sequence: number
  readonly cancelled: boolean
  /** Absolute address of its page. */
  readonly url: string
}

/** A calendar of RFC 5545: times in UTC, lines of at most 75 octets that end in CRLF. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Simpul//Belajar//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.kind ?? "sesi"}-${event.id}@simpul`,
      `DTSTAMP:${utc(event.updatedAt)}`,
      `LAST-MODIFIED:${utc(event.updatedAt)}`,
      `SEQUENCE:${event.sequence}`,
      `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
      ...(event.day === undefined
        ? [`DTSTART:${utc(event.startsAt)}`, `DTEND:${utc(event.endsAt)}`]
        : [`DTSTART;VALUE=DATE:${plain(event.day)}`, `DTEND;VALUE=DATE:${plain(dayAfter(event.day))}`]),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.description === "" ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
      ...(event.place === "" ? [] : [`LOCATION:${escaped(event.place)}`]),
      `URL:${event.url}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
  return `${lines.map(folded).join("\r\n")}\r\n`
}

const plain = (day: LocalDate): string => day.replaceAll("-", "")

const dayAfter = (day: LocalDate): LocalDate => addMilliseconds(`${day}T00:00:00.000Z`, days(1)).slice(0, 10)

const utc = (instant: Instant): string => instant.replace(/\.\d{3}Z$/, "Z").replace(/[-:]/g, "")

/** TEXT of RFC 5545: what would end a value is escaped, other control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, "\\n")

/** Breaks a line before its 76th octet, never within a character; what follows begins with a space. */
function folded(line: string): string {
  const bytes = new TextEncoder()
  let out = ""
  let length = 0
  for (const character of line) {
    const size = bytes.encode(character).length
    if (length + size > 75) {
      out += "\r\n "
      length = 1
    }
    out += character
    length += size
  }
  return out
}
