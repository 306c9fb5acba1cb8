import type { ProposalEntry, ProposalTab } from "#app/domain/proposal/list.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { CodeText, RecordTable, StateBadge } from "#app/ui/index.ts"
import { ProposalState } from "./proposal-state.tsx"

/** One of the lists of proposals: what, between whom, how far, and when it moved last. */
export function ProposalsTable({ entries, tab }: { entries: readonly ProposalEntry[]; tab: ProposalTab }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <RecordTable
      caption={t(`proposal.list.tab.${tab}`)}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("proposal.list.column.title"),
          rowHeader: true,
          cell: ({ code, title, invited }) => (
            <>
              <a href={to(invited ? paths.proposalPartnership(code) : paths.proposalCase(code))} lang="id">
                {title}
              </a>
              <CodeText className="block text-sm text-ink-soft">{code}</CodeText>
            </>
          ),
        },
        ...(tab === "own"
          ? []
          : [
              {
                key: "organisation",
                header: t("proposal.proposer"),
                cell: ({ organisationName }: ProposalEntry) => <span lang="id">{organisationName}</span>,
              },
            ]),
        ...(tab === "review"
          ? []
          : [
              {
                key: "recipient",
                header: t("proposal.recipient"),
                cell: ({ recipientName }: ProposalEntry) => <span lang="id">{recipientName}</span>,
              },
            ]),
        {
          key: "state",
          header: t("proposal.state"),
          cell: ({ status, invited }) =>
            invited ? (
              <StateBadge state="waiting">{t("proposal.standing.invited")}</StateBadge>
            ) : (
              <ProposalState status={status} />
            ),
        },
        {
          key: "at",
          header: t(tab === "review" ? "proposal.list.column.submitted" : "proposal.updated"),
          cell: ({ at }) => formatDate(locale, at, { style: "short", timeZone }),
        },
      ]}
    />
  )
}
