import type { PublicOrganisation } from "#app/domain/organisation/directory.server.ts"
import type { LegalForm } from "#app/domain/organisation/legal-forms.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Section } from "#app/ui/index.ts"

/** What everybody may know of a partner, in short. */
export function PublicFacts({ organisation }: { organisation: PublicOrganisation }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const { strand, legalForm, regionCode, regionName, governsRegionCode, website, verifiedAt } = organisation
  return (
    <Section title={t("organisation.show.facts")} id="ringkasan">
      <DefinitionList
        items={[
          { key: "strand", term: t("organisation.field.strand"), value: t(`ui.strand.${strand}`) },
          {
            key: "form",
            term: t("organisation.field.legalForm"),
            value: t(`organisation.legalForm.${legalForm as LegalForm}`),
          },
          {
            key: "region",
            term: t(governsRegionCode ? "organisation.field.governs" : "organisation.field.region"),
            value: <Anchor href={to(paths.region(regionCode))}>{regionName}</Anchor>,
          },
          ...(website
            ? [
                {
                  key: "web",
                  term: t("organisation.field.website"),
                  value: (
                    <Anchor href={website} external>
                      {website.replace(/^https?:\/\//, "")}
                    </Anchor>
                  ),
                },
              ]
            : []),
          ...(verifiedAt
            ? [
                {
                  key: "verified",
                  term: t("organisation.field.verifiedAt"),
                  value: (
                    <>
                      {formatDate(locale, verifiedAt)}
                      <span className="block text-sm text-ink-soft">{t("organisation.show.verifiedHow")}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
