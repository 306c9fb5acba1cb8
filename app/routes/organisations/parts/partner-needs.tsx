import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { NeedItem } from "../../needs/parts/need-item.tsx"
import { FirstEntries } from "../../parts/first-entries.tsx"

/** What a government asks the network for now; the newest few needs that take proposals. */
export function PartnerNeeds({ region, needs }: { region: string; needs: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <FirstEntries
      title={t("organisation.show.needs")}
      id="kebutuhan"
      entries={needs}
      item={(entry) => <NeedItem key={entry.id} entry={entry} level={3} />}
      rest={{ href: withQuery(to(paths.needs()), { region }), label: t("organisation.show.allNeeds") }}
    />
  )
}
