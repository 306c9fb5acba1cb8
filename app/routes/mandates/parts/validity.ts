import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"

/** A mandate's term in words: "20 Februari 2025 sampai 20 Februari 2030". */
export function useValidity(): (mandate: { readonly validFrom: string; readonly validUntil: string | null }) => string {
  const t = useT()
  const locale = useLocale()
  return ({ validFrom, validUntil }) =>
    t("mandate.field.period", {
      from: formatDate(locale, validFrom),
      until: validUntil ? formatDate(locale, validUntil) : t("mandate.field.openEnd"),
    })
}
