import { createContext, type ReactNode, useContext, useMemo } from "react"
import { type Locale, type Translator, translator } from "./messages.ts"

const LocaleContext = createContext<{ locale: Locale; timeZone: string }>({ locale: "id", timeZone: "Asia/Jakarta" })

/** Sets the language and the reader's IANA zone for everything below. */
export function LocaleProvider({
  locale,
  timeZone,
  children,
}: {
  locale: Locale
  timeZone: string
  children: ReactNode
}) {
  const value = useMemo(() => ({ locale, timeZone }), [locale, timeZone])
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>
}

export const useLocale = (): Locale => useContext(LocaleContext).locale

/** The reader's IANA time zone. */
export const useTimeZone = (): string => useContext(LocaleContext).timeZone

export function useT(): Translator {
  const locale = useLocale()
  return useMemo(() => translator(locale), [locale])
}

/** Puts /en before an internal path where the page is in English. */
export const localPath = (locale: Locale, path: string): string =>
  locale === "en" ? (path === "/" ? "/en" : `/en${path}`) : path

export function useLocalPath(): (path: string) => string {
  const locale = useLocale()
  return (path) => localPath(locale, path)
}
