import type { InitiativePage } from "#app/domain/initiative/register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"
import { FirstEntries } from "../../parts/first-entries.tsx"

/** Published initiatives in which a partner takes part, newest first; where there are more, the search has them. */
export function PartnerInitiatives({
  initiatives: { entries, count },
  name,
}: {
  initiatives: InitiativePage
  name: string
}) {
  const t = useT()
  const to = useLocalPath()
  const more = {
    href: withQuery(to(paths.search()), { q: name, jenis: "inisiatif" }),
    label: t("organisation.show.moreInitiatives"),
  }
  return (
    <FirstEntries
      title={t("organisation.show.initiatives")}
      id="inisiatif"
      entries={entries}
      item={(entry) => <InitiativeItem key={entry.id} entry={entry} level={3} />}
      rest={count > entries.length ? more : null}
    />
  )
}
