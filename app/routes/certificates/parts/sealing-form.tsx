import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Checkbox, Form, FormActions, HiddenFields, PasswordInput, Stack } from "#app/ui/index.ts"

/** The officer's last word: that he has read, and both secrets, on the very file that this page shows. */
export function SealingForm({
  form,
  learnerId,
  sha256,
  office,
}: {
  form: ReturnType<typeof useFormState>
  learnerId: string
  sha256: string
  office: string
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={{ sha256 }} />
        <Checkbox {...form.field("read")} label={t("certificate.seal.read")} required />
        <PasswordInput
          {...form.field("password")}
          label={t("signing.sign.form.password")}
          autoComplete="current-password"
          required
        />
        <PasswordInput
          {...form.field("passphrase")}
          label={t("signing.sign.form.passphrase")}
          hint={t("signing.sign.form.passphraseHint")}
          autoComplete="off"
          required
        />
        <FormActions>
          <Button icon="seal">{t("certificate.seal.submit", { office })}</Button>
          <ButtonLink href={to(paths.certificate(learnerId))} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
