import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DefinitionList, RecordTable } from "#app/ui/index.ts"
import { useFormName, usePracticeName } from "../../programmes/parts/names.ts"
import type { LearnerView } from "../show.tsx"

/** Every counted hour with its evidence and its rule, the sums by subject, and the year against what is due. */
export function LedgerTable({ view }: { view: LearnerView }) {
  const t = useT()
  const locale = useLocale()
  const practiceName = usePracticeName()
  const formName = useFormName(view.forms)
  const { ledger, facts } = view
  const { yearly } = ledger
  return (
    <>
      <RecordTable
        caption={t("programme.learner.ledger")}
        captionHidden
        rows={ledger.lines}
        rowKey={({ attendanceId }) => attendanceId}
        empty={t("programme.learner.ledgerEmpty")}
        columns={[
          {
            key: "date",
            header: t("programme.learner.date"),
            rowHeader: true,
            nowrap: true,
            cell: ({ day }) => formatDate(locale, day),
          },
          {
            key: "evidence",
            header: t("programme.learner.evidence"),
            cell: ({ title, means }) => `${title}, ${t(`programme.session.means.${means}`)}`,
          },
          {
            key: "rule",
            header: t("programme.learner.ruleHead"),
            cell: ({ form, reason }) => `${formName(form)}: ${t(`programme.learner.rule.${reason}`)}`,
          },
          { key: "hours", header: t("programme.hours"), numeric: true, cell: ({ hours }) => hours },
        ]}
      />
      <RecordTable
        caption={t("programme.learner.subjects")}
        rows={ledger.subjects}
        rowKey={({ moduleId }) => moduleId}
        columns={[
          {
            key: "subject",
            header: t("programme.practice"),
            rowHeader: true,
            cell: ({ practice }) => practiceName(practice),
          },
          { key: "planned", header: t("programme.learner.planned"), numeric: true, cell: ({ planned }) => planned },
          { key: "hours", header: t("programme.learner.counted"), numeric: true, cell: ({ hours }) => hours },
        ]}
      />
      <DefinitionList
        items={[
          { key: "total", term: t("programme.learner.total"), value: t("programme.jp", { hours: ledger.hours }) },
          ...ledger.years.map(({ year, hours, everywhere }) => ({
            key: String(year),
            term: t("programme.learner.year", { year }),
            value: (
              <>
                {t("programme.learner.yearHere", { hours })}
                {everywhere === null ? null : (
                  <>
                    <br />
                    {t("programme.learner.yearAll", { hours: everywhere, right: yearly.hours })}
                  </>
                )}
              </>
            ),
          })),
        ]}
      />
      <p className="text-sm text-ink-soft" lang="id">
        {t("programme.learner.ledgerSource", { source: ledger.source })}{" "}
        {t("programme.learner.rightSource", { source: yearly.source })}{" "}
        {facts.numberKind === "ni_pppk"
          ? t("programme.learner.yearPppk", { hours: yearly.pppkHours, source: yearly.pppkSource })
          : null}
      </p>
    </>
  )
}
