import type { LockWarning } from "#app/domain/agreement/lock-warnings.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Notice } from "#app/ui/index.ts"

/** What to look at again before going on; draws nothing where there is nothing to say. */
export function Warnings({
  title,
  warnings,
  note,
}: {
  title: string
  warnings: readonly LockWarning[]
  note?: string
}) {
  const t = useT()
  const words = useWarning()
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" title={title}>
      <ul className="points">
        {warnings.map((warning) => {
          const text = words(warning)
          return (
            <li key={text}>
              {text}
              {"source" in warning && warning.source ? (
                <span className="points__source">{t("agreement.lock.source", { source: warning.source })}</span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {note ? <p>{note}</p> : null}
    </Notice>
  )
}

function useWarning(): (warning: LockWarning) => string {
  const t = useT()
  const locale = useLocale()
  return (warning) => {
    switch (warning.kind) {
      case "minimumMissing":
      case "minimumEmpty":
        return t(`agreement.lock.${warning.kind}`, { title: warning.title })
      case "longPeriod":
        return t("agreement.lock.longPeriod", { months: warning.months })
      case "blanks":
        return t("agreement.lock.blanks", { titles: warning.titles.join("; ") })
      case "unprintable":
        return t("agreement.lock.unprintable", { characters: warning.characters.join(" ") })
      case "datePassed":
        return t("agreement.lock.datePassed", { date: formatDate(locale, warning.date) })
    }
  }
}
