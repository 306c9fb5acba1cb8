const digits = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"] as const
const scales = ["", "ribu", "juta", "miliar", "triliun"] as const

/** Largest number that has words here: 999 triliun and all below the next. */
export const largestInWords = 999_999_999_999_999

/** 1 … 999. */
function belowThousand(value: number): string[] {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const words: string[] = []
  if (hundreds === 1) words.push("seratus")
  else if (hundreds > 1) words.push(digits[hundreds]!, "ratus")
  if (rest === 10) words.push("sepuluh")
  else if (rest === 11) words.push("sebelas")
  else if (rest > 11 && rest < 20) words.push(digits[rest - 10]!, "belas")
  else {
    if (rest >= 20) words.push(digits[Math.floor(rest / 10)]!, "puluh")
    if (rest % 10 > 0) words.push(digits[rest % 10]!)
  }
  return words
}

/**
 * A whole number from 0 to 999,999,999,999,999 in Indonesian words: 2021 → "dua ribu dua puluh satu".
 * Anything else is a caller's mistake and throws a RangeError.
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > largestInWords) {
    throw new RangeError(`No Indonesian words for ${value}`)
  }
  if (value === 0) return digits[0]
  const words: string[] = []
  let rest = value
  for (let scale = scales.length - 1; scale >= 0; scale -= 1) {
    const unit = 1000 ** scale
    const group = Math.floor(rest / unit)
    rest -= group * unit
    if (group === 0) continue
    if (scale === 1 && group === 1) words.push("seribu")
    else words.push(...belowThousand(group), ...(scale > 0 ? [scales[scale]!] : []))
  }
  return words.join(" ")
}

/** "5 (lima) tahun": figure, words and unit, as contracts write counts. */
export const countInWords = (value: number, unit: string): string => `${value} (${numberInWords(value)}) ${unit}`

/** A term in whole months, written in years and months: 60 → "5 (lima) tahun", 18 → "1 (satu) tahun 6 (enam) bulan". */
export function periodInWords(months: number): string {
  if (!Number.isInteger(months) || months < 1) throw new RangeError(`No term of ${months} months`)
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? countInWords(years, "tahun") : "", rest > 0 ? countInWords(rest, "bulan") : ""]
    .filter((part) => part !== "")
    .join(" ")
}

export const weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const
export const months = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const

type CalendarDay = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number }

/** Reads an ISO local date (`2021-12-08`); a RangeError for anything that is not a day of the calendar. */
function calendarDay(isoDate: string): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  const [year, month, day] = match ? match.slice(1).map(Number) : []
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`Not a date: ${isoDate}`)
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, day)
  if (year < 1 || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) {
    throw new RangeError(`Not a date: ${isoDate}`)
  }
  return { year, month, day, weekday: instant.getUTCDay() }
}

/** `2021-12-08` → "Rabu, tanggal delapan bulan Desember tahun dua ribu dua puluh satu". */
export function dateInWords(isoDate: string): string {
  const { year, month, day, weekday } = calendarDay(isoDate)
  return `${weekdays[weekday]}, tanggal ${numberInWords(day)} bulan ${months[month - 1]} tahun ${numberInWords(year)}`
}

/** `2021-12-08` → "08-12-2021", the figures that stand in brackets after a date in words. */
export function dateInFigures(isoDate: string): string {
  const { year, month, day } = calendarDay(isoDate)
  return [String(day).padStart(2, "0"), String(month).padStart(2, "0"), String(year).padStart(4, "0")].join("-")
}

/** `2021-12-08` → "8 Desember 2021". */
export function dateInLetters(isoDate: string): string {
  const { year, month, day } = calendarDay(isoDate)
  return `${day} ${months[month - 1]} ${year}`
}
