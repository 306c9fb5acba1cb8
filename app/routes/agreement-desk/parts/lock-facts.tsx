import { officeWithStandIn } from "#app/domain/agreement/document/compose.ts"
import type { DocumentParty } from "#app/domain/agreement/document/document.ts"
import type { VersionParticulars } from "#app/domain/agreement/particulars.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { CodeText, DefinitionList } from "#app/ui/index.ts"
import { usePeriod } from "../../agreements/parts/period.ts"

/** All that is printed beside the clauses and can no longer be changed afterwards. */
export function LockFacts({
  facts,
  parties,
  version,
}: {
  facts: VersionParticulars & { readonly sha256: string }
  parties: readonly DocumentParty[]
  version: number
}) {
  const t = useT()
  const locale = useLocale()
  const period = usePeriod()
  const open = t("agreement.head.open")
  return (
    <DefinitionList
      items={[
        { key: "version", term: t("agreement.contractText"), value: t("agreement.version", { number: version }) },
        ...parties.map((party) => ({
          key: `number-${party.ordinal}`,
          term: `${t("agreement.number")}, ${party.regionName}`,
          value: party.number || t("agreement.numberOpen"),
        })),
        {
          key: "date",
          term: t("agreement.head.signingDate"),
          value: facts.signingDate ? formatDate(locale, facts.signingDate, { style: "weekday" }) : open,
        },
        {
          key: "place",
          term: t("agreement.head.place"),
          value: facts.place ? <span lang="id">{facts.place}</span> : open,
        },
        { key: "period", term: t("agreement.head.period"), value: period(facts) },
        ...parties.map((party) => ({
          key: `signatory-${party.ordinal}`,
          term: `${t("agreement.case.signatory")}, ${party.regionName}`,
          value: party.holder
            ? t("agreement.case.signatoryValue", { holder: party.holder, office: officeWithStandIn(party) })
            : t("agreement.case.noSignatory"),
        })),
        { key: "sha256", term: t("agreement.textSha256"), value: <CodeText>{facts.sha256}</CodeText> },
      ]}
    />
  )
}
