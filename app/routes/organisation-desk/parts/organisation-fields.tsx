import { evidenceLimit } from "#app/domain/organisation/evidence-limit.ts"
import { legalForms, strands } from "#app/domain/organisation/legal-forms.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { FileInput, Select, TextInput } from "#app/ui/index.ts"
import { FormPart } from "./form-part.tsx"
import { ProfileFields } from "./profile-fields.tsx"

type Props = {
  form: ReturnType<typeof useFormState>
  regions: readonly {
    readonly province: string
    readonly regions: readonly { readonly code: string; readonly name: string }[]
  }[]
  /** There is a paper already, which stays unless another is chosen. */
  hasEvidence: boolean
}

/** All that an organisation says of itself before it is verified. */
export function OrganisationFields({ form, regions, hasEvidence }: Props) {
  const t = useT()
  return (
    <>
      <FormPart title={t("organisation.create.identity")}>
        <TextInput
          {...form.field("name")}
          label={t("organisation.field.name")}
          hint={t("organisation.field.nameHint")}
          autoComplete="organization"
          maxLength={160}
          required
        />
        <Select
          {...form.field("legalForm")}
          label={t("organisation.field.legalForm")}
          hint={t("organisation.field.legalFormHint")}
          options={strands.map((strand) => ({
            group: `${strand} – ${t(`ui.strand.${strand}`)}`,
            options: legalForms[strand].map((form) => ({ value: form, label: t(`organisation.legalForm.${form}`) })),
          }))}
          required
        />
        <Select
          {...form.field("regionCode")}
          label={t("organisation.field.region")}
          hint={t("organisation.field.regionHint")}
          placeholder={t("organisation.field.chooseRegion")}
          options={regions.map((group) => ({
            group: group.province,
            options: group.regions.map(({ code, name }) => ({ value: code, label: name })),
          }))}
          required
        />
      </FormPart>
      <ProfileFields form={form} />
      <FormPart title={t("organisation.create.evidence")}>
        <FileInput
          {...form.field("evidence")}
          label={t("organisation.field.evidence")}
          hint={[
            t("organisation.field.evidenceHint"),
            hasEvidence ? t("organisation.field.evidenceKeep") : "",
            form.refusal ? t("organisation.create.fileAgain") : "",
          ]
            .filter(Boolean)
            .join(" ")}
          limit={t("organisation.field.fileLimit")}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          most={evidenceLimit}
        />
      </FormPart>
    </>
  )
}
