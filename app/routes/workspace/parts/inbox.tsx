import type { InboxEntry } from "#app/domain/notification/inbox.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { EmptyState, InboxItem, RecordList, Section } from "#app/ui/index.ts"
import { inboxWords } from "./inbox-words.ts"

type Props = {
  entries: readonly InboxEntry[]
  /** Name of the organisation that the reader acts for. */
  acting: string | null
  /** Of the reader's zone. */
  today: string
}

/** What waits for the reader: what, why, for which organisation, since when and by when. */
export function Inbox({ entries, acting, today }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Section
      title={t("workspace.inbox.title")}
      id="menunggu"
      lede={entries.length > 0 ? t("workspace.inbox.count", { count: entries.length }) : undefined}
    >
      {entries.length === 0 ? (
        <EmptyState art="inbox" title={t("workspace.inbox.empty")}>
          {t("workspace.inbox.emptyBody")}
        </EmptyState>
      ) : (
        <RecordList label={t("workspace.inbox.title")}>
          {entries.map((entry) => {
            const { href, reason, organisation } = inboxWords(t, entry, acting)
            return (
              <InboxItem
                key={`${entry.kind} ${href}`}
                href={to(href)}
                title={<span lang="id">{entry.title}</span>}
                reason={reason}
                for={organisation ? <span lang="id">{organisation}</span> : undefined}
                since={<time dateTime={entry.since}>{formatInstant(locale, entry.since, timeZone, "short")}</time>}
                due={entry.due ? <time dateTime={entry.due}>{formatDate(locale, entry.due)}</time> : undefined}
                overdue={entry.due !== undefined && entry.due < today}
              />
            )
          })}
        </RecordList>
      )}
    </Section>
  )
}
