import type { LegalForm } from "#app/domain/organisation/legal-forms.ts"
import type { Organisation } from "#app/domain/organisation/queries.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Section } from "#app/ui/index.ts"

type Shown = Pick<
  Organisation,
  | "name"
  | "strand"
  | "legalForm"
  | "regionCode"
  | "regionName"
  | "governsRegionCode"
  | "description"
  | "address"
  | "website"
  | "contactName"
  | "contactEmail"
  | "contactPhone"
  | "createdAt"
  | "submittedAt"
  | "verifiedAt"
>

type Props = {
  organisation: Shown
  /** Where the evidence is downloaded; null where there is none or it is not for this reader. */
  evidenceHref: string | null
  hasEvidence: boolean
}

/** All that is known of an organisation; for its members and the secretariat only. */
export function OrganisationFacts({ organisation, evidenceHref, hasEvidence }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const at = (instant: string) => formatInstant(locale, instant, timeZone)
  const { website, submittedAt, verifiedAt } = organisation
  return (
    <>
      <Section title={t("organisation.desk.facts")} id="data">
        <DefinitionList
          columns={2}
          items={[
            { key: "name", term: t("organisation.field.name"), value: <span lang="id">{organisation.name}</span> },
            { key: "strand", term: t("organisation.field.strand"), value: t(`ui.strand.${organisation.strand}`) },
            {
              key: "form",
              term: t("organisation.field.legalForm"),
              value: t(`organisation.legalForm.${organisation.legalForm as LegalForm}`),
            },
            {
              key: "region",
              term: t(organisation.governsRegionCode ? "organisation.field.governs" : "organisation.field.region"),
              value: <Anchor href={to(paths.region(organisation.regionCode))}>{organisation.regionName}</Anchor>,
            },
            {
              key: "address",
              term: t("organisation.field.address"),
              value: <span lang="id">{organisation.address}</span>,
            },
            ...(website
              ? [
                  {
                    key: "web",
                    term: t("organisation.field.website"),
                    value: (
                      <Anchor href={website} external>
                        {website}
                      </Anchor>
                    ),
                  },
                ]
              : []),
            {
              key: "evidence",
              term: t("organisation.field.evidence"),
              value: evidenceHref ? (
                <Anchor href={evidenceHref}>{t("organisation.field.evidenceDownload")}</Anchor>
              ) : hasEvidence ? (
                t("organisation.field.evidenceKept")
              ) : (
                t("organisation.field.evidenceNone")
              ),
            },
            { key: "created", term: t("organisation.field.createdAt"), value: at(organisation.createdAt) },
            ...(submittedAt
              ? [{ key: "sent", term: t("organisation.field.submittedAt"), value: at(submittedAt) }]
              : []),
            ...(verifiedAt
              ? [{ key: "verified", term: t("organisation.field.verifiedAt"), value: at(verifiedAt) }]
              : []),
          ]}
        />
      </Section>
      <Section title={t("organisation.field.description")} id="tentang">
        <p className="max-w-measure whitespace-pre-line" lang="id">
          {organisation.description}
        </p>
      </Section>
      <Section title={t("organisation.field.contact")} id="narahubung" lede={t("organisation.field.contactHint")}>
        <DefinitionList
          items={[
            { key: "name", term: t("organisation.field.contactName"), value: organisation.contactName },
            {
              key: "mail",
              term: t("organisation.field.contactEmail"),
              value: <span className="wrap-anywhere">{organisation.contactEmail}</span>,
            },
            { key: "phone", term: t("organisation.field.contactPhone"), value: organisation.contactPhone },
          ]}
        />
      </Section>
    </>
  )
}
