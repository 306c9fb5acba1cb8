import type { InitiativeEntry } from "#app/domain/initiative/register.server.ts"
import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordList, Section, type Strand } from "#app/ui/index.ts"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"
import { NeedItem } from "../../needs/parts/need-item.tsx"
import { type ListedOrganisation, OrganisationItem } from "../../organisations/parts/organisation-item.tsx"

type FirstOf<Entry> = { readonly strand: Strand; readonly entries: readonly Entry[]; readonly count: number }

/** Verified organisations of a strand, the last verified first. */
export function StrandPartners({ strand, entries, count }: FirstOf<ListedOrganisation>) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("strand.partners")} lede={t("strand.partnersLede")} id="mitra" sideHead>
      {entries.length === 0 ? (
        <p>{t("strand.partnersNone")}</p>
      ) : (
        <RecordList label={t("strand.partners")}>
          {entries.map((entry) => (
            <OrganisationItem key={entry.slug} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {count > entries.length ? (
        <p className="mt-4">
          <Anchor href={withQuery(to(paths.organisations()), { unsur: strand })}>{t("strand.allPartners")}</Anchor>
        </p>
      ) : null}
    </Section>
  )
}

/** Published initiatives in which the strand takes part, newest first. */
export function StrandInitiatives({ strand, entries, count }: FirstOf<InitiativeEntry>) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("strand.initiatives")} id="inisiatif" sideHead>
      {entries.length === 0 ? (
        <p>{t("strand.initiativesNone")}</p>
      ) : (
        <RecordList label={t("strand.initiatives")}>
          {entries.map((entry) => (
            <InitiativeItem key={entry.id} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {count > entries.length ? (
        <p className="mt-4">
          <Anchor href={withQuery(to(paths.initiatives()), { strand })}>{t("strand.allInitiatives")}</Anchor>
        </p>
      ) : null}
    </Section>
  )
}

/** Needs that take proposals now. */
export function StrandNeeds({ entries }: { entries: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("strand.needs")} id="kebutuhan" sideHead>
      {entries.length === 0 ? (
        <p>{t("strand.needsNone")}</p>
      ) : (
        <>
          <RecordList label={t("strand.needs")}>
            {entries.map((entry) => (
              <NeedItem key={entry.id} entry={entry} level={3} />
            ))}
          </RecordList>
          <p className="mt-4">
            <Anchor href={withQuery(to(paths.needs()), { state: "open" })}>{t("strand.allNeeds")}</Anchor>
          </p>
        </>
      )}
    </Section>
  )
}
