import { withQuery } from "#app/http/query.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Badge, Cluster, RecordTable } from "#app/ui/index.ts"
import type { CaseView } from "./case-view.server.ts"

/** The versions that the reader may see, newest first, each with its text and with what it changed. */
export function VersionsTable({ view }: { view: Pick<CaseView, "head" | "versions" | "parties"> }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { code, versionNumber } = view.head
  const oldest = view.versions.at(-1)?.number
  const regionOf = (id: string) => view.parties.find(({ organisationId }) => organisationId === id)?.regionName ?? ""
  return (
    <RecordTable
      caption={`${t("agreement.case.versions")}, ${code}`}
      captionHidden
      dense
      rows={view.versions}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: "version",
          header: t("agreement.contractText"),
          rowHeader: true,
          nowrap: true,
          cell: ({ number }) => (
            <Cluster gap="xs">
              <Anchor href={to(paths.agreementVersion(code, number))}>{t("agreement.version", { number })}</Anchor>
              {number === versionNumber ? <Badge>{t("agreement.versions.newest")}</Badge> : null}
            </Cluster>
          ),
        },
        {
          key: "by",
          header: t("agreement.versions.by"),
          cell: ({ authorName, authorOrganisationId }) => `${authorName}, ${regionOf(authorOrganisationId)}`,
        },
        {
          key: "at",
          header: t("agreement.versions.at"),
          cell: ({ createdAt }) => formatInstant(locale, createdAt, timeZone, "short"),
        },
        {
          key: "note",
          header: t("agreement.versions.note"),
          cell: ({ note }) => note || <span className="text-ink-faint">{t("agreement.versions.noNote")}</span>,
        },
        {
          key: "compare",
          header: t("agreement.comparison.submit"),
          cell: ({ number }) =>
            number === oldest ? (
              "–"
            ) : (
              <Anchor href={withQuery(to(paths.agreementComparison(code)), { before: number - 1, after: number })}>
                <span className="visually-hidden">{t("agreement.versions.compare")}: </span>
                {number - 1} → {number}
              </Anchor>
            ),
        },
      ]}
    />
  )
}
