import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { type ActiveFilter, FilterBar, HiddenFields, Select, type SelectOptions, TextInput } from "#app/ui/index.ts"

/** A filter of a list that is one of a known set. */
export type FilterChoice = {
  /** As the address calls it. */
  readonly name: string
  readonly label: string
  /** What its chip calls it, where the label stands in the words of the values already. */
  readonly chip?: string
  /** What the field says while it narrows nothing. */
  readonly any: string
  readonly value: string | null
  readonly options: SelectOptions
}

/** The word of a chosen value; what is not among the options stands for itself, since the list is narrowed by it. */
const wordOf = (options: SelectOptions, value: string): string =>
  options.flatMap((option) => ("group" in option ? option.options : [option])).find((option) => option.value === value)
    ?.label ?? value

/** The choices that narrow a list, each with the address of the list without it, from its beginning. */
export const activeChoices = (
  action: string,
  choices: readonly FilterChoice[],
  others: Readonly<Record<string, string>>,
): ActiveFilter[] => {
  const query = { ...Object.fromEntries(choices.map(({ name, value }) => [name, value])), ...others }
  return choices.flatMap(({ name, label, chip = label, value, options }) =>
    value === null
      ? []
      : [{ name, label: chip, value: wordOf(options, value), href: withQuery(action, { ...query, [name]: null }) }],
  )
}

/** The fields of such choices. */
export const FilterSelects = ({ choices }: { choices: readonly FilterChoice[] }) =>
  choices.map(({ name, label, any, value, options }) => (
    <Select
      key={name}
      name={name}
      label={label}
      width="sm"
      defaultValue={value ?? ""}
      placeholder={any}
      options={options}
    />
  ))

/** Words and choices that narrow a list, each with its place in the address, and a way out of each that does. */
export function ListFilters({
  action,
  search,
  choices,
  count,
  keep = {},
}: {
  action: string
  /** The field `q`. */
  search: { readonly label: string; readonly hint: string; readonly value: string }
  choices: readonly FilterChoice[]
  count: string
  /** What else the address says, for the next one to say as well. */
  keep?: Readonly<Record<string, string>>
}) {
  const t = useT()
  const { label, hint, value } = search
  const q = value.trim()
  const chosen = activeChoices(action, choices, { q, ...keep })
  const withoutWords = { ...Object.fromEntries(choices.map(({ name, value }) => [name, value])), ...keep }
  const words = { name: "q", label: t("ui.words"), value: `“${q}”`, href: withQuery(action, withoutWords) }
  return (
    <FilterBar
      action={action}
      count={count}
      folded={<FilterSelects choices={choices} />}
      foldedCount={chosen.length}
      active={q === "" ? chosen : [words, ...chosen]}
      resetHref={withQuery(action, keep)}
    >
      <HiddenFields values={keep} />
      <TextInput
        name="q"
        type="search"
        label={label}
        hint={hint}
        defaultValue={value}
        maxLength={200}
        enterKeyHint="search"
      />
    </FilterBar>
  )
}
