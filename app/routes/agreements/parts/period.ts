import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"

type Period = { readonly periodFrom: string | null; readonly periodUntil: string | null }

/** A term in words: "8 Desember 2021 sampai 7 Desember 2026"; open ends are said to be open. */
export function usePeriod(): (period: Period) => string {
  const t = useT()
  const locale = useLocale()
  const day = (value: string | null) => (value === null ? t("agreement.head.open") : formatDate(locale, value))
  return ({ periodFrom, periodUntil }) =>
    periodFrom === null && periodUntil === null
      ? t("agreement.head.open")
      : t("agreement.periodText", { from: day(periodFrom), until: day(periodUntil) })
}
