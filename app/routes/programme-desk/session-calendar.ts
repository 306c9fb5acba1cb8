import { sessionCalendar } from "#app/domain/programme/calendars.server.ts"
import { calendarResponse } from "#app/http/calendar.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"

/** For the calendars of those who take part; it names none of them. */
export const loader = loaderFor("session.calendar", async ({ ctx, params }) =>
  calendarResponse(
    await sessionCalendar(
      ctx,
      params.id ?? "",
      ({ slug }) => ctx.settings.appUrl + localPath(ctx.locale, paths.programme(slug)),
    ),
    "no-store",
  ),
)
