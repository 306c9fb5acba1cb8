import type { Point } from "#app/domain/proposal/points.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Section } from "#app/ui/index.ts"

/** What the region asked to be revised, version by version, newest first, each point with its answer. */
export function PointsList({ points }: { points: readonly Point[] }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const versions = [...new Set(points.map(({ versionNumber }) => versionNumber))].sort((a, b) => b - a)
  return (
    <>
      {versions.map((version) => {
        const asked = points.filter(({ versionNumber }) => versionNumber === version)
        return (
          <Section
            key={version}
            level={3}
            id={`perbaikan-${version}`}
            title={t("proposal.point.of", { version })}
            lede={t("proposal.point.askedAt", {
              date: formatDate(locale, asked[0]?.createdAt ?? "", { timeZone }),
            })}
          >
            <ol className="exchange">
              {asked.map((point) => (
                <li key={point.id} className="exchange__point">
                  <p className="exchange__part">{t(`proposal.part.${point.part}`)}</p>
                  <p className="whitespace-pre-line" lang="id">
                    {point.text}
                  </p>
                  {point.answer ? (
                    <div className="exchange__answer">
                      <p className="exchange__part">{t("proposal.point.answer")}</p>
                      <p className="whitespace-pre-line" lang="id">
                        {point.answer}
                      </p>
                    </div>
                  ) : (
                    <p className="text-sm text-ink-soft">{t("proposal.point.unanswered")}</p>
                  )}
                </li>
              ))}
            </ol>
          </Section>
        )
      })}
    </>
  )
}
