import type { RegionFilter } from "#app/domain/region/filter.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { FilterBar, HiddenFields, Select, TextInput } from "#app/ui/index.ts"

type Props = {
  action: string
  filter: RegionFilter
  provinces: readonly { readonly code: string; readonly name: string }[]
  count: number
  filtered: boolean
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}

/** Search and province of the list of regions; each has its place in the address. */
export function RegionFilters({ action, filter, provinces, count, filtered, keep }: Props) {
  const t = useT()
  return (
    <FilterBar
      action={action}
      count={t("region.list.count", { count })}
      resetHref={filtered ? withQuery(action, keep) : undefined}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={t("region.list.search")}
        hint={t("region.list.searchHint")}
        defaultValue={filter.q}
        maxLength={200}
      />
      <Select
        name="provinsi"
        label={t("region.list.province")}
        defaultValue={filter.province ?? ""}
        options={[
          { value: "", label: t("region.list.anyProvince") },
          ...provinces.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </FilterBar>
  )
}
