import type { RegisterEntry } from "#app/domain/agreement/register.server.ts"
import { formatBytes, formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, CodeText, DefinitionList, Section } from "#app/ui/index.ts"
import { usePeriod } from "./period.ts"

/** What an agreement is, in a column beside its text. */
export function AgreementFacts({ agreement }: { agreement: RegisterEntry }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const period = usePeriod()
  const { code, place, signingDate, inForceAt, parties } = agreement
  return (
    <Section title={t("agreement.show.facts")} id="ringkasan">
      <DefinitionList
        items={[
          ...parties.map((party) => ({
            key: party.id,
            term: t(party.ordinal === 1 ? "agreement.party.one" : "agreement.party.two"),
            value: (
              <>
                <Anchor href={to(paths.organisation(party.organisationSlug))}>{party.organisationName}</Anchor>
                <br />
                {t("agreement.number")} {party.number}
              </>
            ),
          })),
          {
            key: "date",
            term: t("agreement.head.signingDate"),
            value: signingDate ? formatDate(locale, signingDate, { style: "weekday" }) : t("agreement.head.open"),
          },
          { key: "place", term: t("agreement.show.place"), value: <span lang="id">{place}</span> },
          { key: "period", term: t("agreement.head.period"), value: period(agreement) },
          { key: "force", term: t("agreement.show.inForceAt"), value: formatInstant(locale, inForceAt, timeZone) },
          { key: "code", term: t("agreement.code"), value: <CodeText>{code}</CodeText> },
        ]}
      />
    </Section>
  )
}

/** The file that counts, and how to check one that somebody holds. */
export function DocumentBox({
  verifyCode,
  pages,
  newest,
}: {
  verifyCode: string
  pages: number
  newest: { sha256: string; size: number }
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section title={t("agreement.show.document")} id="dokumen" lede={t("agreement.show.documentLede")}>
      <DefinitionList
        items={[
          {
            key: "file",
            term: "PDF",
            value: `${t("agreement.show.pages", { count: pages })}, ${formatBytes(locale, newest.size)}`,
          },
          { key: "code", term: t("agreement.show.verifyCode"), value: <CodeText>{verifyCode}</CodeText> },
          { key: "sha", term: t("agreement.sha256"), value: <CodeText>{newest.sha256}</CodeText> },
        ]}
      />
    </Section>
  )
}

/** The two things that people come for: the file that was signed, and whether a copy of it is genuine. */
export function DocumentActions({ code, verifyCode }: { code: string; verifyCode: string }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <>
      <ButtonLink href={paths.agreementPdf(code)} icon="download">
        {t("agreement.download")}
      </ButtonLink>
      <ButtonLink href={to(paths.verifyCode(verifyCode))} kind="quiet" icon="seal">
        {t("agreement.show.verify")}
      </ButtonLink>
    </>
  )
}
