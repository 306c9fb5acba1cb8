/**
 * Whole rupiah as people type them: "1250000", "Rp1.250.000", "Rp 1,250,000", "1.250.000,00". Null for anything else;
 * a fraction of a rupiah is something else.
 */
export function readAmount(typed: string): number | null {
  const figures = typed
    .trim()
    .replace(/^rp\.?\s*/i, "")
    .replace(/,(-|00)$/, "")
  const grouped = [".", ",", " "].some((sign) =>
    figures.split(sign).every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group)),
  )
  if (!/^\d+$/.test(figures) && !grouped) return null
  const digits = figures.replace(/\D/g, "").replace(/^0+(?=\d)/, "")
  return digits.length <= 16 ? Number(digits) : null
}
