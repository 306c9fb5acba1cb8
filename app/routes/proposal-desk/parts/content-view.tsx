import type { ContributionKind } from "#app/domain/proposal/kinds.ts"
import { formatDate, formatNumber } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DefinitionList, Prose, RecordTable, Section } from "#app/ui/index.ts"

/** A proposal's text, complete or not, as a page shows it. Dates and amounts may still be missing. */
export type ContentView = {
  readonly summary: string
  /** HTML of the plan, made from its Markdown subset. */
  readonly planHtml: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly contributions: readonly {
    readonly key: string
    readonly kind: ContributionKind | ""
    readonly description: string
    /** Whole rupiah; null where it is given without a figure, or none was typed yet. */
    readonly amount: number | null
  }[]
}

/** Whole rupiah as people read them. */
export function useRupiah(): (amount: number) => string {
  const locale = useLocale()
  return (amount) => `Rp${formatNumber(locale, amount)}`
}

/** What a proposal says: summary, contributions with their sum, plan, period. `level` is that of its headings. */
export function ProposalContent({ content }: { content: ContentView }) {
  const t = useT()
  const locale = useLocale()
  const rupiah = useRupiah()
  const missing = <span className="text-ink-soft">{t("proposal.content.missing")}</span>
  const day = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(locale, value) : value || missing)
  const sum = content.contributions.reduce((total, { amount }) => total + (amount ?? 0), 0)
  return (
    <>
      <Section title={t("proposal.content.summary")} id="ringkas">
        {content.summary ? (
          <p className="whitespace-pre-line" lang="id">
            {content.summary}
          </p>
        ) : (
          missing
        )}
        <DefinitionList
          items={[
            {
              term: t("proposal.content.period"),
              value: (
                <>
                  {day(content.periodFrom)} {t("proposal.content.to")} {day(content.periodUntil)}
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t("proposal.content.contributions")} id="kontribusi" ruled>
        <RecordTable
          caption={t("proposal.content.contributions")}
          captionHidden
          rows={content.contributions}
          rowKey={({ key }) => key}
          empty={t("proposal.content.noContributions")}
          columns={[
            {
              key: "kind",
              header: t("proposal.content.kind"),
              rowHeader: true,
              cell: ({ kind }) => (kind ? t(`proposal.kind.${kind}`) : missing),
            },
            {
              key: "description",
              header: t("proposal.content.description"),
              cell: ({ description }) => (description ? <span lang="id">{description}</span> : missing),
            },
            {
              key: "amount",
              header: t("proposal.content.amount"),
              numeric: true,
              cell: ({ amount }) =>
                amount === null ? (
                  <span className="text-ink-soft">{t("proposal.content.inKind")}</span>
                ) : (
                  rupiah(amount)
                ),
            },
          ]}
        />
        {sum > 0 ? <p className="tabular">{t("proposal.content.sum", { sum: rupiah(sum) })}</p> : null}
      </Section>
      <Section title={t("proposal.content.plan")} id="rencana" ruled>
        {content.planHtml ? (
          <div lang="id">
            <Prose html={content.planHtml} />
          </div>
        ) : (
          missing
        )}
      </Section>
    </>
  )
}
