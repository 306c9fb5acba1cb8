import type { PublicCohort } from "#app/domain/programme/register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RecordTable } from "#app/ui/index.ts"
import { useDays } from "./names.ts"
import { CohortState } from "./states.tsx"

/** Cohorts in numbers, never in names; with `linked`, each leads to its desk. */
export function CohortsTable({ cohorts, linked = false }: { cohorts: readonly PublicCohort[]; linked?: boolean }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const days = useDays()
  return (
    <RecordTable
      caption={t("programme.show.cohorts")}
      captionHidden
      rows={cohorts}
      rowKey={({ id }) => id}
      empty={t("programme.desk.cohortsEmpty")}
      columns={[
        {
          key: "name",
          header: t("programme.desk.name"),
          rowHeader: true,
          cell: ({ id, name }) => (linked ? <a href={to(paths.cohortDesk(id))}>{name}</a> : name),
        },
        { key: "state", header: t("programme.mine.state"), cell: ({ status }) => <CohortState status={status} /> },
        {
          key: "days",
          header: t("programme.show.days"),
          cell: ({ startsOn, endsOn, status, nominateUntil }) => (
            <>
              {days(startsOn, endsOn)}
              {status === "open" ? (
                <span className="block text-sm text-ink-soft">
                  {t("programme.show.nominateUntil", { date: formatDate(locale, nominateUntil) })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "seats",
          header: t("programme.show.seats"),
          cell: ({ seats, confirmed }) => t("programme.show.seatsValue", { confirmed, seats }),
        },
        { key: "completed", header: t("programme.show.completed"), numeric: true, cell: ({ completed }) => completed },
        { key: "sessions", header: t("programme.show.sessions"), numeric: true, cell: ({ sessions }) => sessions },
      ]}
    />
  )
}
