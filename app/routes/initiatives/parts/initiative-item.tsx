import type { InitiativeEntry } from "#app/domain/initiative/register.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Cluster, RecordItem, StrandBadge } from "#app/ui/index.ts"
import { useDays } from "../../programmes/parts/names.ts"
import { InitiativeState } from "./initiative-state.tsx"

/** One initiative in a public list. */
export function InitiativeItem({ entry, level = 2 }: { entry: InitiativeEntry; level?: 2 | 3 }) {
  const t = useT()
  const to = useLocalPath()
  const days = useDays()
  return (
    <RecordItem
      level={level}
      href={to(paths.initiative(entry.slug))}
      title={<span lang="id">{entry.title}</span>}
      badge={
        <Cluster gap="xs">
          <InitiativeState status={entry.status} />
          {entry.strands.map((strand) => (
            <StrandBadge key={strand} strand={strand} letterOnly />
          ))}
          {entry.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          <span>
            {t("initiative.lead")}: <span lang="id">{entry.leadName}</span>
          </span>
          <span>
            {t("proposal.need.region")}: {entry.regionName}
          </span>
          <span>
            {t("initiative.period")}: {days(entry.startsOn, entry.endsOn)}
          </span>
          {entry.milestones.total > 0 ? <span>{t("initiative.reachedOf", entry.milestones)}</span> : null}
        </>
      }
    >
      <p lang="id">{entry.summary}</p>
    </RecordItem>
  )
}
