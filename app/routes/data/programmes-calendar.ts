import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { icalendar } from "#app/domain/programme/calendar.ts"
import { openSessions } from "#app/domain/programme/calendars.server.ts"
import { dataLimits } from "#app/domain/publishing/datasets.ts"
import { localeOf } from "#app/http/locale.ts"
import { openDataFor, openDataOnly, unknownParameters } from "#app/http/open-data.server.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { calendarFile } from "./parts/calendar-file.ts"

/** The sessions of all open exchanges from today on: no names, no codes of presence. */
export const loader = openDataFor("programme.browse", async ({ ctx, url }) => {
  const [unknown] = url.searchParams.keys()
  if (unknown !== undefined) return unknownParameters({ [unknown]: ["Unknown. This address knows no parameters."] })
  const locale = localeOf(url.pathname)
  const events = await openSessions(
    ctx,
    dataLimits.calendar,
    ({ slug }) => ctx.settings.appUrl + localPath(locale, paths.programme(slug)),
  )
  return {
    ...calendarFile("programmes", icalendar(translator(locale)("data.calendar.programmes"), events)),
    until: endOfOfficialDay(officialDay(ctx.now)),
  }
})

export const action = openDataOnly("programme.browse")
