import type { QueueEntry } from "#app/domain/organisation/queue.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RecordTable, StrandBadge } from "#app/ui/index.ts"
import { OrganisationState } from "../../organisations/parts/organisation-state.tsx"

/** Organisations as the secretariat goes through them: who, where, in which state, and since when it was handed in. */
export function OrganisationQueueTable({ entries, caption }: { entries: readonly QueueEntry[]; caption: string }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={caption}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("organisation.field.name"),
          rowHeader: true,
          cell: ({ id, name }) => (
            <a href={to(paths.verificationCase(id))} lang="id">
              {name}
            </a>
          ),
        },
        {
          key: "strand",
          header: t("organisation.field.strand"),
          cell: ({ strand }) => <StrandBadge strand={strand} />,
        },
        { key: "region", header: t("organisation.field.region"), cell: ({ regionName }) => regionName },
        {
          key: "status",
          header: t("organisation.field.status"),
          cell: ({ status }) => <OrganisationState status={status} />,
        },
        {
          key: "submitted",
          header: t("organisation.field.submittedAt"),
          cell: ({ submittedAt }) => (
            <time dateTime={submittedAt}>{formatInstant(locale, submittedAt, timeZone, "short")}</time>
          ),
        },
      ]}
    />
  )
}
