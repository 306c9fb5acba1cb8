import type { InitiativeEntry } from "#app/domain/initiative/register.server.ts"
import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Strand } from "#app/ui/index.ts"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"
import { NeedItem } from "../../needs/parts/need-item.tsx"
import { type ListedOrganisation, OrganisationItem } from "../../organisations/parts/organisation-item.tsx"
import { FirstEntries } from "../../parts/first-entries.tsx"

type FirstOf<Entry> = { readonly strand: Strand; readonly entries: readonly Entry[]; readonly count: number }

/** Verified organisations of a strand, the last verified first. */
export function StrandPartners({ strand, entries, count }: FirstOf<ListedOrganisation>) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.organisations()), { unsur: strand }), label: t("strand.allPartners") }
  return (
    <FirstEntries
      title={t("strand.partners")}
      lede={t("strand.partnersLede")}
      id="mitra"
      sideHead
      entries={entries}
      item={(entry) => <OrganisationItem key={entry.slug} entry={entry} level={3} />}
      none={t("strand.partnersNone")}
      rest={count > entries.length ? all : null}
    />
  )
}

/** Published initiatives in which the strand takes part, newest first. */
export function StrandInitiatives({ strand, entries, count }: FirstOf<InitiativeEntry>) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.initiatives()), { strand }), label: t("strand.allInitiatives") }
  return (
    <FirstEntries
      title={t("strand.initiatives")}
      id="inisiatif"
      sideHead
      entries={entries}
      item={(entry) => <InitiativeItem key={entry.id} entry={entry} level={3} />}
      none={t("strand.initiativesNone")}
      rest={count > entries.length ? all : null}
    />
  )
}

/** Needs that take proposals now. */
export function StrandNeeds({ entries }: { entries: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.needs()), { state: "open" }), label: t("strand.allNeeds") }
  return (
    <FirstEntries
      title={t("strand.needs")}
      id="kebutuhan"
      sideHead
      entries={entries}
      item={(entry) => <NeedItem key={entry.id} entry={entry} level={3} />}
      none={t("strand.needsNone")}
      rest={entries.length > 0 ? all : null}
    />
  )
}
