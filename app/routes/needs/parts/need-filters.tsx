import { contributionKinds } from "#app/domain/proposal/kinds.ts"
import type { NeedFilter } from "#app/domain/proposal/need-filter.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { FilterBar, HiddenFields, Select, TextInput } from "#app/ui/index.ts"
import { affairOptions } from "./affair-options.ts"

/** What narrows the public list of needs. */
export function NeedFilters({
  action,
  filter,
  regions,
  count,
  filtered,
  keep,
}: {
  action: string
  filter: NeedFilter
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
      count={t("proposal.need.list.count", { count })}
      resetHref={filtered ? withQuery(action, keep) : undefined}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={t("proposal.need.list.search")}
        hint={t("proposal.need.list.searchHint")}
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
        name="kind"
        label={t("proposal.need.list.kind")}
        width="sm"
        defaultValue={filter.kind ?? ""}
        options={[
          { value: "", label: t("proposal.need.list.anyKind") },
          ...contributionKinds.map((kind) => ({ value: kind, label: t(`proposal.kind.${kind}`) })),
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
        label={t("proposal.need.state")}
        width="sm"
        defaultValue={filter.state ?? ""}
        options={[
          { value: "", label: t("proposal.need.list.anyState") },
          ...(["open", "closed"] as const).map((value) => ({ value, label: t(`proposal.need.status.${value}`) })),
        ]}
      />
    </FilterBar>
  )
}
