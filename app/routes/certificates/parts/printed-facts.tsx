import type { CertificateDocument } from "#app/domain/programme/certificate/document.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DefinitionList, RecordTable, Section, Sheet, Stack } from "#app/ui/index.ts"

/** What a certificate says, or would say before it has a number: everything that is printed, in its order. */
export type PrintedFactsOf = Pick<CertificateDocument, "learner" | "programme" | "agreement" | "subjects" | "hours"> & {
  readonly number?: string
  readonly place?: string
  readonly issuedOn?: string
  readonly issuer?: CertificateDocument["issuer"]
}

/** Everything that is printed on a certificate, as text that can be read aloud and copied. */
export function PrintedFacts({ facts }: { facts: PrintedFactsOf }) {
  const t = useT()
  const locale = useLocale()
  const { learner, programme, agreement, issuer } = facts
  const day = (value: string) => formatDate(locale, value)
  const words = (text: string) => <span lang="id">{text}</span>
  return (
    <Stack gap="lg">
      <Sheet>
        <DefinitionList
          items={[
            ...(facts.number ? [{ term: t("certificate.fact.number"), value: facts.number }] : []),
            { term: t("certificate.fact.learner"), value: learner.name },
            { term: t(`certificate.fact.personNumber.${learner.numberKind}`), value: learner.numberMasked },
            { term: t("certificate.fact.rank"), value: words(learner.rank) },
            { term: t("certificate.fact.office"), value: words(learner.office) },
            { term: t("certificate.fact.unit"), value: words(learner.unit) },
            { term: t("certificate.fact.agency"), value: words(learner.agency) },
            { term: t("certificate.fact.programme"), value: words(`${programme.title}, ${programme.cohort}`) },
            { term: t("certificate.fact.host"), value: words(programme.host) },
            {
              term: t("certificate.fact.period"),
              value: t("certificate.fact.periodValue", { from: day(programme.from), until: day(programme.until) }),
            },
            ...(facts.place ? [{ term: t("certificate.fact.place"), value: words(facts.place) }] : []),
            { term: t("certificate.fact.hours"), value: t("certificate.fact.hoursValue", { hours: facts.hours }) },
            {
              term: t("certificate.fact.agreement"),
              value: (
                <>
                  {t("certificate.fact.agreementValue", { code: agreement.code })}: {words(agreement.title)}
                </>
              ),
            },
            ...(issuer
              ? [
                  {
                    term: t("certificate.fact.issuer"),
                    value: t("certificate.fact.issuerValue", { holder: issuer.holder, office: issuer.office }),
                  },
                ]
              : []),
          ]}
        />
      </Sheet>
      <Section level={3} title={t("certificate.subjects.title")}>
        <RecordTable
          caption={t("certificate.subjects.total", { hours: facts.hours })}
          rows={facts.subjects.map((subject, index) => ({ ...subject, key: String(index) }))}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "title",
              header: t("certificate.subjects.subject"),
              rowHeader: true,
              cell: ({ title }) => words(title),
            },
            { key: "form", header: t("certificate.subjects.form"), cell: ({ form }) => words(form) },
            { key: "hours", header: t("certificate.subjects.hours"), numeric: true, cell: ({ hours }) => hours },
          ]}
        />
      </Section>
    </Stack>
  )
}
