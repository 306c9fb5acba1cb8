import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, RecordItem, RecordList, Section } from "#app/ui/index.ts"

/** What regions look for now: the thing to do next for a partner. */
export function OpenNeeds({ entries }: { entries: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Section
      title={t("home.needs.title")}
      lede={t("home.needs.lede")}
      id="kebutuhan"
      actions={entries.length > 0 ? <Anchor href={to(paths.needs())}>{t("home.needs.all")}</Anchor> : null}
    >
      {entries.length === 0 ? (
        <EmptyState
          art="people"
          title={t("home.needs.empty")}
          actions={<ButtonLink href={to(paths.newProposal())}>{t("home.needs.propose")}</ButtonLink>}
        >
          {t("home.needs.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("home.needs.title")}>
          {entries.map((entry) => (
            <RecordItem
              key={entry.id}
              href={to(paths.need(entry.slug))}
              title={<span lang="id">{entry.title}</span>}
              meta={
                <>
                  <span lang="id">{entry.organisationName}</span>
                  <span>{t("proposal.need.takesUntil", { date: formatDate(locale, entry.periodUntil) })}</span>
                </>
              }
            >
              {t(`proposal.affair.${entry.affair}`)}
            </RecordItem>
          ))}
        </RecordList>
      )}
    </Section>
  )
}
