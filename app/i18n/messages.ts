import { type KeyOf, type Parameters, translate } from "./catalogue.ts"
import { en } from "./en.ts"
import { id } from "./id.ts"

export type Locale = "id" | "en"
export const locales = ["id", "en"] as const
export const catalogues = { id, en } as const

export type MessageKey = KeyOf<typeof id>
export type Translator = (key: MessageKey, parameters?: Parameters) => string

/** The translator of one language. */
export const translator =
  (locale: Locale): Translator =>
  (key, parameters) =>
    translate(catalogues[locale], key, parameters)

/** A translator for keys that are only known at run time (error keys, event types); throws on an unknown key. */
export const translateKey = (locale: Locale, key: string, parameters?: Parameters): string =>
  translate(catalogues[locale], key, parameters)
