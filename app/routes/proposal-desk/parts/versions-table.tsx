import type { VersionSummary } from "#app/domain/proposal/versions.server.ts"
import { withQuery } from "#app/http/query.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordTable } from "#app/ui/index.ts"

/** What was submitted, newest first, each with its text and with what it changed. */
export function VersionsTable({ code, versions }: { code: string; versions: readonly VersionSummary[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t("proposal.version.title")}
      captionHidden
      dense
      rows={versions}
      rowKey={({ number }) => String(number)}
      empty={t("proposal.version.empty")}
      columns={[
        {
          key: "version",
          header: t("proposal.version.one"),
          rowHeader: true,
          nowrap: true,
          cell: ({ number }) => (
            <Anchor href={to(paths.proposalVersion(code, number))}>{t("proposal.version.number", { number })}</Anchor>
          ),
        },
        {
          key: "at",
          header: t("proposal.list.column.submitted"),
          cell: ({ createdAt }) => formatInstant(locale, createdAt, timeZone, "short"),
        },
        { key: "by", header: t("proposal.version.by"), cell: ({ authorName }) => authorName },
        {
          key: "compare",
          header: t("proposal.comparison.title"),
          cell: ({ number }) =>
            number === 1 ? (
              "–"
            ) : (
              <Anchor href={withQuery(to(paths.proposalComparison(code)), { before: number - 1, after: number })}>
                <span className="visually-hidden">{t("proposal.comparison.title")}: </span>
                {number - 1} → {number}
              </Anchor>
            ),
        },
      ]}
    />
  )
}
