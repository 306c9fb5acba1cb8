import type { Decision } from "#app/domain/proposal/decisions.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Cluster, EmptyState, StateBadge, StrandBadge } from "#app/ui/index.ts"

/** What was proposed and how the region decided, with the reason it gave in public. */
export function Answers({ answers }: { answers: readonly Decision[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  if (answers.length === 0)
    return (
      <EmptyState art="inbox" title={t("proposal.need.show.answersEmpty")}>
        {t("proposal.need.show.answersEmptyBody")}
      </EmptyState>
    )
  return (
    <ul className="records">
      {answers.map(({ code, title, organisationName, organisationSlug, strand, outcome, reason, decidedAt }) => (
        <li key={code} className="record">
          <div className="record__words">
            <Cluster gap="xs" className="record__badge">
              <StateBadge state={outcome === "accepted" ? "positive" : "refused"}>
                {t(`proposal.status.${outcome}`)}
              </StateBadge>
              <StrandBadge strand={strand} />
            </Cluster>
            <h3 className="record__title">
              {title === null ? (
                t("proposal.need.show.declinedTitle", { organisation: organisationName })
              ) : (
                <span lang="id">{title}</span>
              )}
            </h3>
            {reason ? (
              <p className="record__body whitespace-pre-line" lang="id">
                {reason}
              </p>
            ) : null}
            <p className="record__meta">
              <Anchor href={to(paths.organisation(organisationSlug))} quiet>
                <span lang="id">{organisationName}</span>
              </Anchor>
              <span>{t("proposal.need.show.decided", { date: formatDate(locale, decidedAt, { timeZone }) })}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
