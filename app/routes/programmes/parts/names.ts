import type { LearningForm } from "#app/domain/programme/learning-forms.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { isPractice, practices } from "#content/practices/titles.ts"

/** The name of a practice in the reader's language. */
export function usePracticeName(): (key: string) => string {
  const locale = useLocale()
  return (key) => (isPractice(key) ? practices[key][locale] : key)
}

/** The name of a form of learning in the reader's language. */
export function useFormName(forms: readonly LearningForm[]): (key: string) => string {
  const locale = useLocale()
  return (key) => forms.find((form) => form.key === key)?.name[locale] ?? key
}

/** "9 Maret 2026 sampai 20 Maret 2026". */
export function useDays(): (from: string, until: string) => string {
  const t = useT()
  const locale = useLocale()
  return (from, until) =>
    from === until
      ? formatDate(locale, from)
      : t("programme.cohort.days", { from: formatDate(locale, from), until: formatDate(locale, until) })
}
