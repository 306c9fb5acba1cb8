import { agreementLimits } from "#app/domain/agreement/limits.ts"
import type { Partner } from "#app/domain/agreement/start.server.ts"
import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  DateInput,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Select,
  Stack,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"

/** What a new agreement begins with. */
export function StartFields({
  form,
  partners,
}: {
  form: ReturnType<typeof useFormState>
  partners: readonly Partner[]
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={{ id: form.field("id").defaultValue }} />
        <Select
          {...form.field("partner")}
          label={t("agreement.start.partner")}
          hint={t("agreement.start.partnerHint")}
          width="full"
          required
          options={partners.map(({ slug, regionName }) => ({ value: slug, label: regionName }))}
        />
        <TextInput
          {...form.field("title")}
          label={t("agreement.head.title")}
          hint={t("agreement.head.titleHint")}
          width="full"
          maxLength={agreementLimits.title}
          required
        />
        <TextInput
          {...form.field("object")}
          label={t("agreement.start.object")}
          hint={t("agreement.start.objectHint")}
          width="full"
          maxLength={agreementLimits.object}
          required
        />
        <TextArea
          {...form.field("purposes")}
          label={t("agreement.start.purposes")}
          hint={t("agreement.start.perLine")}
          rows={4}
          lang="id"
          optional
        />
        <TextArea
          {...form.field("scope")}
          label={t("agreement.start.scope")}
          hint={t("agreement.start.perLine")}
          rows={5}
          lang="id"
          required
        />
        <Fieldset legend={t("agreement.draft.particulars")} hint={t("agreement.head.later")} columns={2}>
          <TextInput
            {...form.field("place")}
            label={t("agreement.head.place")}
            maxLength={agreementLimits.place}
            optional
          />
          <DateInput {...form.field("signingDate")} label={t("agreement.head.signingDate")} optional />
          <DateInput {...form.field("periodFrom")} label={t("agreement.head.periodFrom")} optional />
          <DateInput
            {...form.field("periodUntil")}
            label={t("agreement.head.periodUntil")}
            hint={t("agreement.head.periodHint")}
            optional
          />
        </Fieldset>
        <FormActions>
          <Button>{t("agreement.start.submit")}</Button>
          <ButtonLink href={to(paths.agreementDesk())} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
