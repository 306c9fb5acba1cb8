import type { VersionSummary } from "#app/domain/agreement/versions.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { FilterBar, Select } from "#app/ui/index.ts"

export type Shown = "changesOnly" | "whole"

/** Which two versions are compared, and how much of them is shown; all of it stands in the address. */
export function VersionChoice({
  action,
  versions,
  before,
  after,
  show,
  count,
}: {
  action: string
  versions: readonly VersionSummary[]
  before: number
  after: number
  show: Shown
  count: number
}) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const options = versions.map(({ number, createdAt }) => ({
    value: String(number),
    label: `${t("agreement.version", { number })}, ${formatDate(locale, createdAt, { timeZone, style: "short" })}`,
  }))
  return (
    <FilterBar
      action={action}
      submitLabel={t("agreement.comparison.submit")}
      count={t("agreement.comparison.count", { count })}
    >
      <Select name="before" label={t("agreement.comparison.before")} options={options} defaultValue={String(before)} />
      <Select name="after" label={t("agreement.comparison.after")} options={options} defaultValue={String(after)} />
      <Select
        name="show"
        label={t("agreement.comparison.show")}
        defaultValue={show}
        options={[
          { value: "changesOnly", label: t("agreement.comparison.changesOnly") },
          { value: "whole", label: t("agreement.comparison.whole") },
        ]}
      />
    </FilterBar>
  )
}
