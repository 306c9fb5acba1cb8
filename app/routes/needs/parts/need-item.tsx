import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem } from "#app/ui/index.ts"
import { Kinds } from "./kinds.tsx"
import { NeedState } from "./need-state.tsx"

/** One need in a public list. */
export function NeedItem({ entry, level = 2 }: { entry: NeedEntry; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <RecordItem
      level={level}
      href={to(paths.need(entry.slug))}
      title={<span lang="id">{entry.title}</span>}
      badge={
        <Cluster gap="xs">
          <NeedState status={entry.status} takesProposals={entry.takesProposals} />
          {entry.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          <span>
            {t("proposal.need.asks")}: <span lang="id">{entry.organisationName}</span>
          </span>
          <span>
            {t("proposal.need.affair")}: {t(`proposal.affair.${entry.affair}`)}
          </span>
          <span>
            {t(entry.takesProposals ? "proposal.need.takesUntil" : "proposal.need.until", {
              date: formatDate(locale, entry.periodUntil),
            })}
          </span>
        </>
      }
    >
      <p lang="id">{entry.place.includes(entry.regionName) ? entry.place : `${entry.place}, ${entry.regionName}`}</p>
      <Kinds kinds={entry.kinds} />
    </RecordItem>
  )
}
