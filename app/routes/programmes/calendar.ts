import { programmeCalendar } from "#app/domain/programme/calendars.server.ts"
import { calendarResponse } from "#app/http/calendar.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"

/** The sessions of a public programme for anybody's calendar: no names, no codes. */
export const loader = loaderFor("programme.browse", async ({ ctx, params }) =>
  calendarResponse(
    await programmeCalendar(
      ctx,
      params.slug ?? "",
      ({ slug }) => ctx.settings.appUrl + localPath(ctx.locale, paths.programme(slug)),
    ),
    "no-cache",
  ),
)
