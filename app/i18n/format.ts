import type { Locale } from "./messages.ts"

const tag = { id: "id-ID", en: "en-GB" } as const

/** Names of the archipelago's three zones; anything else is named by its offset. */
const zoneNames: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
}

/**
 * Formatters are costly to make and cheap to use, so each is made once. Their number is that of the formats below times
 * languages times the zones that accounts can choose.
 */
const formatters = new Map<string, Intl.DateTimeFormat>()
function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tag[locale], options)
    formatters.set(key, formatter)
  }
  return formatter
}

/** The zone's name as people write it: WIB, WITA, WIT, or UTC with its offset. */
export const zoneName = (timeZone: string): string =>
  zoneNames[timeZone] ??
  new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(new Date(0))
    .find((part) => part.type === "timeZoneName")?.value ??
  timeZone

/** "Rabu, 8 Desember 2021" from a calendar day (YYYY-MM-DD) or from an instant seen in `timeZone`. */
export function formatDate(
  locale: Locale,
  value: string,
  options: { timeZone?: string; style?: "long" | "weekday" | "short" } = {},
): string {
  const dayOnly = value.length === 10
  const style = options.style ?? "long"
  return dates(locale, {
    timeZone: dayOnly ? "UTC" : (options.timeZone ?? "Asia/Jakarta"),
    day: "numeric",
    month: style === "short" ? "short" : "long",
    year: "numeric",
    ...(style === "weekday" ? { weekday: "long" as const } : {}),
  })
    .format(new Date(dayOnly ? `${value}T00:00:00Z` : value))
    .replace(/(?<=\d) (?=\p{L})/u, noBreak)
}

/** Between a day and its month: a line ends before both or behind both. */
const noBreak = "\u00a0"

/** "Rabu, 8 Desember 2021 pukul 10.30 WIB" · "Wednesday, 8 December 2021 at 10:30 WIB". */
export function formatInstant(
  locale: Locale,
  instant: string,
  timeZone: string,
  style: "long" | "weekday" | "short" = "long",
): string {
  const time = dates(locale, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(instant),
  )
  const date = formatDate(locale, instant, { timeZone, style })
  const joined =
    style === "short" ? `${date}, ${time}` : locale === "id" ? `${date} pukul ${time}` : `${date} at ${time}`
  return `${joined} ${zoneName(timeZone)}`
}

const numbers = { id: new Intl.NumberFormat(tag.id), en: new Intl.NumberFormat(tag.en) } as const

/** "1.234" · "1,234" */
export const formatNumber = (locale: Locale, value: number): string => numbers[locale].format(value)

/** Canonical decimal text ("1250.5") as people read it: "1.250,5" · "1,250.5", without loss however long it is. */
export const formatDecimal = (locale: Locale, value: string): string =>
  new Intl.NumberFormat(tag[locale], { maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral)

/** "42%" from 0.42; nothing is rounded up to a whole that was not reached. */
export const formatShare = (locale: Locale, share: number): string =>
  new Intl.NumberFormat(tag[locale], { style: "percent" }).format(Math.floor(share * 100) / 100)

/** A size in bytes as people read it: "1,2 MB". */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = ["B", "KB", "MB", "GB"]
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(tag[locale], { maximumFractionDigits: digits }).format(value)} ${units[unit]}`
}
