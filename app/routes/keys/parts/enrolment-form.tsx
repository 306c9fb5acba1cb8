import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, Notice, PasswordInput, Stack } from "#app/ui/index.ts"

/** The passphrase twice, and the account's password. */
export function EnrolmentForm({ form }: { form: ReturnType<typeof useFormState> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Form>
      <Stack gap="lg">
        <Notice kind="warning" title={t("signing.enrol.noRecovery")}>
          {t("signing.enrol.noRecoveryBody")}
        </Notice>
        <PasswordInput
          {...form.field("passphrase")}
          label={t("signing.enrol.passphrase")}
          hint={t("signing.enrol.passphraseHint")}
          autoComplete="new-password"
          required
        />
        <PasswordInput
          {...form.field("passphraseAgain")}
          label={t("signing.enrol.passphraseAgain")}
          autoComplete="new-password"
          required
        />
        <PasswordInput
          {...form.field("password")}
          label={t("signing.enrol.password")}
          hint={t("signing.enrol.passwordHint")}
          autoComplete="current-password"
          required
        />
        <FormActions>
          <Button icon="key">{t("signing.enrol.submit")}</Button>
          <ButtonLink href={to(paths.keys())} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
