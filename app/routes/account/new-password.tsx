import { useLoaderData } from "@remix-run/react"
import { resetPassword } from "#app/domain/identity/account.server.ts"
import { refusalOfToken } from "#app/domain/identity/mail-token.server.ts"
import { resetPasswordForm } from "#app/domain/identity/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { errorText, useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { signedOutHeaders } from "#app/http/session.server.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  PasswordInput,
  Stack,
} from "#app/ui/index.ts"

/** A link that would be refused says so at once, before somebody thinks of a new password. */
export const loader = loaderFor("account.resetPassword", async ({ ctx, params }) => ({
  refused: await refusalOfToken(ctx, params.token!, "reset_password"),
}))

export const action = actionFor("account.resetPassword", async ({ ctx, params, form }) => {
  const { password } = parseForm(form, resetPasswordForm)
  await resetPassword(ctx, params.token!, password)
  return redirectWith(ctx, paths.signIn(), "passwordReset", signedOutHeaders(ctx))
})

export const meta = metaFrom("account.reset.title")

export default function NewPassword() {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const form = useFormState()
  const { refused } = useLoaderData<typeof loader>()
  if (refused !== null)
    return (
      <Page width="text">
        <PageHeading title={t("account.reset.title")} />
        <Notice
          kind="danger"
          title={errorText(locale, refused)}
          actions={
            <ButtonLink href={to(paths.forgotPassword())} kind="quiet">
              {t("account.forgotten.submit")}
            </ButtonLink>
          }
        />
      </Page>
    )
  return (
    <Page width="text">
      <PageHeading title={t("account.reset.title")} lede={t("account.reset.lede")} />
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <PasswordInput
            {...form.field("password")}
            label={t("account.newPassword")}
            hint={t("account.passwordHint")}
            autoComplete="new-password"
            required
          />
          <FormActions>
            <Button>{t("account.reset.submit")}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
