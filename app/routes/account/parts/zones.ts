import { timeZones } from "#app/domain/identity/schema.ts"
import type { Translator } from "#app/i18n/messages.ts"

/** The three zones of the archipelago as options. */
export const zoneOptions = (t: Translator) =>
  timeZones.map((value) => ({ value, label: t(`account.zone.${zoneKey[value]}`) }))

const zoneKey = { "Asia/Jakarta": "wib", "Asia/Makassar": "wita", "Asia/Jayapura": "wit" } as const
