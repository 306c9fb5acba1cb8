import type { RegisterPage } from "#app/domain/agreement/register.server.ts"
import type { InitiativePage } from "#app/domain/initiative/register.server.ts"
import type { ProgrammeEntry } from "#app/domain/programme/register.server.ts"
import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { RegisterItem } from "../../agreements/parts/register-item.tsx"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"
import { NeedItem } from "../../needs/parts/need-item.tsx"
import { type ListedOrganisation, OrganisationItem } from "../../organisations/parts/organisation-item.tsx"
import { FirstEntries } from "../../parts/first-entries.tsx"
import { ProgrammeItem } from "../../programmes/parts/programme-item.tsx"

/** Verified partners of a region, the first few of them. */
export function PartnersHere({
  region,
  organisations: { entries, next },
}: {
  region: string
  organisations: { readonly entries: readonly ListedOrganisation[]; readonly next: string | null }
}) {
  const t = useT()
  const to = useLocalPath()
  const all = {
    href: withQuery(to(paths.organisations()), { wilayah: region }),
    label: t("region.show.allOrganisations"),
  }
  return (
    <FirstEntries
      title={t("region.show.organisations")}
      id="mitra"
      entries={entries}
      item={(entry) => <OrganisationItem key={entry.slug} entry={entry} level={3} />}
      rest={next ? all : null}
    />
  )
}

/** Agreements in force to which a region, or one in it, is party; the newest few of them. */
export function AgreementsInForce({
  region,
  agreements: { entries, next },
}: {
  region: string
  agreements: RegisterPage
}) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.agreements()), { region }), label: t("region.show.allAgreements") }
  return (
    <FirstEntries
      title={t("region.show.agreements")}
      id="kesepakatan"
      entries={entries}
      item={(entry) => <RegisterItem key={entry.code} entry={entry} level={3} />}
      rest={next ? all : null}
    />
  )
}

/** Published initiatives in a region, the newest few of them: what is done there, and by which strands. */
export function InitiativesHere({
  region,
  initiatives: { entries, count },
}: {
  region: string
  initiatives: InitiativePage
}) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.initiatives()), { region }), label: t("region.show.allInitiatives") }
  return (
    <FirstEntries
      title={t("region.show.initiatives")}
      id="inisiatif"
      entries={entries}
      item={(entry) => <InitiativeItem key={entry.id} entry={entry} level={3} />}
      rest={count > entries.length ? all : null}
    />
  )
}

/** Needs of a region that take proposals now. */
export function NeedsHere({ region, needs }: { region: string; needs: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  const all = { href: withQuery(to(paths.needs()), { region }), label: t("region.show.allNeeds") }
  return (
    <FirstEntries
      title={t("region.show.needs")}
      id="kebutuhan"
      entries={needs}
      item={(entry) => <NeedItem key={entry.id} entry={entry} level={3} />}
      none={t("region.show.needsNone")}
      rest={needs.length > 0 ? all : null}
    />
  )
}

/** Learning exchanges in which a region teaches or learns, the newest few of them. */
export function ProgrammesHere({
  name,
  programmes: { entries, count },
}: {
  name: string
  programmes: { readonly entries: readonly ProgrammeEntry[]; readonly count: number }
}) {
  const t = useT()
  const to = useLocalPath()
  const more = { href: withQuery(to(paths.programmes()), { q: name }), label: t("region.show.allProgrammes") }
  return (
    <FirstEntries
      title={t("region.show.programmes")}
      id="belajar"
      entries={entries}
      item={(entry) => <ProgrammeItem key={entry.id} entry={entry} level={3} />}
      rest={count > entries.length ? more : null}
    />
  )
}
