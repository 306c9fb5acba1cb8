import type { RegisterPage } from "#app/domain/agreement/register.server.ts"
import type { InitiativePage } from "#app/domain/initiative/register.server.ts"
import type { NeedEntry } from "#app/domain/proposal/need-register.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordList, Section } from "#app/ui/index.ts"
import { RegisterItem } from "../../agreements/parts/register-item.tsx"
import { InitiativeItem } from "../../initiatives/parts/initiative-item.tsx"
import { NeedItem } from "../../needs/parts/need-item.tsx"
import { type ListedOrganisation, OrganisationItem } from "../../organisations/parts/organisation-item.tsx"

/** Verified partners of a region, the first few of them. */
export function PartnersHere({
  region,
  organisations,
}: {
  region: string
  organisations: { readonly entries: readonly ListedOrganisation[]; readonly next: string | null }
}) {
  const t = useT()
  const to = useLocalPath()
  const { entries, next } = organisations
  return (
    <Section title={t("region.show.organisations")} id="mitra">
      {entries.length === 0 ? (
        <p>{t("region.show.organisationsNone")}</p>
      ) : (
        <RecordList label={t("region.show.organisations")}>
          {entries.map((entry) => (
            <OrganisationItem key={entry.slug} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {next ? (
        <p>
          <Anchor href={withQuery(to(paths.organisations()), { wilayah: region })}>
            {t("region.show.allOrganisations")}
          </Anchor>
        </p>
      ) : null}
    </Section>
  )
}

/** Agreements in force to which a region, or one in it, is party; the newest few of them. */
export function AgreementsInForce({ region, agreements }: { region: string; agreements: RegisterPage }) {
  const t = useT()
  const to = useLocalPath()
  const { entries, next } = agreements
  return (
    <Section title={t("region.show.agreements")} id="kesepakatan">
      {entries.length === 0 ? (
        <p>{t("region.show.agreementsNone")}</p>
      ) : (
        <RecordList label={t("region.show.agreements")}>
          {entries.map((entry) => (
            <RegisterItem key={entry.code} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {next ? (
        <p>
          <Anchor href={withQuery(to(paths.agreements()), { region })}>{t("region.show.allAgreements")}</Anchor>
        </p>
      ) : null}
    </Section>
  )
}

/** Published initiatives in a region, the newest few of them: what is done there, and by which strands. */
export function InitiativesHere({ region, initiatives }: { region: string; initiatives: InitiativePage }) {
  const t = useT()
  const to = useLocalPath()
  const { entries, count } = initiatives
  return (
    <Section title={t("region.show.initiatives")} id="inisiatif">
      {entries.length === 0 ? (
        <p>{t("region.show.initiativesNone")}</p>
      ) : (
        <RecordList label={t("region.show.initiatives")}>
          {entries.map((entry) => (
            <InitiativeItem key={entry.id} entry={entry} level={3} />
          ))}
        </RecordList>
      )}
      {count > entries.length ? (
        <p>
          <Anchor href={withQuery(to(paths.initiatives()), { region })}>{t("region.show.allInitiatives")}</Anchor>
        </p>
      ) : null}
    </Section>
  )
}

/** Needs of a region that take proposals now. */
export function NeedsHere({ region, needs }: { region: string; needs: readonly NeedEntry[] }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("region.show.needs")} id="kebutuhan">
      {needs.length === 0 ? (
        <p>{t("region.show.needsNone")}</p>
      ) : (
        <>
          <RecordList label={t("region.show.needs")}>
            {needs.map((entry) => (
              <NeedItem key={entry.id} entry={entry} level={3} />
            ))}
          </RecordList>
          <p>
            <Anchor href={withQuery(to(paths.needs()), { region })}>{t("region.show.allNeeds")}</Anchor>
          </p>
        </>
      )}
    </Section>
  )
}
