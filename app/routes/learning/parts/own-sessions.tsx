import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, RecordTable, StateBadge } from "#app/ui/index.ts"
import type { LearnerView } from "../show.tsx"

/** A learner's sessions in the reader's time, with his presence. */
export function OwnSessions({ view }: { view: LearnerView }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { sessions, cohort, head } = view
  const seated = head.status === "confirmed" || head.status === "completed"
  return (
    <>
      <RecordTable
        caption={t("programme.learner.sessions")}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        empty={t("programme.learner.sessionsEmpty")}
        columns={[
          { key: "title", header: t("programme.cohort.sessionTitle"), rowHeader: true, cell: ({ title }) => title },
          {
            key: "time",
            header: t("programme.cohort.time"),
            cell: ({ startsAt }) => (
              <time dateTime={startsAt}>{formatInstant(locale, startsAt, timeZone, "weekday")}</time>
            ),
          },
          { key: "place", header: t("programme.cohort.place"), cell: ({ place }) => place },
          {
            key: "presence",
            header: t("programme.session.attendance"),
            cell: ({ cancelledAt, markedAt }) =>
              cancelledAt ? (
                <StateBadge state="ended">{t("programme.learner.cancelled")}</StateBadge>
              ) : (
                <StateBadge state={markedAt ? "positive" : "waiting"}>
                  {t(markedAt ? "programme.learner.present" : "programme.learner.absent")}
                </StateBadge>
              ),
          },
        ]}
      />
      {seated && sessions.length > 0 ? (
        <ButtonLink href={paths.cohortCalendar(cohort.id)} kind="quiet" size="sm" icon="calendar" className="mt-4">
          {t("programme.learner.calendar")}
        </ButtonLink>
      ) : null}
    </>
  )
}
