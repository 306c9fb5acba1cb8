import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { TextArea, TextInput } from "#app/ui/index.ts"
import { FormPart } from "./form-part.tsx"

/** How an organisation presents itself and is reached; may change after it has been verified. */
export function ProfileFields({ form }: { form: ReturnType<typeof useFormState> }) {
  const t = useT()
  return (
    <>
      <FormPart title={t("organisation.create.place")}>
        <TextArea
          {...form.field("description")}
          label={t("organisation.field.description")}
          hint={t("organisation.field.descriptionHint")}
          maxLength={2000}
          rows={5}
          required
        />
        <TextInput
          {...form.field("address")}
          label={t("organisation.field.address")}
          autoComplete="address-line1"
          maxLength={300}
          required
        />
        <TextInput
          {...form.field("website")}
          type="url"
          label={t("organisation.field.website")}
          autoComplete="url"
          maxLength={200}
          optional
        />
      </FormPart>
      <FormPart title={t("organisation.field.contact")} hint={t("organisation.field.contactHint")}>
        <TextInput
          {...form.field("contactName")}
          label={t("organisation.field.contactName")}
          maxLength={120}
          required
        />
        <TextInput
          {...form.field("contactEmail")}
          type="email"
          label={t("organisation.field.contactEmail")}
          maxLength={254}
          required
        />
        <TextInput
          {...form.field("contactPhone")}
          type="tel"
          label={t("organisation.field.contactPhone")}
          width="md"
          maxLength={30}
          required
        />
      </FormPart>
    </>
  )
}
