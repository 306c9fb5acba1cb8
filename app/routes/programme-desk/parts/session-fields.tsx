import type { LearningForm } from "#app/domain/programme/learning-forms.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { zoneName } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
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
  TextInput,
} from "#app/ui/index.ts"
import type { ShownModule } from "../../programmes/parts/modules-table.tsx"
import { useFormName, usePracticeName } from "../../programmes/parts/names.ts"

/** A session: of which module, in which form, when by the host's clocks, and where. */
export function SessionFields({
  form,
  modules,
  forms,
  zone,
  lockVersion,
  back,
}: {
  form: ReturnType<typeof useFormState>
  modules: readonly ShownModule[]
  forms: readonly LearningForm[]
  /** The host's IANA zone. */
  zone: string
  lockVersion: string
  back: string
}) {
  const t = useT()
  const locale = useLocale()
  const practiceName = usePracticeName()
  const formName = useFormName(forms)
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={{ lockVersion }} />
        <TextInput
          {...form.field("title")}
          label={t("programme.session.title")}
          maxLength={programmeLimits.sessionTitle}
          lang="id"
          required
        />
        <Select
          {...form.field("moduleId")}
          label={t("programme.module")}
          width="full"
          required
          options={modules.map(({ id, ordinal, practice, form: key }) => ({
            value: id,
            label: `${ordinal}. ${practiceName(practice)} (${formName(key)})`,
          }))}
        />
        <Select
          {...form.field("form")}
          label={t("programme.form")}
          width="full"
          required
          options={forms.map(({ key, name }) => ({ value: key, label: name[locale] }))}
        />
        <Fieldset legend={t("programme.cohort.time")} columns={2}>
          <DateInput
            {...form.field("startsAt")}
            type="datetime-local"
            label={t("programme.session.startsAt")}
            zone={zoneName(zone)}
            required
          />
          <DateInput
            {...form.field("endsAt")}
            type="datetime-local"
            label={t("programme.session.endsAt")}
            zone={zoneName(zone)}
            required
          />
        </Fieldset>
        <TextInput
          {...form.field("place")}
          label={t("programme.session.place")}
          maxLength={programmeLimits.place}
          lang="id"
          required
        />
        <FormActions>
          <Button>{t("programme.session.save")}</Button>
          <ButtonLink href={back} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
