import { icalendar } from "#app/domain/programme/calendar.ts"
import { dataLimits } from "#app/domain/publishing/datasets.ts"
import { readQuery } from "#app/domain/publishing/query.server.ts"
import { needs } from "#app/domain/publishing/resources/needs.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { openDataFor, openDataOnly, unknownParameters } from "#app/http/open-data.server.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { calendarFile } from "./parts/calendar-file.ts"

/** The last days of open needs, with the filters of their list. */
export const loader = openDataFor("need.browse", async ({ ctx, url }) => {
  const read = readQuery(needs.query, url.searchParams, needs.pageNames)
  if (read.faults) return unknownParameters(read.faults)
  const locale = localeOf(url.pathname)
  const t = translator(locale)
  const { records } = await needs.list(ctx, { state: "open", ...read.query, limit: dataLimits.calendar })
  const events = records
    .filter(({ takesProposals }) => takesProposals)
    .map((need) => ({
      ...{ id: need.slug, kind: "kebutuhan", day: need.period.until, place: `${need.place}, ${need.region.name}` },
      ...{ startsAt: need.updatedAt, endsAt: need.updatedAt, updatedAt: need.updatedAt, cancelled: false },
      title: t("data.calendar.lastDay", { title: need.title }),
      description: need.organisation.name,
      sequence: Math.floor((Date.parse(need.updatedAt) - Date.UTC(2020, 0, 1)) / 1000),
      url: ctx.settings.appUrl + localPath(locale, paths.need(need.slug)),
    }))
  return {
    ...calendarFile("needs", icalendar(t("data.calendar.needs"), events)),
    understood: Object.keys(needs.query.shape),
    until: needs.until?.(ctx.now),
  }
})

export const action = openDataOnly("need.browse")
