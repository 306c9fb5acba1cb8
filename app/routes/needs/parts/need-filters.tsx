import { contributionKinds } from "#app/domain/proposal/kinds.ts"
import type { NeedFilter } from "#app/domain/proposal/need-filter.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { ListFilters } from "../../parts/list-filters.tsx"
import { affairOptions } from "./affair-options.ts"

const states = ["open", "closed"] as const

/** What narrows the public list of needs. */
export function NeedFilters({
  action,
  filter: { q, affair, kind, region, state },
  regions,
  count,
  keep,
}: {
  action: string
  filter: NeedFilter
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
      count={t("proposal.need.list.count", { count })}
      search={{ label: t("proposal.need.list.search"), hint: t("proposal.need.list.searchHint"), value: q }}
      choices={[
        {
          name: "affair",
          label: t("proposal.need.affair"),
          any: t("proposal.need.list.anyAffair"),
          value: affair,
          options: affairOptions(t),
        },
        {
          name: "kind",
          label: t("proposal.need.list.kind"),
          any: t("proposal.need.list.anyKind"),
          value: kind,
          options: contributionKinds.map((value) => ({ value, label: t(`proposal.kind.${value}`) })),
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
          label: t("proposal.need.state"),
          any: t("proposal.need.list.anyState"),
          value: state,
          options: states.map((value) => ({ value, label: t(`proposal.need.status.${value}`) })),
        },
      ]}
    />
  )
}
