import { evidenceLimit } from "#app/domain/organisation/evidence-limit.ts"
import { basisKinds, instruments, officeKinds, standIns } from "#app/domain/organisation/mandate-kinds.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { CheckboxGroup, DateInput, FileInput, RadioGroup, Select, TextInput } from "#app/ui/index.ts"
import { FormPart } from "../../organisation-desk/parts/form-part.tsx"

type Props = {
  form: ReturnType<typeof useFormState>
  people: readonly { readonly accountId: string; readonly name: string; readonly email: string }[]
  /** The organisation governs a region, so there is a head of region. */
  governs: boolean
}

/** Who holds which office, by which paper, for what and how long. */
export function MandateFields({ form, people, governs }: Props) {
  const t = useT()
  const kinds = governs ? officeKinds : officeKinds.filter((kind) => kind !== "head_of_region")
  return (
    <>
      <FormPart title={t("mandate.create.who")}>
        <Select
          {...form.field("accountId")}
          label={t("mandate.field.holder")}
          hint={t("mandate.field.holderHint")}
          options={people.map(({ accountId, name, email }) => ({ value: accountId, label: `${name} (${email})` }))}
          required
        />
        <TextInput
          {...form.field("holderName")}
          label={t("mandate.field.holderName")}
          hint={t("mandate.field.holderNameHint")}
          maxLength={120}
          required
        />
        <TextInput
          {...form.field("office")}
          label={t("mandate.field.office")}
          hint={t("mandate.field.officeHint")}
          maxLength={120}
          required
        />
        <RadioGroup
          {...form.field("officeKind")}
          label={t("mandate.field.officeKind")}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`mandate.officeKind.${kind}`),
            hint: t(`mandate.officeKindHint.${kind}`),
          }))}
          required
        />
        <Select
          {...form.field("standIn")}
          label={t("mandate.field.standIn")}
          hint={t("mandate.field.standInHint")}
          options={[
            { value: "", label: t("mandate.standInNone") },
            ...standIns.map((kind) => ({ value: kind, label: t(`mandate.standIn.${kind}`) })),
          ]}
        />
      </FormPart>
      <FormPart title={t("mandate.create.basis")}>
        <RadioGroup
          {...form.field("basisKind")}
          label={t("mandate.field.basisKind")}
          options={basisKinds.map((kind) => ({ value: kind, label: t(`mandate.basisKind.${kind}`) }))}
          inline
          required
        />
        <TextInput
          {...form.field("basisNumber")}
          label={t("mandate.field.basisNumber")}
          width="md"
          maxLength={80}
          required
        />
        <DateInput {...form.field("basisDate")} label={t("mandate.field.basisDate")} required />
        <FileInput
          {...form.field("basis")}
          label={t("mandate.field.basisFile")}
          hint={form.refusal ? t("mandate.create.fileAgain") : undefined}
          limit={t("mandate.field.fileLimit")}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          most={evidenceLimit}
          required
        />
      </FormPart>
      <FormPart title={t("mandate.create.scope")}>
        <CheckboxGroup
          {...form.field("instruments")}
          defaultValue={form.all("instruments")}
          label={t("mandate.field.scope")}
          hint={t("mandate.field.scopeHint")}
          options={instruments.map((one) => ({ value: one, label: t(`mandate.instrument.${one}`) }))}
          required
        />
        <DateInput {...form.field("validFrom")} label={t("mandate.field.validFrom")} required />
        <DateInput
          {...form.field("validUntil")}
          label={t("mandate.field.validUntil")}
          hint={t("mandate.field.validUntilHint")}
          optional
        />
      </FormPart>
    </>
  )
}
