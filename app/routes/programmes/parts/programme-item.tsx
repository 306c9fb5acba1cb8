import type { ProgrammeEntry } from "#app/domain/programme/register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem } from "#app/ui/index.ts"
import { ProgrammeState } from "./states.tsx"

/** One learning exchange in a public list. */
export function ProgrammeItem({ entry, level = 2 }: { entry: ProgrammeEntry; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <RecordItem
      level={level}
      href={to(paths.programme(entry.slug))}
      title={<span lang="id">{entry.title}</span>}
      badge={
        <Cluster gap="xs">
          <ProgrammeState status={entry.status} />
          {entry.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          <span className="w-full">{t("programme.between", { host: entry.hostName, sender: entry.senderName })}</span>
          <span>{t("programme.list.published", { date: formatDate(locale, entry.publishedAt) })}</span>
        </>
      }
    >
      <p lang="id">{entry.summary}</p>
    </RecordItem>
  )
}
