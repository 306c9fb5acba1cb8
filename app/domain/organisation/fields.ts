import { z } from "zod"

const tidy = (value: string): string => value.normalize("NFC").replace(/\r\n?/g, "\n").trim()

const text = z.string({ error: "field.required" }).transform(tidy)

/** Anything that a reader cannot see: controls, direction marks that make a name read as another, unassigned code. */
const unseen = /\p{C}/u
/** In a text of several lines the line break, the tab and the joiner of emoji stay. */
const unseenInText = /[^\P{C}\n\t\u200d]/u

/** One line of `min` to `max` characters, with single spaces and nothing unseen in it. */
export const line = (min: number, max: number) =>
  text
    .transform((value) => value.replace(/[\s\p{Z}]+/gu, " "))
    .pipe(
      z
        .string()
        .min(1, { error: "field.required", abort: true })
        .min(min, { error: "field.tooShort" })
        .max(max, { error: "field.tooLong" })
        .refine((value) => !unseen.test(value) && !/[<>]/.test(value), { error: "field.characters" }),
    )

/** A name: one line that has a letter in it. */
export const name = (min: number, max: number) =>
  line(min, max).refine((value) => value === "" || /\p{L}/u.test(value), { error: "field.characters" })

/**
 * Several lines of `min` to `max` characters; `min` 0 lets it be empty. What is empty reaches the checks as "" through
 * refinements, not through a second schema: the form reader would take an empty text there for a missing one.
 */
export const paragraph = (min: number, max: number) =>
  z
    .string({ error: "field.required" })
    .optional()
    .transform((value) => tidy(value ?? ""))
    .superRefine((value, check) => {
      const refuse = (message: string) => check.addIssue({ code: "custom", message })
      if (value === "" && min > 0) refuse("field.required")
      else if (value.length < min) refuse("field.tooShort")
      else if (value.length > max) refuse("field.tooLong")
      else if (unseenInText.test(value)) refuse("field.characters")
    })

/** The lock version that a form was made at. Whatever else it holds is an old form. */
export const lockVersion = z
  .string({ error: "stale" })
  .regex(/^\d{1,9}$/, { error: "stale" })
  .transform(Number)

/** A calendar day that exists, 1945 to 2199. */
export const day = z.string({ error: "field.required" }).trim().refine(isDay, { error: "field.date" })

function isDay(value: string): boolean {
  if (!/^(19[4-9]\d|20\d\d|21\d\d)-\d{2}-\d{2}$/.test(value)) return false
  const instant = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value)
}

/** A web address as people type it: `https://` is put before a bare host name. Empty where there is none. */
export const website = z
  .string()
  .trim()
  .max(200, { error: "field.tooLong" })
  .optional()
  .transform((value, check) => {
    if (!value) return ""
    const address = webAddress(
      /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]*\.[^/]*:\d/.test(value) ? value : `https://${value}`,
    )
    if (address !== null) return address
    check.addIssue({ code: "custom", message: "field.url" })
    return z.NEVER
  })

function webAddress(value: string): string | null {
  if (!URL.canParse(value) || unseen.test(value) || /\s/.test(value)) return null
  const url = new URL(value)
  if (url.protocol !== "https:" && url.protocol !== "http:") return null
  if (url.username || url.password || !/\.[a-z0-9-]{2,}$/i.test(url.hostname)) return null
  return url.pathname === "/" && !url.search && !url.hash ? url.origin : url.href
}

/** A telephone number in any usual spelling, 6 to 20 digits. */
export const phone = z
  .string({ error: "field.required" })
  .trim()
  .min(1, { error: "field.required", abort: true })
  .refine((value) => /^\+?[0-9][0-9 .()/-]{4,28}$/.test(value) && (value.match(/\d/g) ?? []).length >= 6, {
    error: "field.phone",
  })
