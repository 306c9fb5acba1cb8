import type { RegisterChoices } from "#app/domain/agreement/register.server.ts"
import type { RegisterFilter } from "#app/domain/agreement/register-filter.ts"
import { useT } from "#app/i18n/react.tsx"
import { ListFilters } from "../../parts/list-filters.tsx"

const states = ["in_force", "lapsed"] as const

/** The filters of the public register. */
export function RegisterFilters({
  action,
  filter: { q, region, status, year },
  choices,
  count,
  keep,
}: {
  action: string
  filter: RegisterFilter
  choices: RegisterChoices
  count: number
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}) {
  const t = useT()
  return (
    <ListFilters
      action={action}
      keep={keep}
      count={t("agreement.register.count", { count })}
      search={{ label: t("agreement.register.search"), hint: t("agreement.register.searchHint"), value: q }}
      choices={[
        {
          name: "region",
          label: t("agreement.register.region"),
          any: t("agreement.register.anyRegion"),
          value: region,
          options: choices.regions.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          name: "status",
          label: t("agreement.register.status"),
          any: t("agreement.register.anyStatus"),
          value: status,
          options: states.map((value) => ({ value, label: t(`agreement.status.${value}`) })),
        },
        {
          name: "year",
          label: t("agreement.register.year"),
          any: t("agreement.register.anyYear"),
          value: year === null ? null : String(year),
          options: choices.years.map((one) => ({ value: String(one), label: String(one) })),
        },
      ]}
    />
  )
}
