import type { LocalDate } from "../kernel/clock.ts"

/**
 * NIP of a civil servant (PNS): birth date, month of appointment, sex, sequence. NI PPPK is built the same way, but its
 * ninth to fourteenth digits are a year and a count of contracts, so they are no month.
 */
export const numberKinds = ["nip", "ni_pppk"] as const
export type NumberKind = (typeof numberKinds)[number]

/** What is wrong with a number, from left to right. */
export type NumberFault = "length" | "birth" | "appointment" | "sex" | "sequence"

/** The digits of a number as somebody typed it, with or without spaces; anything else than digits stays and is refused. */
export const numberDigits = (typed: string): string => typed.replace(/[\s\u00a0]+/g, "")

/** The first thing that cannot be right in a number of `kind` on the day `today`, or null. Nothing is looked up. */
export function numberFault(kind: NumberKind, digits: string, today: LocalDate): NumberFault | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})(\d)(\d{3})$/.exec(digits)
  if (!parts) return "length"
  const [, year = "", month = "", day = "", since = "", within = "", sex = "", sequence = ""] = parts
  const birth = `${year}-${month}-${day}`
  if (!isDay(birth) || year < "1900" || birth >= today) return "birth"
  if (since <= year || since > today.slice(0, 4)) return "appointment"
  if (kind === "nip") {
    if (within < "01" || within > "12") return "appointment"
    if (`${since}-${within}` > today.slice(0, 7)) return "appointment"
  }
  if (sex !== "1" && sex !== "2") return "sex"
  return sequence === "000" ? "sequence" : null
}

/** As it is written on papers: 19860926 201505 1 001. */
export const formatNumber = (digits: string): string => digits.replace(/^(.{8})(.{6})(.)(.{3})$/, "$1 $2 $3 $4")

/** Only the last three digits: the rest tells the birth date and the sex. */
export const maskNumber = (digits: string): string => `•••••••• •••••• • ${digits.slice(-3)}`

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day
}
