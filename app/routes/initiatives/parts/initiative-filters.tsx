import type { InitiativeFilter } from "#app/domain/initiative/filter.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { FilterBar, HiddenFields, Select, STRANDS, TextInput } from "#app/ui/index.ts"
import { affairOptions } from "../../needs/parts/affair-options.ts"

const states = ["prepared", "running", "completed", "stopped"] as const

/** What narrows the public list of initiatives. */
export function InitiativeFilters({
  action,
  filter,
  regions,
  count,
  filtered,
  keep,
}: {
  action: string
  filter: InitiativeFilter
  regions: readonly RegionChoice[]
  count: number
  filtered: boolean
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}) {
  const t = useT()
  return (
    <FilterBar
      action={action}
      count={t("initiative.list.count", { count })}
      resetHref={filtered ? withQuery(action, keep) : undefined}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={t("initiative.list.search")}
        hint={t("initiative.list.searchHint")}
        defaultValue={filter.q}
        maxLength={200}
      />
      <Select
        name="affair"
        label={t("proposal.need.affair")}
        width="sm"
        defaultValue={filter.affair ?? ""}
        placeholder={t("proposal.need.list.anyAffair")}
        options={affairOptions(t)}
      />
      <Select
        name="strand"
        label={t("initiative.strand")}
        width="sm"
        defaultValue={filter.strand ?? ""}
        options={[
          { value: "", label: t("initiative.list.anyStrand") },
          ...STRANDS.map((strand) => ({ value: strand, label: t(`ui.strand.${strand}`) })),
        ]}
      />
      <Select
        name="region"
        label={t("proposal.need.region")}
        width="sm"
        defaultValue={filter.region ?? ""}
        options={[
          { value: "", label: t("proposal.need.list.anyRegion") },
          ...regions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Select
        name="state"
        label={t("initiative.state")}
        width="sm"
        defaultValue={filter.state ?? ""}
        options={[
          { value: "", label: t("proposal.need.list.anyState") },
          ...states.map((value) => ({ value, label: t(`initiative.status.${value}`) })),
        ]}
      />
    </FilterBar>
  )
}
