import type { DatasetKey } from "#app/domain/publishing/datasets.ts"
import type { OpenAnswer } from "#app/http/open-data.server.ts"

/** A calendar of a list as open data. */
export const calendarFile = (key: DatasetKey, text: string): OpenAnswer => ({
  body: text,
  type: "text/calendar; charset=utf-8",
  file: `${key}.ics`,
})
