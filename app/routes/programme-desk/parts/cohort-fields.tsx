import { programmeLimits } from "#app/domain/programme/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import {
  Button,
  ButtonLink,
  DateInput,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Stack,
  TextInput,
} from "#app/ui/index.ts"

/** A cohort's name, seats and days. */
export function CohortFields({
  form,
  lockVersion,
  back,
}: {
  form: ReturnType<typeof useFormState>
  lockVersion: string
  back: string
}) {
  const t = useT()
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={{ lockVersion }} />
        <TextInput
          {...form.field("name")}
          label={t("programme.cohort.name")}
          hint={t("programme.cohort.nameHint")}
          maxLength={programmeLimits.cohortName}
          lang="id"
          required
        />
        <TextInput
          {...form.field("seats")}
          label={t("programme.cohort.seats")}
          type="number"
          inputMode="numeric"
          width="xs"
          min={1}
          max={programmeLimits.seats}
          required
        />
        <Fieldset legend={t("programme.show.days")} columns={2}>
          <DateInput {...form.field("nominateUntil")} label={t("programme.cohort.nominateUntil")} required />
          <DateInput {...form.field("startsOn")} label={t("programme.cohort.startsOn")} required />
          <DateInput {...form.field("endsOn")} label={t("programme.cohort.endsOn")} required />
        </Fieldset>
        <FormActions>
          <Button>{t("programme.cohort.save")}</Button>
          <ButtonLink href={back} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
