import type { Mandate } from "#app/domain/organisation/mandate-queries.server.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Section } from "#app/ui/index.ts"
import { officeText } from "./office.tsx"
import { useValidity } from "./validity.ts"

type Props = {
  mandate: Omit<Mandate, "endReason" | "enteredBy" | "decidedBy" | "lockVersion">
  mayReadBasis: boolean
}

/** What a mandate says, and the paper it says it by. */
export function MandateFacts({ mandate, mayReadBasis }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const validity = useValidity()
  const at = (instant: string) => formatInstant(locale, instant, timeZone)
  const { basisKind, basisNumber, basisDate, basisFileId, decidedAt, endedAt } = mandate
  return (
    <Section title={t("mandate.show.facts")} id="mandat">
      <DefinitionList
        columns={2}
        items={[
          { key: "holder", term: t("mandate.field.holder"), value: <span lang="id">{mandate.holderName}</span> },
          { key: "office", term: t("mandate.field.office"), value: <span lang="id">{officeText(mandate)}</span> },
          { key: "kind", term: t("mandate.field.officeKind"), value: t(`mandate.officeKind.${mandate.officeKind}`) },
          {
            key: "standIn",
            term: t("mandate.field.standIn"),
            value: mandate.standIn ? t(`mandate.standIn.${mandate.standIn}`) : t("mandate.standInNone"),
          },
          {
            key: "organisation",
            term: t("mandate.field.organisation"),
            value: <span lang="id">{mandate.organisationName}</span>,
          },
          {
            key: "scope",
            term: t("mandate.field.scope"),
            value: mandate.instruments.map((one) => t(`mandate.instrument.${one}`)).join(", "),
          },
          { key: "term", term: t("mandate.field.validity"), value: validity(mandate) },
          {
            key: "basis",
            term: t("mandate.field.basis"),
            value: (
              <>
                {t(`mandate.basisKind.${basisKind}`)} <span lang="id">{basisNumber}</span>,{" "}
                {formatDate(locale, basisDate)}
                {mayReadBasis && basisFileId ? (
                  <>
                    <br />
                    <Anchor href={to(paths.mandateBasis(mandate.id))}>{t("mandate.field.basisDownload")}</Anchor>
                  </>
                ) : null}
              </>
            ),
          },
          { key: "entered", term: t("mandate.field.enteredAt"), value: at(mandate.enteredAt) },
          ...(decidedAt ? [{ key: "decided", term: t("mandate.field.decidedAt"), value: at(decidedAt) }] : []),
          ...(mandate.status === "verified" && mandate.decisionReason !== ""
            ? [{ key: "remark", term: t("mandate.field.remark"), value: mandate.decisionReason }]
            : []),
          ...(endedAt ? [{ key: "ended", term: t("mandate.field.endedAt"), value: at(endedAt) }] : []),
        ]}
      />
    </Section>
  )
}
