import type { SignedReview } from "#app/domain/organisation/queries.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Section, type State, StateBadge } from "#app/ui/index.ts"

const looks: Readonly<Record<SignedReview["decision"], State>> = {
  verified: "positive",
  refused: "refused",
  suspended: "warning",
  restored: "positive",
}

/** What the secretariat decided on an organisation before, with its reasons, newest first. */
export function Reviews({ reviews }: { reviews: readonly SignedReview[] }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Section title={t("organisation.admin.reviews")} id="keputusan" ruled>
      {reviews.length === 0 ? (
        <p>{t("organisation.admin.reviewsNone")}</p>
      ) : (
        <ul className="stack gap-lg">
          {reviews.map(({ id, decision, reason, reviewerName, createdAt }) => (
            <li key={id}>
              <p>
                <StateBadge state={looks[decision]}>{t(`organisation.admin.outcome.${decision}`)}</StateBadge>{" "}
                <span className="text-sm text-ink-soft">
                  {t("organisation.admin.decidedBy", {
                    name: reviewerName,
                    date: formatInstant(locale, createdAt, timeZone),
                  })}
                </span>
              </p>
              {reason ? <p className="max-w-measure whitespace-pre-line">{reason}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
