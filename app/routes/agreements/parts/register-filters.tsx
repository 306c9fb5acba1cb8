import type { RegisterChoices } from "#app/domain/agreement/register.server.ts"
import type { RegisterFilter } from "#app/domain/agreement/register-filter.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { FilterBar, HiddenFields, Select, TextInput } from "#app/ui/index.ts"

/** The filters of the public register; each has its place in the address. */
export function RegisterFilters({
  action,
  filter,
  choices,
  count,
  filtered,
  keep,
}: {
  action: string
  filter: RegisterFilter
  choices: RegisterChoices
  count: number
  filtered: boolean
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}) {
  const t = useT()
  return (
    <FilterBar
      action={action}
      count={t("agreement.register.count", { count })}
      resetHref={filtered ? withQuery(action, keep) : undefined}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={t("agreement.register.search")}
        hint={t("agreement.register.searchHint")}
        defaultValue={filter.q}
        maxLength={200}
      />
      <Select
        name="region"
        label={t("agreement.register.region")}
        defaultValue={filter.region ?? ""}
        options={[
          { value: "", label: t("agreement.register.anyRegion") },
          ...choices.regions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Select
        name="status"
        label={t("agreement.register.status")}
        width="sm"
        defaultValue={filter.status ?? ""}
        options={[
          { value: "", label: t("agreement.register.anyStatus") },
          { value: "in_force", label: t("agreement.status.in_force") },
          { value: "lapsed", label: t("agreement.status.lapsed") },
        ]}
      />
      <Select
        name="year"
        label={t("agreement.register.year")}
        width="sm"
        defaultValue={filter.year === null ? "" : String(filter.year)}
        options={[
          { value: "", label: t("agreement.register.anyYear") },
          ...choices.years.map((year) => ({ value: String(year), label: String(year) })),
        ]}
      />
    </FilterBar>
  )
}
