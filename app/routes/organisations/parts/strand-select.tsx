import { strands } from "#app/domain/organisation/legal-forms.ts"
import { useT } from "#app/i18n/react.tsx"
import { Select } from "#app/ui/index.ts"

/** The strand as a filter of a list of organisations. */
export function StrandSelect({ chosen }: { chosen: string | null }) {
  const t = useT()
  return (
    <Select
      name="unsur"
      label={t("organisation.list.strand")}
      width="sm"
      defaultValue={chosen ?? ""}
      options={[
        { value: "", label: t("organisation.list.anyStrand") },
        ...strands.map((strand) => ({ value: strand, label: `${strand} – ${t(`ui.strand.${strand}`)}` })),
      ]}
    />
  )
}
