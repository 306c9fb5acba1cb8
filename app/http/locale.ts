import type { Locale } from "#app/i18n/messages.ts"

/** The language that a path stands in: /en and all below it is English, everything else Indonesian. */
export const localeOf = (pathname: string): Locale =>
  pathname === "/en" || pathname.startsWith("/en/") || pathname === "/en.data" ? "en" : "id"

/** The path without its language prefix. */
export const withoutLocale = (pathname: string): string =>
  localeOf(pathname) === "en" ? pathname.slice(3) || "/" : pathname

/** The same page in the other language. */
export const inOtherLanguage = (pathname: string): string =>
  localeOf(pathname) === "en" ? withoutLocale(pathname) : pathname === "/" ? "/en" : `/en${pathname}`
