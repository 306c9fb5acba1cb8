import type { LearningForm } from "#app/domain/programme/learning-forms.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RecordTable, StateBadge } from "#app/ui/index.ts"
import { useFormName } from "../../programmes/parts/names.ts"

type ShownSession = {
  readonly id: string
  readonly title: string
  readonly form: string
  readonly startsAt: string
  readonly place: string
  readonly cancelledAt: string | null
}

/** The sessions of a cohort in the reader's time. */
export function SessionsTable({
  sessions,
  forms,
  linked,
}: {
  sessions: readonly ShownSession[]
  forms: readonly LearningForm[]
  linked: boolean
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const formName = useFormName(forms)
  return (
    <RecordTable
      caption={t("programme.cohort.sessions")}
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      empty={t("programme.cohort.sessionsEmpty")}
      columns={[
        {
          key: "title",
          header: t("programme.cohort.sessionTitle"),
          rowHeader: true,
          cell: ({ id, title }) => (linked ? <a href={to(paths.learningSession(id))}>{title}</a> : title),
        },
        {
          key: "time",
          header: t("programme.cohort.time"),
          cell: ({ startsAt, cancelledAt }) =>
            cancelledAt ? (
              <StateBadge state="ended">{t("programme.cohort.cancelledSession")}</StateBadge>
            ) : (
              <time dateTime={startsAt}>{formatInstant(locale, startsAt, timeZone, "weekday")}</time>
            ),
        },
        { key: "form", header: t("programme.form"), cell: ({ form }) => formName(form) },
        { key: "place", header: t("programme.cohort.place"), cell: ({ place }) => place },
      ]}
    />
  )
}
