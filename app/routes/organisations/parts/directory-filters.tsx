import type { DirectoryFilter } from "#app/domain/organisation/directory-filter.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { FilterBar, HiddenFields, Select, TextInput } from "#app/ui/index.ts"
import { StrandSelect } from "./strand-select.tsx"

type Choice = { readonly code: string; readonly name: string }

type Props = {
  action: string
  filter: DirectoryFilter
  provinces: readonly Choice[]
  /** A kabupaten or kota that another page filtered by; the list offers provinces only. */
  chosen: Choice | null
  count: number
  filtered: boolean
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}

/** Search, strand and region of the list of partners; each has its place in the address. */
export function DirectoryFilters({ action, filter, provinces, chosen, count, filtered, keep }: Props) {
  const t = useT()
  const option = ({ code, name }: Choice) => ({ value: code, label: name })
  return (
    <FilterBar
      action={action}
      count={t("organisation.list.count", { count })}
      resetHref={filtered ? withQuery(action, keep) : undefined}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={t("organisation.list.search")}
        hint={t("organisation.list.searchHint")}
        defaultValue={filter.q}
        maxLength={200}
      />
      <StrandSelect chosen={filter.strand} />
      <Select
        name="wilayah"
        label={t("organisation.list.region")}
        defaultValue={filter.region ?? ""}
        placeholder={t("organisation.list.anyRegion")}
        options={[
          ...(chosen ? [{ group: t("organisation.list.regionGroup"), options: [option(chosen)] }] : []),
          { group: t("organisation.list.region"), options: provinces.map(option) },
        ]}
      />
    </FilterBar>
  )
}
