import type { News } from "#app/domain/network/newest.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { EmptyState, RecordItem, RecordList, Section } from "#app/ui/index.ts"

const pathOf = { agreement: paths.agreement, update: paths.initiative, measure: paths.initiative, need: paths.need }

/** What happened last in public, whatever its kind. */
export function NetworkNews({ entries }: { entries: readonly News[] }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Section title={t("home.news.title")} id="kabar">
      {entries.length === 0 ? (
        <EmptyState art="agreement" title={t("home.news.empty")}>
          {t("home.news.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("home.news.title")}>
          {entries.map((entry) => (
            <RecordItem
              key={`${entry.kind} ${entry.id}`}
              href={to(pathOf[entry.kind](entry.key))}
              title={<span lang="id">{entry.title}</span>}
              meta={
                <>
                  <time dateTime={entry.at}>{formatInstant(locale, entry.at, timeZone, "short")}</time>
                  <span lang="id">{entry.by}</span>
                </>
              }
            >
              {t(`home.news.${entry.kind}`, { of: entry.of ?? "" })}
            </RecordItem>
          ))}
        </RecordList>
      )}
    </Section>
  )
}
