import type { AgreementBasis } from "#app/domain/initiative/basis.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { DateInput, Fieldset, Select, TextArea, TextInput } from "#app/ui/index.ts"
import { affairOptions } from "../../needs/parts/affair-options.ts"
import { basisName, basisOptions } from "./basis-choice.ts"

/** What an initiative says of itself, and on what it stands. */
export function InitiativeFields({
  form,
  regions,
  agreements,
  basis,
}: {
  form: ReturnType<typeof useFormState>
  regions: readonly RegionChoice[]
  agreements: readonly AgreementBasis[]
  /** What is chosen before anything was sent. */
  basis: string
}) {
  const t = useT()
  return (
    <>
      <TextInput
        {...form.field("title")}
        label={t("initiative.title")}
        maxLength={initiativeLimits.title}
        lang="id"
        required
      />
      <TextArea
        {...form.field("summary")}
        label={t("initiative.summary")}
        hint={t("initiative.summaryHint")}
        rows={4}
        maxLength={initiativeLimits.summary}
        lang="id"
        required
      />
      <Select {...form.field("affair")} label={t("proposal.need.affair")} options={affairOptions(t)} required />
      <Select
        {...form.field("regionCode")}
        label={t("proposal.need.region")}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <TextInput
        {...form.field("place")}
        label={t("proposal.need.place")}
        maxLength={initiativeLimits.place}
        lang="id"
        required
      />
      <Fieldset legend={t("initiative.period")} columns={2}>
        <DateInput {...form.field("startsOn")} label={t("proposal.need.periodFrom")} required />
        <DateInput {...form.field("endsOn")} label={t("proposal.need.periodUntil")} required />
      </Fieldset>
      <Select
        name={basisName}
        errors={[...form.field("agreement").errors, ...form.field("clause").errors]}
        defaultValue={form.values ? (form.values[basisName]?.[0] ?? "") : basis}
        label={t("initiative.basis.label")}
        hint={t("initiative.basis.hint")}
        width="full"
        options={basisOptions(t, agreements)}
      />
    </>
  )
}
