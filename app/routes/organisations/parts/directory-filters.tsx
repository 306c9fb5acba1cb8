import type { DirectoryFilter } from "#app/domain/organisation/directory-filter.ts"
import { useT } from "#app/i18n/react.tsx"
import { STRANDS } from "#app/ui/index.ts"
import { ListFilters } from "../../parts/list-filters.tsx"

type Choice = { readonly code: string; readonly name: string }

type Props = {
  action: string
  filter: DirectoryFilter
  provinces: readonly Choice[]
  /** A kabupaten or kota that another page filtered by; the list offers provinces only. */
  chosen: Choice | null
  count: number
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}

/** What narrows the list of partners. */
export function DirectoryFilters({ action, filter, provinces, chosen, count, keep }: Props) {
  const t = useT()
  const option = ({ code, name }: Choice) => ({ value: code, label: name })
  return (
    <ListFilters
      action={action}
      keep={keep}
      count={t("organisation.list.count", { count })}
      search={{ label: t("organisation.list.search"), hint: t("organisation.list.searchHint"), value: filter.q }}
      choices={[
        {
          name: "unsur",
          label: t("organisation.list.strand"),
          any: t("organisation.list.anyStrand"),
          value: filter.strand,
          options: STRANDS.map((strand) => ({ value: strand, label: t(`ui.strand.${strand}`) })),
        },
        {
          name: "wilayah",
          label: t("organisation.list.region"),
          chip: t("search.region"),
          any: t("organisation.list.anyRegion"),
          value: filter.region,
          options: [
            ...(chosen ? [{ group: t("organisation.list.regionGroup"), options: [option(chosen)] }] : []),
            { group: t("organisation.list.region"), options: provinces.map(option) },
          ],
        },
      ]}
    />
  )
}
