import { changePassword } from "#app/domain/identity/account.server.ts"
import { changePasswordForm } from "#app/domain/identity/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { sessionSecret } from "#app/http/session.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ErrorSummary, Form, FormActions, Page, PageHeading, PasswordInput, Stack } from "#app/ui/index.ts"

export const loader = loaderFor("account.read", () => null)

export const action = actionFor("account.read", async ({ ctx, form, request }) => {
  await changePassword(ctx, parseForm(form, changePasswordForm), sessionSecret(ctx, request))
  return redirectWith(ctx, paths.account(), "passwordChanged")
})

export const meta = metaFrom("account.change.title")

export default function ChangePassword() {
  const t = useT()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading title={t("account.change.title")} lede={t("account.change.lede")} />
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <PasswordInput
            {...form.field("currentPassword")}
            label={t("account.currentPassword")}
            autoComplete="current-password"
            required
          />
          <PasswordInput
            {...form.field("password")}
            label={t("account.newPassword")}
            hint={t("account.passwordHint")}
            autoComplete="new-password"
            required
          />
          <FormActions>
            <Button>{t("common.save")}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
