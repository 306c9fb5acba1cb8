import { kindNames, type SearchFilter } from "#app/domain/search/filter.ts"
import { longestSearch } from "#app/domain/search/words.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { ActiveFilters, Button, FieldFold, STRANDS } from "#app/ui/index.ts"
import { activeChoices, type FilterChoice, FilterSelects } from "../../parts/list-filters.tsx"

type Region = { readonly code: string; readonly name: string }

type Props = {
  action: string
  filter: SearchFilter
  provinces: readonly Region[]
  /** The region that is searched within; the list offers provinces, a link may name a kabupaten or kota. */
  region: (Region & { readonly kind: string }) | null
}

/** The box, what narrows the search, and the way out of each that does. A chosen kind stays chosen with other words. */
export function SearchForm({ action, filter, provinces, region }: Props) {
  const t = useT()
  const option = ({ code, name }: Region) => ({ value: code, label: name })
  const choices: readonly FilterChoice[] = [
    {
      name: "wilayah",
      label: t("search.region"),
      any: t("search.anyRegion"),
      value: filter.region,
      options: [
        ...(region && region.kind !== "provinsi"
          ? [{ group: t("search.chosenRegion"), options: [option(region)] }]
          : []),
        { group: t("search.provinces"), options: provinces.map(option) },
      ],
    },
    {
      name: "unsur",
      label: t("search.strand"),
      any: t("search.anyStrand"),
      value: filter.strand,
      options: STRANDS.map((strand) => ({ value: strand, label: t(`ui.strand.${strand}`) })),
    },
  ]
  const others = { q: filter.q, ...(filter.kind ? { jenis: kindNames[filter.kind] } : {}) }
  const active = activeChoices(action, choices, others)
  return (
    <search>
      <form method="get" action={action} className="search-form">
        <div className="search-form__box">
          <label className="field__label" htmlFor="q">
            {t("search.label")}
          </label>
          <p className="field__hint" id="q-petunjuk">
            {t("search.hint")}
          </p>
          <div className="search-form__line">
            <input
              className="input"
              type="search"
              id="q"
              name="q"
              defaultValue={filter.q}
              maxLength={longestSearch}
              aria-describedby="q-petunjuk"
              enterKeyHint="search"
              spellCheck={false}
            />
            <Button icon="search">{t("search.submit")}</Button>
          </div>
        </div>
        <FieldFold count={active.length}>
          <FilterSelects choices={choices} />
        </FieldFold>
        {filter.kind ? <input type="hidden" name="jenis" value={kindNames[filter.kind]} /> : null}
      </form>
      <ActiveFilters filters={active} clearHref={withQuery(action, others)} />
    </search>
  )
}
