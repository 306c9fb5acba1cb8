import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { CodeText, DefinitionList } from "#app/ui/index.ts"
import { usePeriod } from "../../agreements/parts/period.ts"
import type { CaseView } from "./case-view.server.ts"

/** The parties with their numbers and those who sign, and what the text fixes beside its clauses. */
export function CaseFacts({ view }: { view: CaseView }) {
  const t = useT()
  const locale = useLocale()
  const period = usePeriod()
  const { parties, particulars, head } = view
  const open = t("agreement.head.open")
  return (
    <DefinitionList
      items={[
        ...parties.map((party) => ({
          key: party.id,
          term: t(party.ordinal === 1 ? "agreement.party.one" : "agreement.party.two"),
          value: (
            <>
              <strong>{party.regionName}</strong>
              <br />
              {party.organisationName}
              <br />
              {t("agreement.number")}: {party.number || t("agreement.numberOpen")}
              {party.number && party.numberedOn ? ` (${formatDate(locale, party.numberedOn)})` : null}
              <br />
              {t("agreement.case.signatory")}: {signatoryOf(party, t)}
            </>
          ),
        })),
        {
          key: "date",
          term: t("agreement.head.signingDate"),
          value: particulars.signingDate ? formatDate(locale, particulars.signingDate, { style: "weekday" }) : open,
        },
        {
          key: "place",
          term: t("agreement.head.place"),
          value: particulars.place ? <span lang="id">{particulars.place}</span> : open,
        },
        { key: "period", term: t("agreement.head.period"), value: period(particulars) },
        { key: "code", term: t("agreement.code"), value: <CodeText>{head.code}</CodeText> },
      ]}
    />
  )
}

const signatoryOf = (party: CaseView["parties"][number], t: ReturnType<typeof useT>): string =>
  party.signatory
    ? t("agreement.case.signatoryValue", { holder: party.signatory.holderName, office: party.signatory.office })
    : t("agreement.case.noSignatory")
