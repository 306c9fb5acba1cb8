import type { DeskEntry } from "#app/domain/agreement/desk.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RecordTable } from "#app/ui/index.ts"
import { AgreementState } from "../../agreements/parts/agreement-state.tsx"

/** The agreements of one organisation. */
export function DeskTable({ entries }: { entries: readonly DeskEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("agreement.desk.title")}
      captionHidden
      rows={entries}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "title",
          header: t("agreement.head.title"),
          rowHeader: true,
          cell: ({ code, title }) => (
            <a href={to(paths.agreementCase(code))} lang="id">
              {title}
            </a>
          ),
        },
        { key: "with", header: t("agreement.start.partner"), cell: ({ other }) => other.regionName },
        {
          key: "state",
          header: t("agreement.register.status"),
          cell: ({ status }) => <AgreementState status={status} />,
        },
        {
          key: "version",
          header: t("agreement.versions.list"),
          numeric: true,
          cell: ({ versionNumber }) => versionNumber,
        },
        {
          key: "updated",
          header: t("agreement.versions.at"),
          cell: ({ updatedAt }) => formatInstant(locale, updatedAt, timeZone, "short"),
        },
      ]}
    />
  )
}
