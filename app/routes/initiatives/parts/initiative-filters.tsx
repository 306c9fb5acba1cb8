import type { InitiativeFilter } from "#app/domain/initiative/filter.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { STRANDS } from "#app/ui/index.ts"
import { affairOptions } from "../../needs/parts/affair-options.ts"
import { ListFilters } from "../../parts/list-filters.tsx"

const states = ["prepared", "running", "completed", "stopped"] as const

/** What narrows the public list of initiatives. */
export function InitiativeFilters({
  action,
  filter: { q, affair, strand, region, state },
  regions,
  count,
  keep,
}: {
  action: string
  filter: InitiativeFilter
  regions: readonly RegionChoice[]
  count: number
  /** What else the address says, for the next one to say as well. */
  keep: Readonly<Record<string, string>>
}) {
  const t = useT()
  return (
    <ListFilters
      action={action}
      keep={keep}
      count={t("initiative.list.count", { count })}
      search={{ label: t("initiative.list.search"), hint: t("initiative.list.searchHint"), value: q }}
      choices={[
        {
          name: "affair",
          label: t("proposal.need.affair"),
          any: t("proposal.need.list.anyAffair"),
          value: affair,
          options: affairOptions(t),
        },
        {
          name: "strand",
          label: t("initiative.strand"),
          any: t("initiative.list.anyStrand"),
          value: strand,
          options: STRANDS.map((value) => ({ value, label: t(`ui.strand.${value}`) })),
        },
        {
          name: "region",
          label: t("proposal.need.region"),
          any: t("proposal.need.list.anyRegion"),
          value: region,
          options: regions.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          name: "state",
          label: t("initiative.state"),
          any: t("proposal.need.list.anyState"),
          value: state,
          options: states.map((value) => ({ value, label: t(`initiative.status.${value}`) })),
        },
      ]}
    />
  )
}
