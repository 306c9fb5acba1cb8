import type { ReactNode } from "react"
import type { Outcome } from "#app/domain/initiative/detail.server.ts"
import { formatDate, formatDecimal, formatShare } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Disclosure } from "#app/ui/index.ts"

/**
 * What is measured: where it began, where it should come to, and how far it is. `actions` draws what may be done with
 * one, and `measureAction` with one of its measures.
 */
export function Outcomes({
  outcomes,
  level = 3,
  actions,
  measureAction,
}: {
  outcomes: readonly Outcome[]
  /** That of their headings. */
  level?: 2 | 3
  actions?: (outcome: Outcome) => ReactNode
  measureAction?: (measure: Outcome["measures"][number], outcome: Outcome) => ReactNode
}) {
  const t = useT()
  const locale = useLocale()
  const Heading = level === 2 ? "h2" : "h3"
  const figure = (outcome: Outcome, value: string) => (
    <>
      {formatDecimal(locale, value)} <span lang="id">{outcome.unit}</span>
    </>
  )
  return (
    <ul className="outcomes">
      {outcomes.map((outcome) => {
        const { id, indicator, baseline, target, latest, progress, measures, source } = outcome
        return (
          <li key={id} className="outcome">
            <Heading className="outcome__title" lang="id">
              {indicator}
            </Heading>
            <p className="outcome__value">
              {latest ? (
                <>
                  <strong>{figure(outcome, latest.value)}</strong>{" "}
                  <span className="text-sm text-ink-soft">
                    {t("initiative.outcome.measuredOn", { date: formatDate(locale, latest.measuredOn) })}
                  </span>
                </>
              ) : (
                <span className="text-ink-soft">{t("initiative.outcome.notMeasured")}</span>
              )}
            </p>
            <progress
              className="outcome__bar"
              max={1}
              value={Math.min(1, progress?.fraction ?? 0)}
              aria-label={t("initiative.outcome.progressOf", { indicator })}
            />
            <p className="outcome__scale">
              <span>
                {t("initiative.outcome.baseline")} {figure(outcome, baseline)}
              </span>
              <span>
                {progress
                  ? t(
                      progress.reached
                        ? "initiative.outcome.reached"
                        : progress.away
                          ? "initiative.outcome.away"
                          : "initiative.outcome.share",
                      { share: formatShare(locale, progress.fraction) },
                    )
                  : null}
              </span>
              <span>
                {t("initiative.outcome.target")} {figure(outcome, target)}
              </span>
            </p>
            <p className="text-sm text-ink-soft">
              {t("initiative.outcome.source")}: <span lang="id">{source}</span>
            </p>
            {measures.length > 0 ? (
              <Disclosure summary={t("initiative.outcome.measures", { count: measures.length })}>
                <ul className="points points--plain">
                  {measures.map((measure) => (
                    <li key={measure.id}>
                      <span className="tabular">{formatDate(locale, measure.measuredOn)}</span>:{" "}
                      <strong>{figure(outcome, measure.value)}</strong>
                      {measure.note ? (
                        <span className="points__source" lang="id">
                          {measure.note}
                        </span>
                      ) : null}
                      {measureAction ? <> {measureAction(measure, outcome)}</> : null}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ) : null}
            {actions ? <div className="outcome__actions">{actions(outcome)}</div> : null}
          </li>
        )
      })}
    </ul>
  )
}
