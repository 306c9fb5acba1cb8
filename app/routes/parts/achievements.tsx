import type { ReactNode } from "react"
import type { Achievement } from "#app/domain/network/achievements.server.ts"
import { formatDate, formatDecimal } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Grid, Section } from "#app/ui/index.ts"
import { InitiativeState } from "../initiatives/parts/initiative-state.tsx"

/**
 * What came of it: for each initiative the outcome that has come farthest. Where nothing was measured `none` says so;
 * without it nothing is drawn.
 */
export function Achievements({ entries, none }: { entries: readonly Achievement[]; none?: ReactNode }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  if (entries.length === 0 && none === undefined) return null
  return (
    <Section title={t("network.came.title")} lede={t("network.came.lede")} id="hasil">
      {entries.length === 0 ? (
        none
      ) : (
        <Grid columns={3}>
          {entries.map((entry) => {
            const figure = (value: string) => `${formatDecimal(locale, value)} ${entry.unit}`
            return (
              <article key={entry.slug} className="achievement">
                <p className="outcome__value">
                  <strong lang="id">{figure(entry.value)}</strong>
                </p>
                <p lang="id">{entry.indicator}</p>
                <progress
                  className="outcome__bar"
                  max={1}
                  value={Math.min(1, entry.progress.fraction)}
                  aria-label={t("initiative.outcome.progressOf", { indicator: entry.indicator })}
                />
                <p className="text-sm text-ink-soft">
                  {t("network.came.from", { baseline: figure(entry.baseline), target: figure(entry.target) })},{" "}
                  {t("initiative.outcome.measuredOn", { date: formatDate(locale, entry.measuredOn) })}
                </p>
                <h3 className="achievement__title">
                  <Anchor href={to(paths.initiative(entry.slug))}>
                    <span lang="id">{entry.title}</span>
                  </Anchor>
                </h3>
                <p className="flex flex-wrap items-center gap-2 text-sm">
                  <InitiativeState status={entry.status} /> {entry.regionName}
                </p>
                {entry.sequel ? (
                  <p className="text-sm">
                    <strong>{t("network.came.next")}:</strong> <span lang="id">{beginning(entry.sequel)}</span>
                  </p>
                ) : null}
              </article>
            )
          })}
        </Grid>
      )}
    </Section>
  )
}

/** The first sentence or so of a longer text. */
function beginning(text: string): string {
  const sentence = text.split(/(?<=[.!?])\s/)[0] ?? ""
  return sentence.length <= 180 ? sentence : `${sentence.slice(0, 179).trimEnd()}…`
}
