import type { RegionFilter } from "#app/domain/region/filter.ts"
import { useT } from "#app/i18n/react.tsx"
import { ListFilters } from "../../parts/list-filters.tsx"

type Props = {
  action: string
  filter: RegionFilter
  provinces: readonly { readonly code: string; readonly name: string }[]
  count: number
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}

/** Search and province of the list of regions; each has its place in the address. */
export function RegionFilters({ action, filter, provinces, count, keep }: Props) {
  const t = useT()
  return (
    <ListFilters
      action={action}
      keep={keep}
      count={t("region.list.count", { count })}
      search={{ label: t("region.list.search"), hint: t("region.list.searchHint"), value: filter.q }}
      choices={[
        {
          name: "provinsi",
          label: t("region.list.province"),
          chip: t("search.region"),
          any: t("region.list.anyProvince"),
          value: filter.province,
          options: provinces.map(({ code, name }) => ({ value: code, label: name })),
        },
      ]}
    />
  )
}
